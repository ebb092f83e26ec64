namespace Prefdissect.Bayes.Sampling;

/// <summary>Finds a step size to begin with: doubled or halved until one step's acceptance crosses 0.8.</summary>
internal sealed class StepSizeSearch(IIntegrator integrator)
{
    private const double Smallest = 1e-100, Largest = 1e7;
    private static readonly double LogThreshold = Math.Log(0.8);

    private readonly PhasePoint scratch = new(integrator.Dimension);

    /// <summary>What the last search found.</summary>
    public double StepSize { get; private set; }

    /// <summary>Looks for a step size of the right order of magnitude at a point. Each point that comes out must be evaluated before the next is asked for.</summary>
    /// <exception cref="InvalidOperationException">No step is short enough, or none is too long: the density is not proper, or the gradient is not its.</exception>
    public IEnumerable<PhasePoint> Search(PhasePoint at, DiagonalMetric metric, double first, RandomStream random)
    {
        StepSize = first;
        bool? grows = null;
        while (true)
        {
            var before = Depart(at, metric, random);
            yield return scratch;
            integrator.Arrive(scratch, StepSize);
            var accepted = before - Energy(metric) > LogThreshold;
            grows ??= accepted;
            if (accepted != grows || (accepted && StepSize >= integrator.LongestStep))
                yield break;
            StepSize = accepted ? 2 * StepSize : StepSize / 2;
            if (StepSize < Smallest)
                throw new InvalidOperationException("No step size is small enough for the sampler to follow the density: check that the gradient is that of the log density.");
            if (StepSize > Largest)
                throw new InvalidOperationException("Every step size is accepted: the density seems flat, so it is not a proper distribution. Give every coordinate a proper prior.");
        }
    }

    private double Depart(PhasePoint at, DiagonalMetric metric, RandomStream random)
    {
        scratch.CopyFrom(at);
        metric.SampleMomentum(random, scratch.Momentum);
        var energy = Energy(metric);
        integrator.Depart(scratch, metric, StepSize);
        return energy;
    }

    private double Energy(DiagonalMetric metric) => metric.KineticEnergy(scratch.Momentum) - scratch.LogDensity;
}
