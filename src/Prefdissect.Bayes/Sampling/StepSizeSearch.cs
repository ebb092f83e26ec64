namespace Prefdissect.Bayes.Sampling;

/// <summary>Finds a step size to begin with: doubled or halved until one step's acceptance crosses 0.8.</summary>
internal static class StepSizeSearch
{
    private const double Smallest = 1e-100, Largest = 1e7;
    private static readonly double LogThreshold = Math.Log(0.8);

    /// <summary>A step size of the right order of magnitude at a point.</summary>
    /// <exception cref="InvalidOperationException">No step is short enough, or none is too long: the density is not proper, or the gradient is not its.</exception>
    public static double Find(IIntegrator integrator, PhasePoint at, DiagonalMetric metric, double first, RandomStream random)
    {
        var scratch = new PhasePoint(integrator.Dimension);
        var size = first;
        var grows = IsAccepted(size);
        while (true)
        {
            if (IsAccepted(size) != grows)
                return size;
            if (grows && size >= integrator.LongestStep)
                return size;
            size = grows ? 2 * size : size / 2;
            if (size < Smallest)
                throw new InvalidOperationException("No step size is small enough for the sampler to follow the density: check that the gradient is that of the log density.");
            if (size > Largest)
                throw new InvalidOperationException("Every step size is accepted: the density seems flat, so it is not a proper distribution. Give every coordinate a proper prior.");
        }

        bool IsAccepted(double stepSize)
        {
            scratch.CopyFrom(at);
            metric.SampleMomentum(random, scratch.Momentum);
            var before = metric.KineticEnergy(scratch.Momentum) - scratch.LogDensity;
            integrator.Step(scratch, metric, stepSize);
            return before - (metric.KineticEnergy(scratch.Momentum) - scratch.LogDensity) > LogThreshold;
        }
    }
}
