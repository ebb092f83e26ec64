using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// The leapfrog under a dense metric, whose inverse mass matrix is a covariance L·Lᵀ. Positions are the density's own; momenta and gradients are those of z in
/// x = L·z, where the metric is the unit one: so kinetic energy and turning need no matrix, and a step takes two triangular products. For one chain.
/// </summary>
internal sealed class DenseLeapfrog : IIntegrator
{
    private readonly ILogDensity density;
    private readonly double[] gradient;

    public DenseLeapfrog(ILogDensity density)
    {
        this.density = density;
        Dimension = density.Dimension;
        gradient = PhasePoint.NewVector(Dimension);
        Factor = new CovarianceFactor(Dimension);
    }

    public int Dimension { get; }

    public double LongestStep => double.PositiveInfinity;

    /// <summary>The metric. After it has changed, a point must be evaluated anew before it moves.</summary>
    public CovarianceFactor Factor { get; }

    public IMetricAdaptation BeginMetric(DiagonalMetric metric) => new DenseAdaptation(Factor);

    public void Evaluate(ReadOnlySpan<PhasePoint> points)
    {
        foreach (var point in points)
        {
            point.LogDensity = density.Evaluate(point.Position.AsSpan(0, Dimension), gradient.AsSpan(0, Dimension));
            Factor.Gather(gradient, point.Gradient);
        }
    }

    public void Depart(PhasePoint point, DiagonalMetric metric, double size)
    {
        point.Kick(0.5 * size);
        Factor.AddSpread(point.Momentum, size, point.Position);
    }

    public void Arrive(PhasePoint point, double size) => point.Kick(0.5 * size);
}
