using System.Collections.Concurrent;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.AnnotatorErrors;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Makes what is missing of the corrections that are asked for, each kept in the study at once.</summary>
/// <param name="study">Where they are kept.</param>
/// <param name="mistakes">The mistakes of the annotator.</param>
/// <param name="threads">How many are made at once.</param>
/// <param name="progress">Told after each.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class PlannedCorrections(Study study, DoublyRatedPairs mistakes, int threads, IProgress<WorkProgress>? progress, CancellationToken cancellation)
{
    private readonly CorrectionStore store = new(study);
    private readonly Lock keeping = new();

    /// <summary>The corrections of stored fits, in their order; one that is there and still holds is kept again, so that it is the one shown.</summary>
    public IReadOnlyList<FitCorrection> Make(IReadOnlyList<JudgeFit> fits, IReadOnlyList<Design> designs)
    {
        var corrections = fits.Select(fit => store.Of(fit, mistakes.Trusted) is { } kept && kept.MistakesHash == mistakes.DataHash ? kept : null).ToArray();
        foreach (var (fit, kept) in fits.Zip(corrections))
        {
            if (kept is not null) store.Keep(fit, kept);
        }
        int[] missing = [.. Enumerable.Range(0, fits.Count).Where(i => corrections[i] is null).OrderBy(i => designs[i].Rows)];
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.ForEach(Partitioner.Create(missing, EnumerablePartitionerOptions.NoBuffering), parallel, i =>
        {
            var correction = FitCorrection.Of(fits[i], designs[i], mistakes, cancellation);
            lock (keeping)
            {
                store.Keep(fits[i], correction);
                corrections[i] = correction;
                progress?.Report(new WorkProgress("corrections", ++done, missing.Length));
            }
        });
        return [.. corrections.OfType<FitCorrection>()];
    }
}
