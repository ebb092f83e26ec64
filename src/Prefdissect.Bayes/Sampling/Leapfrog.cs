using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Sampling;

/// <summary>The leapfrog: half a kick, a drift, half a kick; one gradient a step.</summary>
internal sealed class Leapfrog(ILogDensity density) : IIntegrator
{
    public int Dimension { get; } = density.Dimension;

    public double LongestStep => double.PositiveInfinity;

    public IMetricAdaptation BeginMetric(DiagonalMetric metric) => new DiagonalAdaptation(metric, Dimension);

    public void Evaluate(ReadOnlySpan<PhasePoint> points)
    {
        foreach (var point in points)
            point.LogDensity = density.Evaluate(point.Position.AsSpan(0, Dimension), point.Gradient.AsSpan(0, Dimension));
    }

    public void Depart(PhasePoint point, DiagonalMetric metric, double size)
    {
        point.Kick(0.5 * size);
        var position = PhasePoint.Vectors(point.Position);
        var momentum = PhasePoint.Vectors(point.Momentum);
        var inverseMass = PhasePoint.Vectors(metric.InverseMass);
        for (var i = 0; i < momentum.Length; i++)
            position[i] += size * inverseMass[i] * momentum[i];
    }

    public void Arrive(PhasePoint point, double size) => point.Kick(0.5 * size);
}
