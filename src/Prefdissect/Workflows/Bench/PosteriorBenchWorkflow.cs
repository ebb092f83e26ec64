using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Diagnostics;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Workflows.Bench;

/// <summary>How fast is the sampler on one core? The paper's setting, 4 × (500 + 2,000) under Laplace(0, 0.1).</summary>
public static class PosteriorBenchWorkflow
{
    private const int UncountedRuns = 5;

    /// <summary>Times one table.</summary>
    /// <param name="data">The table.</param>
    /// <param name="repeats">Counted runs, after some that warm up the program.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static PosteriorBenchRow Run(BenchData data, int repeats, TimeProvider time, CancellationToken cancellation)
    {
        var density = new LogisticRegression(data.Design, [.. data.Outcomes], new LaplacePrior(0.1));
        // The runtime compiles hot loops anew while they run; what is timed comes after that.
        for (var run = 0; data.Design.Rows < 10_000 && run < UncountedRuns; run++) NutsSampler.Sample(density, new NutsOptions { Seed = 0, Parallelism = 1 }, cancellation: cancellation);
        var runs = Enumerable.Range(1, repeats).Select(seed => Timed(density, (ulong)seed, time, cancellation)).ToList();
        return new PosteriorBenchRow(
            data.Name, data.Source, data.Design.Rows, data.Design.Columns, repeats, Median(runs.Select(run => run.Seconds)), runs.Min(run => run.Seconds), runs.Max(run => run.Seconds),
            Median(runs.Select(run => run.Leapfrogs)), Median(runs.Select(run => run.MinEss)), Median(runs.Select(run => run.MinEss / run.Seconds)));
    }

    /// <summary>The smallest bulk ESS over the coordinates; 0 where one is not defined.</summary>
    internal static double MinEssBulk(PosteriorDraws draws) =>
        Enumerable.Range(0, draws.Dimension).Min(p => EffectiveSampleSize.Bulk(draws.Parameter(p)) ?? 0);

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static (double Seconds, double Leapfrogs, double MinEss) Timed(LogisticRegression density, ulong seed, TimeProvider time, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var draws = NutsSampler.Sample(density, new NutsOptions { Seed = seed, Parallelism = 1 }, cancellation: cancellation);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        var leapfrogs = 0L;
        foreach (var transition in draws.Transitions) leapfrogs += transition.Leapfrogs;
        return (seconds, (double)leapfrogs / draws.Transitions.Length, MinEssBulk(draws));
    }
}
