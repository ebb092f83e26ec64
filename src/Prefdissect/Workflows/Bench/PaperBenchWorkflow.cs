using System.Diagnostics;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Workflows.Bench;

/// <summary>
/// Fits the paper's whole workload, 33 judges × 16 groups × 10 folds, and counts seconds and effective draws. As in a study's folds, the fits of one judge and group share
/// what they learn: the first has the full warm-up, the other nine take its metric and learn their step size alone.
/// </summary>
public static class PaperBenchWorkflow
{
    /// <summary>Warm-up of a fit whose metric is known.</summary>
    private const int WarmupWithMetric = 80;

    /// <summary>Fits it.</summary>
    /// <param name="workload">The data.</param>
    /// <param name="options">How each fit is sampled; its parallelism is how many fits run at once, each on one core.</param>
    /// <param name="time">The clock.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static PaperBenchResult Run(PaperWorkload workload, NutsOptions options, TimeProvider time, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var judges = workload.Votes.Keys.ToList();
        var total = judges.Count * workload.Groups.Count * PaperWorkload.Folds;
        var threads = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellation };
        var smallest = new List<double>();
        var (sampling, started, divergences) = (TimeSpan.Zero, time.GetTimestamp(), 0);
        foreach (var group in workload.Groups)
        {
            var metrics = new IReadOnlyList<double>?[judges.Count];
            for (var fold = 0; fold < PaperWorkload.Folds; fold++)
            {
                // One design serves all judges; sampling and diagnosing take turns, so that each has its own wall time.
                var batch = time.GetTimestamp();
                var rows = workload.RowsOf(group, fold);
                var design = workload.Design(rows);
                var draws = new PosteriorDraws[judges.Count];
                var seed = (ulong)smallest.Count;
                Parallel.For(0, judges.Count, threads, j =>
                {
                    var own = options with { Seed = seed + (ulong)j, Parallelism = 1 };
                    if (metrics[j] is { } metric) own = own with { InverseMetric = metric, Warmup = Math.Min(own.Warmup, WarmupWithMetric) };
                    draws[j] = Sample(design, rows, workload.Votes[judges[j]], own, cancellation);
                    metrics[j] ??= [.. Enumerable.Range(0, draws[j].Dimension).Select(p => draws[j].Adaptations.Average(chain => chain.InverseMetric[p]))];
                });
                sampling += time.GetElapsedTime(batch);
                var ess = new double[judges.Count];
                Parallel.For(0, judges.Count, threads, j => ess[j] = PosteriorBenchWorkflow.MinEssBulk(draws[j]));
                smallest.AddRange(ess);
                divergences += draws.Sum(of => of.Transitions.ToArray().Count(transition => transition.Diverged));
                progress?.Report(new WorkProgress("fits", smallest.Count, total));
            }
        }
        using var process = Process.GetCurrentProcess();
        return new PaperBenchResult(
            workload.Source, smallest.Count, options.Parallelism, options.Chains, options.Warmup, Math.Min(options.Warmup, WarmupWithMetric), options.Draws, sampling.TotalSeconds, time.GetElapsedTime(started).TotalSeconds,
            PosteriorBenchWorkflow.Median(smallest), smallest.Min(), divergences, process.PeakWorkingSet64 / 1048576.0);
    }

    private static PosteriorDraws Sample(DesignMatrix design, int[] rows, double[] votes, NutsOptions options, CancellationToken cancellation) =>
        NutsSampler.Sample(new LogisticRegression(design, [.. rows.Select(row => votes[row])], new LaplacePrior(0.1)), options, cancellation: cancellation);
}
