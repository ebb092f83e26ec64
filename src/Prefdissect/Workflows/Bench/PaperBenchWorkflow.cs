using System.Diagnostics;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Workflows.Bench;

/// <summary>Fits the paper's whole workload, 33 judges × 16 groups × 10 folds, and counts seconds and effective draws.</summary>
public static class PaperBenchWorkflow
{
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
            for (var fold = 0; fold < PaperWorkload.Folds; fold++)
            {
                // One design serves all judges; sampling and diagnosing take turns, so that each has its own wall time.
                var batch = time.GetTimestamp();
                var rows = workload.RowsOf(group, fold);
                var design = workload.Design(rows);
                var draws = new PosteriorDraws[judges.Count];
                var seed = (ulong)smallest.Count;
                Parallel.For(0, judges.Count, threads, j => draws[j] = Sample(design, rows, workload.Votes[judges[j]], options with { Seed = seed + (ulong)j, Parallelism = 1 }, cancellation));
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
            workload.Source, smallest.Count, options.Parallelism, options.Chains, options.Warmup, options.Draws, sampling.TotalSeconds, time.GetElapsedTime(started).TotalSeconds,
            PosteriorBenchWorkflow.Median(smallest), smallest.Min(), divergences, process.PeakWorkingSet64 / 1048576.0);
    }

    private static PosteriorDraws Sample(DesignMatrix design, int[] rows, double[] votes, NutsOptions options, CancellationToken cancellation) =>
        NutsSampler.Sample(new LogisticRegression(design, [.. rows.Select(row => votes[row])], new LaplacePrior(0.1)), options, cancellation: cancellation);
}
