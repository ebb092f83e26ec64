using System.Runtime.ExceptionServices;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// Draws from a density by the No-U-Turn sampler: Hamiltonian Monte Carlo that finds its own trajectory length, step size and metric
/// (Hoffman and Gelman, 2014; Betancourt, 2017). The same density, options and machine give the same draws to the bit, whatever the number of threads.
/// </summary>
public static class NutsSampler
{
    /// <summary>Chains that walk together at most: their scratch memory stays in the nearest cache.</summary>
    private const int MostTogether = 8;

    /// <summary>Draws from a density that may be evaluated by several threads at once.</summary>
    /// <inheritdoc cref="Sample(Func{ILogDensity}, NutsOptions?, IProgress{SamplingProgress}?, CancellationToken)"/>
    public static PosteriorDraws Sample(
        ILogDensity density, NutsOptions? options = null, IProgress<SamplingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(density);
        return Sample(() => density, options, progress, cancellation);
    }

    /// <summary>Draws from a density that keeps scratch memory: each chain evaluates an instance of its own.</summary>
    /// <param name="densityOfChain">Makes an instance for one chain; called once a chain, from one thread, and always for the same distribution.</param>
    /// <param name="options">What is asked for; null for the defaults.</param>
    /// <param name="progress">Told now and then, from the chains' threads, how far each chain has come.</param>
    /// <param name="cancellation">Looked at before every transition.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">The density has no coordinate, the instances differ in how many, or the inverse metric does not fit.</exception>
    /// <exception cref="InvalidOperationException">The density is not finite near 0, is flat, or its gradient is not its own.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PosteriorDraws Sample(
        Func<ILogDensity> densityOfChain, NutsOptions? options = null, IProgress<SamplingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(densityOfChain);
        options ??= new NutsOptions();
        options.ValidateCounts();
        ILogDensity[] densities = [.. Enumerable.Range(0, options.Chains).Select(_ => densityOfChain())];
        if (densities.Any(density => density is null))
            throw new ArgumentException("The factory gave no density for a chain.", nameof(densityOfChain));
        var dimension = densities[0].Dimension;
        if (dimension < 1)
            throw new ArgumentException("The density has no coordinate to sample.", nameof(densityOfChain));
        if (densities.Any(density => density.Dimension != dimension))
            throw new ArgumentException("The densities of the chains differ in their number of coordinates.", nameof(densityOfChain));
        options.ValidateMetric(dimension);
        var total = (long)options.Chains * options.Draws * dimension;
        if (total > Array.MaxLength)
            throw new ArgumentException($"{options.Chains} chains × {options.Draws} draws × {dimension} coordinates are more numbers than can be kept ({Array.MaxLength}).", nameof(options));

        var values = new double[total];
        var transitions = new TransitionInfo[options.Chains * options.Draws];
        var adaptations = new ChainAdaptation[options.Chains];
        var companies = Companies(densities, options);
        RunAll(companies.Count, options, cancellation, index =>
        {
            var company = companies[index];
            var integrator = IntegratorOf(densities[company[0]], options.Metric);
            NutsChain[] chains = [.. company.Select(chain => new NutsChain(chain, integrator, options))];
            WalkTogether(integrator, [.. chains.Zip(company, (nuts, chain) => nuts.Walk(
                values.AsMemory(chain * options.Draws * dimension, options.Draws * dimension),
                transitions.AsMemory(chain * options.Draws, options.Draws),
                progress,
                cancellation).GetEnumerator())]);
            foreach (var (nuts, chain) in chains.Zip(company))
                adaptations[chain] = nuts.Adaptation;
        });
        return densities[0] is ITransformedDensity { KeepsCoordinates: false } transformed
            ? new PosteriorDraws(options.Chains, transformed.Quantities, Transformed(transformed, values), transitions, adaptations)
            : new PosteriorDraws(options.Chains, dimension, values, transitions, adaptations);
    }

    /// <summary>The quantities of each draw.</summary>
    private static double[] Transformed(ITransformedDensity density, double[] draws)
    {
        var count = draws.Length / density.Dimension;
        var quantities = new double[count * density.Quantities];
        for (var draw = 0; draw < count; draw++)
            density.CopyQuantities(draws.AsSpan(draw * density.Dimension, density.Dimension), quantities.AsSpan(draw * density.Quantities, density.Quantities));
        return quantities;
    }

    /// <summary>The chains that walk together: as many as there are for each thread where one density evaluates many points, else one.</summary>
    private static List<int[]> Companies(ILogDensity[] densities, NutsOptions options)
    {
        var together = options.Metric is MetricShape.Diagonal && densities[0] is IManyPointDensity && densities.All(density => density == densities[0])
            ? Math.Min(MostTogether, (options.Chains + options.Parallelism - 1) / options.Parallelism)
            : 1;
        return [.. Enumerable.Range(0, options.Chains).Chunk(together)];
    }

    /// <summary>Kinks are followed exactly only where a metric keeps the coordinates apart; a dense one steps through the whole density.</summary>
    private static IIntegrator IntegratorOf(ILogDensity density, MetricShape metric) =>
        metric is MetricShape.Dense ? new DenseLeapfrog(density)
        : density is IManyPointDensity or IKinkedDensity && KinkedLeapfrog.RatesOf((IKinkedDensity)density).Any(rate => rate > 0)
        ? new KinkedLeapfrog((IKinkedDensity)density)
        : new Leapfrog(density);

    /// <summary>Takes chains to their ends, each at its own pace: in every round each gives the point that it needs next, and all are evaluated together.</summary>
    private static void WalkTogether(IIntegrator integrator, IEnumerator<PhasePoint>[] walks)
    {
        var points = new PhasePoint[walks.Length];
        var walking = walks.Length;
        while (true)
        {
            for (var i = 0; i < walking;)
                if (walks[i].MoveNext())
                    points[i] = walks[i++].Current;
                else
                    walks[i] = walks[--walking];
            if (walking == 0)
                return;
            integrator.Evaluate(points.AsSpan(0, walking));
        }
    }

    private static void RunAll(int count, NutsOptions options, CancellationToken cancellation, Action<int> run)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, count, limits, run);
        }
        catch (AggregateException failure)
        {
            // The first chain's own exception tells more than the bundle; a cancellation among them wins.
            var first = failure.InnerExceptions.FirstOrDefault(inner => inner is OperationCanceledException) ?? failure.InnerExceptions[0];
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
