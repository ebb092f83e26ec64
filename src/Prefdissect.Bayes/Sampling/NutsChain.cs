namespace Prefdissect.Bayes.Sampling;

/// <summary>One chain: a place to start, warm-up, draws.</summary>
internal sealed class NutsChain
{
    private const int Starts = 100, StartsPerRadius = 10, ReportsPerChain = 50;
    private const double FirstRadius = 2;

    private readonly int index;
    private readonly NutsOptions options;
    private readonly IIntegrator integrator;
    private readonly Trajectory trajectory;
    private readonly RandomStream random;
    private readonly DiagonalMetric metric;
    private readonly DualAveraging stepSize;
    private PhasePoint current, next;

    public NutsChain(int index, IIntegrator integrator, NutsOptions options)
    {
        this.index = index;
        this.options = options;
        this.integrator = integrator;
        trajectory = new Trajectory(integrator, options.MaxTreeDepth);
        random = new RandomStream(options.Seed, (ulong)index);
        metric = new DiagonalMetric(integrator.Dimension);
        integrator.BeginMetric(metric);
        stepSize = new DualAveraging(options.TargetAcceptance, integrator.LongestStep);
        current = new PhasePoint(integrator.Dimension);
        next = new PhasePoint(integrator.Dimension);
    }

    /// <summary>Runs the chain, writing draws × coordinates and a transition a draw.</summary>
    public ChainAdaptation Run(Span<double> draws, Span<TransitionInfo> transitions, IProgress<SamplingProgress>? progress, CancellationToken cancellation)
    {
        Start();
        Warm(progress, cancellation);
        var size = stepSize.Averaged;
        var dimension = integrator.Dimension;
        for (var draw = 0; draw < options.Draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            transitions[draw] = Advance(size);
            current.Position.AsSpan(0, dimension).CopyTo(draws.Slice(draw * dimension, dimension));
            Report(options.Warmup + draw + 1, progress);
        }
        return new ChainAdaptation(size, metric.InverseMass[..dimension]);
    }

    private void Start()
    {
        var dimension = integrator.Dimension;
        var radius = FirstRadius;
        for (var attempt = 1; attempt <= Starts; attempt++)
        {
            for (var i = 0; i < dimension; i++)
                current.Position[i] = radius * (2 * random.NextUniform() - 1) * Math.Sqrt(metric.InverseMass[i]);
            integrator.Evaluate(current);
            if (double.IsFinite(current.LogDensity) && current.Gradient.All(double.IsFinite))
                return;
            if (attempt % StartsPerRadius == 0)
                radius /= 2;
        }
        throw new InvalidOperationException(
            $"Chain {index} found no place to start: at {Starts} random positions around 0 the log density or its gradient was not finite. Check the density there.");
    }

    private void Warm(IProgress<SamplingProgress>? progress, CancellationToken cancellation)
    {
        var schedule = new WarmupSchedule(options.Warmup);
        var window = new VarianceWindow(integrator.Dimension);
        stepSize.Restart(StepSizeSearch.Find(integrator, current, metric, 1, random));
        for (var i = 0; i < options.Warmup; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            stepSize.Learn(Advance(stepSize.StepSize).AcceptanceStatistic);
            if (schedule.IsInWindow(i))
                window.Add(current.Position.AsSpan(0, integrator.Dimension));
            if (schedule.EndsWindow(i))
            {
                window.EndInto(metric);
                stepSize.Restart(StepSizeSearch.Find(integrator, current, metric, stepSize.StepSize, random));
            }
            Report(i + 1, progress);
        }
    }

    private TransitionInfo Advance(double size)
    {
        var info = trajectory.Advance(current, next, metric, size, random);
        (current, next) = (next, current);
        return info;
    }

    private void Report(int completed, IProgress<SamplingProgress>? progress)
    {
        var total = options.Warmup + options.Draws;
        if (progress is not null && (completed == total || completed % Math.Max(1, total / ReportsPerChain) == 0))
            progress.Report(new SamplingProgress(index, completed, total, completed <= options.Warmup));
    }
}
