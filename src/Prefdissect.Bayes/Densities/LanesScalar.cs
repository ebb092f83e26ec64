using System.Runtime.CompilerServices;

namespace Prefdissect.Bayes.Densities;

/// <summary>One double: the kernel without vectors, which the vector paths are checked against.</summary>
internal readonly struct LanesScalar : ILanes<double>
{
    public static int Count => 1;

    public static double Broadcast(double value) => value;

    public static double Load(ref readonly double source, int index) => Unsafe.Add(ref Unsafe.AsRef(in source), index);

    public static void Store(double value, ref double target, int index) => Unsafe.Add(ref target, index) = value;

    public static double Add(double a, double b) => a + b;

    public static double Subtract(double a, double b) => a - b;

    public static double Multiply(double a, double b) => a * b;

    public static double MultiplyAdd(double a, double b, double c) => double.MultiplyAddEstimate(a, b, c);

    public static double Divide(double a, double b) => a / b;

    public static double Min(double a, double b) => double.MinNative(a, b);

    public static double Max(double a, double b) => double.MaxNative(a, b);

    public static double Abs(double a) => Math.Abs(a);

    public static double SelectBelow(double value, double limit, double below, double otherwise) => value < limit ? below : otherwise;

    public static double PowerOfTwo(double shifted) => BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(shifted) + 1023) << 52);

    public static double Sum(double a) => a;
}
