using System.Collections.Concurrent;
using Prefdissect.Dissecting;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Makes what is missing of the fits that are asked for: first every whole fit, then the folds, each kept in the study at once.</summary>
/// <param name="planned">The fits.</param>
/// <param name="request">How to fit.</param>
/// <param name="store">Where they are kept.</param>
/// <param name="progress">Told after each.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class PlannedFits(
    IReadOnlyList<PlannedFit> planned, FitRequest request, FitStore store, IProgress<WorkProgress>? progress, CancellationToken cancellation)
{
    private readonly Lock keeping = new();

    /// <summary>The fits, in the order in which they are asked for.</summary>
    public IReadOnlyList<JudgeFit> Make()
    {
        var fits = new JudgeFit[planned.Count];
        for (var i = 0; i < fits.Length; i++)
        {
            if (planned[i].Stored is { } stored) fits[i] = stored with { Design = planned[i].Design.Report };
        }
        ForEach("fits", i => fits[i] is null, (i, threads) =>
        {
            var sampled = (SampledFit)Dissection.FitWhole(planned[i].Subject, planned[i].Design, request.Options, threads, cancellation);
            return () => { store.Keep(sampled); fits[i] = sampled.Fit; };
        });
        ForEach("folds", i => fits[i].Folds is null, (i, threads) =>
        {
            var folded = Dissection.WithFolds(fits[i], planned[i].Design, threads, cancellation);
            return () => { store.Complete(folded); fits[i] = folded; };
        });
        return fits;
    }

    /// <summary>Does the work that is missing, and keeps each piece as soon as it is done. Small fits come first, so that a run that is stopped early keeps some.</summary>
    private void ForEach(string stage, Func<int, bool> isMissing, Func<int, int, Action> work)
    {
        int[] missing = [.. Enumerable.Range(0, planned.Count).Where(isMissing).OrderBy(i => planned[i].Design.Rows)];
        if (missing.Length == 0) return;
        var done = 0;
        // Fits side by side use the processors best; where there are fewer fits than threads, each takes several.
        var inEach = Math.Max(1, (request.Threads + missing.Length - 1) / missing.Length);
        var threads = new ParallelOptions { MaxDegreeOfParallelism = request.Threads, CancellationToken = cancellation };
        Parallel.ForEach(Partitioner.Create(missing, EnumerablePartitionerOptions.NoBuffering), threads, i =>
        {
            var keep = work(i, inEach);
            lock (keeping)
            {
                keep();
                progress?.Report(new WorkProgress(stage, ++done, missing.Length));
            }
        });
    }
}
