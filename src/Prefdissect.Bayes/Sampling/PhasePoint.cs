using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// A point of phase space: position and momentum, with log density and gradient at the position. Arrays are padded with zeros to whole vectors.
/// </summary>
internal sealed class PhasePoint(int dimension)
{
    public int Dimension { get; } = dimension;

    public double[] Position { get; } = NewVector(dimension);

    public double[] Momentum { get; } = NewVector(dimension);

    public double[] Gradient { get; } = NewVector(dimension);

    public double LogDensity { get; set; }

    /// <summary>A zero vector of so many coordinates and the padding.</summary>
    public static double[] NewVector(int dimension) => new double[(dimension + Vector512<double>.Count - 1) / Vector512<double>.Count * Vector512<double>.Count];

    public void CopyFrom(PhasePoint other)
    {
        other.Position.CopyTo(Position, 0);
        other.Momentum.CopyTo(Momentum, 0);
        other.Gradient.CopyTo(Gradient, 0);
        LogDensity = other.LogDensity;
    }

    /// <summary>Momentum ← momentum + time · gradient.</summary>
    public void Kick(double time)
    {
        var momentum = Vectors(Momentum);
        var gradient = Vectors(Gradient);
        for (var i = 0; i < momentum.Length; i++)
            momentum[i] += time * gradient[i];
    }

    /// <summary>A padded vector, register by register.</summary>
    public static Span<Vector512<double>> Vectors(double[] values) => MemoryMarshal.Cast<double, Vector512<double>>(values.AsSpan());
}
