using Prefdissect.Models.Fencing;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>
/// Looks through the responses of a study that nobody looked through yet for signs of manipulation, and flags those that show any. Killed and started again, it goes on where it stopped.
/// </summary>
public static class FlagWorkflow
{
    private const int BatchSize = 4096;

    /// <summary>Looks through what is missing.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was found so far is kept.</exception>
    public static void Run(Study study, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var reader = new StudyReader(study);
        var (missing, done, after) = (reader.CountUnscanned(), 0, 0L);
        while (reader.Unscanned(after, BatchSize) is { Count: > 0 } batch)
        {
            var signs = new IReadOnlyList<ManipulationSign>[batch.Count];
            Parallel.For(0, batch.Count, new ParallelOptions { CancellationToken = cancellation }, i => signs[i] = ManipulationScan.Of(batch[i].Text));
            using var write = study.BeginWrite();
            var scans = write.Scans();
            for (var i = 0; i < batch.Count; i++) scans.Add(batch[i].Id, signs[i]);
            write.Commit();
            (done, after) = (done + batch.Count, batch[^1].Id);
            progress?.Report(new WorkProgress("responses looked through", done, missing));
        }
    }
}
