using System.Threading.Channels;
using Prefdissect.Judging;
using Prefdissect.Models.Answers;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>
/// Asks a judge about the pairs that it has not judged, many at once, and keeps what comes. A run that is killed loses nothing that is stored; started again, it asks only
/// what has no stored answer.
/// </summary>
/// <param name="judge">The judge.</param>
/// <param name="scope">Which pairs.</param>
/// <param name="orders">The orders that are asked about a pair.</param>
internal sealed class JudgeAsking(JudgeDescription judge, PairScope scope, IReadOnlyList<AskedOrder> orders)
{
    /// <summary>Reason where there is nothing to prefer.</summary>
    public const string EqualResponses = "both responses are the same text";

    /// <summary>The pairs of which an order is open, with these orders, read as they are drawn.</summary>
    /// <param name="reading">The study.</param>
    public IEnumerable<(PairToJudge Pair, IReadOnlyList<AskedOrder> Orders)> Open(Study reading)
    {
        var (pairs, judgements, anew) = (new JudgedPairReader(reading), new JudgementReader(reading), JudgeChange.Of(reading, judge).Count > 0);
        foreach (var id in scope.Sample is { } size ? BalancedSample.Of(pairs.Strata(), size, scope.Seed) : pairs.ByQuery())
        {
            var known = anew ? [] : judgements.Readings(judge.Name, id).Where(of => of.Round == 0 && !(scope.RetriesFailed && of.State == ReadingState.Failed)).Select(of => of.Order).ToList();
            IReadOnlyList<AskedOrder> open = [.. orders.Where(order => !known.Contains(order))];
            if (open.Count > 0) yield return (pairs.Pair(id), open);
        }
    }

    /// <summary>Asks.</summary>
    /// <param name="study">The study; nothing else may be writing through it.</param>
    /// <param name="ask">Asks about a pair in some orders. What is under way is finished also when the work is to stop.</param>
    /// <param name="atOnce">Pairs under way.</param>
    /// <param name="progress">Is told of every batch.</param>
    /// <param name="watch">The clock, and what to say beside the progress.</param>
    /// <param name="stop">Begins nothing new.</param>
    /// <exception cref="RequestException">The name belongs to another judge.</exception>
    public async Task<JudgeResult> RunAsync(
        Study study, Func<PairToJudge, IReadOnlyList<AskedOrder>, Task<AskedPair>> ask, int atOnce, IProgress<WorkProgress>? progress, AskingWatch watch, CancellationToken stop)
    {
        Judgements.Check(study, judge);
        using var reading = Study.OpenToRead(study.Path);
        // Drawn before anything is written: afterwards the description is the new one.
        var open = Open(reading);
        var total = progress is null ? 0 : Open(reading).Count();
        var anew = JudgeChange.Of(study, judge).Count > 0;
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var (kept, notStored, failure) = (Channel.CreateBounded<PairReadings>(2 * atOnce), 0, (ModelFailure?)null);
        var asking = AskAsync();
        var judged = await KeepAsync().ConfigureAwait(false);
        return new JudgeResult(judge, judged, new JudgementReader(study).Counts(judge.Name), AskingEnds.Of(failure, notStored, stop))
        {
            Stop = failure,
        };

        async Task<int> KeepAsync()
        {
            try
            {
                if (anew && await kept.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false)) Forget(study);
                return await Judgements.KeepAsync(study, judge, kept.Reader, total, progress, watch).ConfigureAwait(false);
            }
            finally
            {
                // Where readings cannot be kept, what is under way was paid all the same: it is finished, and its answers are stored.
                await stopping.CancelAsync().ConfigureAwait(false);
                while (!asking.IsCompleted)
                {
                    while (kept.Reader.TryRead(out _)) { }
                    await Task.WhenAny(asking, Task.Delay(20, CancellationToken.None)).ConfigureAwait(false);
                }
            }
        }

        async Task AskAsync()
        {
            Exception? fault = null;
            try
            {
                await Parallel.ForEachAsync(open.TakeWhile(_ => !stopping.IsCancellationRequested), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (of, _) =>
                {
                    var asked = of.Pair.HasEqualResponses ? Equal(of.Orders) : await ask(of.Pair, of.Orders).ConfigureAwait(false);
                    if (asked.Open is { Reason: FailureReason.NotStored }) Interlocked.Increment(ref notStored);
                    else if (asked.Open is { } stops)
                    {
                        Interlocked.CompareExchange(ref failure, stops, null);
                        await stopping.CancelAsync().ConfigureAwait(false);
                    }
                    if (asked.Readings.Count > 0) await kept.Writer.WriteAsync(new PairReadings(of.Pair.Id, asked.Readings), CancellationToken.None).ConfigureAwait(false);
                }).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                fault = error;
            }
            kept.Writer.TryComplete(fault);
        }
    }

    private static AskedPair Equal(IReadOnlyList<AskedOrder> orders) => new([.. orders.Select(order => new OrderReading(order) { State = ReadingState.Skipped, Reason = EqualResponses })]);

    private void Forget(Study study)
    {
        using var write = study.BeginWrite();
        using (var writer = write.Judgements(judge)) writer.Forget();
        write.Commit();
    }
}
