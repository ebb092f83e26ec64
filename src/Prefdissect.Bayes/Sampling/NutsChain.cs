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
    private readonly IMetricAdaptation adaptation;
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
        adaptation = integrator.BeginMetric(metric);
        if (options.InverseMetric is not null)
            adaptation.Keep(options.InverseMetric);
        stepSize = new DualAveraging(options.TargetAcceptance, integrator.LongestStep);
        current = new PhasePoint(integrator.Dimension);
        next = new PhasePoint(integrator.Dimension);
    }

    /// <summary>What the warm-up settled on, once it is over.</summary>
    public ChainAdaptation Adaptation => new(stepSize.Averaged, adaptation.InverseMetric);

    /// <summary>
    /// The chain as a series of points, each of which must be evaluated before the next is asked for.
    /// On its way it writes draws × coordinates and a transition a draw.
    /// </summary>
    public IEnumerable<PhasePoint> Walk(Memory<double> draws, Memory<TransitionInfo> transitions, IProgress<SamplingProgress>? progress, CancellationToken cancellation)
    {
        foreach (var point in Start())
            yield return point;
        foreach (var point in Warm(progress, cancellation))
            yield return point;
        var size = stepSize.Averaged;
        var dimension = integrator.Dimension;
        for (var draw = 0; draw < options.Draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            trajectory.Begin(current, next, metric, size, random);
            while (trajectory.Depart() is { } point)
            {
                yield return point;
                trajectory.Arrive();
            }
            (current, next) = (next, current);
            transitions.Span[draw] = trajectory.Info;
            current.Position.AsSpan(0, dimension).CopyTo(draws.Span.Slice(draw * dimension, dimension));
            Report(options.Warmup + draw + 1, progress);
        }
    }

    private IEnumerable<PhasePoint> Start()
    {
        var radius = FirstRadius;
        for (var attempt = 1; attempt <= Starts; attempt++)
        {
            for (var i = 0; i < integrator.Dimension; i++)
                current.Position[i] = radius * (2 * random.NextUniform() - 1) * adaptation.ScaleOf(i);
            yield return current;
            if (double.IsFinite(current.LogDensity) && current.Gradient.All(double.IsFinite))
                yield break;
            if (attempt % StartsPerRadius == 0)
                radius /= 2;
        }
        throw new InvalidOperationException(
            $"Chain {index} found no place to start: at {Starts} random positions around 0 the log density or its gradient was not finite. Check the density there.");
    }

    private IEnumerable<PhasePoint> Warm(IProgress<SamplingProgress>? progress, CancellationToken cancellation)
    {
        // A schedule of no transitions has no windows: a given metric is kept.
        var schedule = new WarmupSchedule(options.InverseMetric is null ? options.Warmup : 0);
        var search = new StepSizeSearch(integrator);
        foreach (var point in search.Search(current, metric, 1, random))
            yield return point;
        stepSize.Restart(search.StepSize);
        for (var i = 0; i < options.Warmup; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            trajectory.Begin(current, next, metric, stepSize.StepSize, random);
            while (trajectory.Depart() is { } point)
            {
                yield return point;
                trajectory.Arrive();
            }
            (current, next) = (next, current);
            stepSize.Learn(trajectory.Info.AcceptanceStatistic);
            if (schedule.IsInWindow(i))
                adaptation.Add(current.Position.AsSpan(0, integrator.Dimension));
            if (schedule.EndsWindow(i))
            {
                adaptation.EndWindow();
                yield return current;
                foreach (var point in search.Search(current, metric, stepSize.StepSize, random))
                    yield return point;
                stepSize.Restart(search.StepSize);
            }
            Report(i + 1, progress);
        }
    }

    private void Report(int completed, IProgress<SamplingProgress>? progress)
    {
        var total = options.Warmup + options.Draws;
        if (progress is not null && (completed == total || completed % Math.Max(1, total / ReportsPerChain) == 0))
            progress.Report(new SamplingProgress(index, completed, total, completed <= options.Warmup));
    }
}
