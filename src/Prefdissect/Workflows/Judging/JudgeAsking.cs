using Prefdissect.Judging;
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
    /// <summary>The pairs that are to be asked about, with the orders that are open, read as they are drawn. Those whose responses are equal are not asked about.</summary>
    /// <param name="reading">The study.</param>
    /// <exception cref="RequestException">The name belongs to another judge.</exception>
    public IEnumerable<(PairToJudge Pair, IReadOnlyList<AskedOrder> Orders)> ToAsk(Study reading)
    {
        Judgements.Check(reading, judge);
        return Pairs(reading).All().Where(of => !of.Pair.HasEqualResponses).Select(of => (of.Pair, Orders(of.Open)));
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
        Study study, Func<PairToJudge, IReadOnlyList<AskedOrder>, Task<PairAsked>> ask, int atOnce, IProgress<WorkProgress>? progress, AskingWatch watch, CancellationToken stop)
    {
        var run = new JudgingRun(study, judge);
        using var reading = Study.OpenToRead(study.Path);
        var pairs = Pairs(reading);
        // Counted before pairs are drawn, since both read the study.
        var total = progress is null ? 0 : pairs.Count();
        var batches = AskedBatches.Of(
            pairs.All(), atOnce,
            (of, _) => of.Pair.HasEqualResponses ? Task.FromResult(PairAsked.Skipped(of.Pair, of.Open, PairAsked.EqualResponses)) : ask(of.Pair, Orders(of.Open)),
            asked => asked.Stop is not null, watch.Time, stop);
        return await run.RunAsync(batches, total, progress, watch, stop).ConfigureAwait(false);
    }

    private PairsToJudge Pairs(Study reading) => new(reading, judge, scope, kept => [.. orders.Where(order => !kept.Any(of => IsKept(of, order))).Select(order => (0, order))]);

    private bool IsKept(OrderReading reading, AskedOrder order) => reading.Round == 0 && reading.Order == order && !(scope.RetriesFailed && reading.State == ReadingState.Failed);

    private static IReadOnlyList<AskedOrder> Orders(IReadOnlyList<(int Round, AskedOrder Order)> open) => [.. open.Select(one => one.Order)];
}
