using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Sampling;

/// <summary>The leapfrog: half a kick, a drift, half a kick; one gradient a step.</summary>
internal sealed class Leapfrog(ILogDensity density) : IIntegrator
{
    public int Dimension { get; } = density.Dimension;

    public double LongestStep => double.PositiveInfinity;

    public void BeginMetric(DiagonalMetric metric)
    {
    }

    public void Evaluate(PhasePoint point) =>
        point.LogDensity = density.Evaluate(point.Position.AsSpan(0, Dimension), point.Gradient.AsSpan(0, Dimension));

    public void Step(PhasePoint point, DiagonalMetric metric, double size)
    {
        var position = Vectors(point.Position);
        var momentum = Vectors(point.Momentum);
        var gradient = Vectors(point.Gradient);
        var inverseMass = Vectors(metric.InverseMass);
        var half = Vector512.Create(0.5 * size);
        var whole = Vector512.Create(size);
        for (var i = 0; i < momentum.Length; i++)
        {
            momentum[i] += half * gradient[i];
            position[i] += whole * inverseMass[i] * momentum[i];
        }
        Evaluate(point);
        for (var i = 0; i < momentum.Length; i++)
            momentum[i] += half * gradient[i];
    }

    private static Span<Vector512<double>> Vectors(double[] values) => MemoryMarshal.Cast<double, Vector512<double>>(values.AsSpan());
}
