using System.Numerics;
using System.Runtime.InteropServices;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Sampling;

/// <summary>The leapfrog: half a kick, a drift, half a kick; one gradient a step.</summary>
internal sealed class Leapfrog(ILogDensity density) : IIntegrator
{
    public int Dimension { get; } = density.Dimension;

    public void Evaluate(PhasePoint point) =>
        point.LogDensity = density.Evaluate(point.Position.AsSpan(0, Dimension), point.Gradient.AsSpan(0, Dimension));

    public void Step(PhasePoint point, DiagonalMetric metric, double size)
    {
        var position = Vectors(point.Position);
        var momentum = Vectors(point.Momentum);
        var gradient = Vectors(point.Gradient);
        var inverseMass = Vectors(metric.InverseMass);
        var half = new Vector<double>(0.5 * size);
        var whole = new Vector<double>(size);
        for (var i = 0; i < momentum.Length; i++)
        {
            momentum[i] += half * gradient[i];
            position[i] += whole * inverseMass[i] * momentum[i];
        }
        Evaluate(point);
        for (var i = 0; i < momentum.Length; i++)
            momentum[i] += half * gradient[i];
    }

    private static Span<Vector<double>> Vectors(double[] values) => MemoryMarshal.Cast<double, Vector<double>>(values.AsSpan());
}
