using Prefdissect.Judging;
using Prefdissect.Models.Answers;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>
/// Keeps what comes of asking a judge. Of a judge that is new, or asked otherwise than before, nothing stands in the study before its first answer: pairs that it was not asked about wait
/// for that, and so does what it said before.
/// </summary>
internal sealed class JudgingRun
{
    private readonly Study study;
    private readonly JudgeDescription judge;
    private readonly bool isNew;
    private readonly bool isChanged;
    private readonly List<PairReadings> waiting = [];
    private bool begun;
    private int judged;
    private int notStored;
    private ModelFailure? failure;

    /// <summary>Begins; writes nothing.</summary>
    /// <exception cref="RequestException">The judge's name belongs to another one.</exception>
    public JudgingRun(Study study, JudgeDescription judge)
    {
        Judgements.Check(study, judge);
        (this.study, this.judge) = (study, judge);
        var earlier = new JudgementReader(study).Description(judge.Name);
        (isNew, isChanged) = (earlier is null, JudgeChange.Of(study, judge).Count > 0);
        begun = !isNew && !isChanged && earlier!.AsksBothOrders == judge.AsksBothOrders;
    }

    /// <summary>Tokens of the answers that came new from the server.</summary>
    public TokenUsage Fresh { get; private set; }

    /// <summary>Keeps what comes until nothing comes any more.</summary>
    /// <param name="batches">What comes of asking.</param>
    /// <param name="total">How many pairs are expected.</param>
    /// <param name="progress">Is told of every batch.</param>
    /// <param name="watch">What to say beside the progress.</param>
    /// <param name="stop">Whether asking was cancelled.</param>
    public async Task<JudgeResult> RunAsync(IAsyncEnumerable<IReadOnlyList<PairAsked>> batches, int total, IProgress<WorkProgress>? progress, AskingWatch watch, CancellationToken stop)
    {
        await foreach (var together in batches.ConfigureAwait(false))
        {
            foreach (var asked in together) Take(asked);
            if (begun || waiting.Exists(pair => pair.Readings.Any(reading => reading.State != ReadingState.Skipped))) KeepWaiting();
            progress?.Report(new WorkProgress("pairs", judged + waiting.Count, Math.Max(total, judged + waiting.Count)) { Note = watch.Note() });
        }
        var end = AskingEnds.Of(failure, notStored, stop);
        // Of a judge of which nothing is known the reasons why it was not asked are worth keeping; what another asking gave is worth more than them.
        if (isNew && end == AskingEnd.Complete) KeepWaiting();
        return new JudgeResult(judge, judged, new JudgementReader(study).Counts(judge.Name), end) { Stop = failure, Notices = [.. Notices()] };
    }

    private void Take(PairAsked asked)
    {
        failure ??= asked.Stop;
        notStored += asked.NotStored;
        Fresh += asked.Fresh;
        if (asked.Read.Readings.Count > 0) waiting.Add(asked.Read);
    }

    private void KeepWaiting()
    {
        if (waiting.Count == 0) return;
        if (isChanged && !begun) Judgements.KeepAnew(study, judge, waiting);
        else Judgements.Keep(study, judge, waiting);
        begun = true;
        judged += waiting.Count;
        waiting.Clear();
    }

    private IEnumerable<string> Notices()
    {
        if (waiting.Count == 0 || isNew) yield break;
        var reasons = waiting.SelectMany(pair => pair.Readings.Select(reading => reading.Reason)).Distinct();
        yield return $"As it is asked now, {judge.Name} answered about no pair, and {waiting.Count} could not be asked ({string.Join("; ", reasons)}): what it said before stays.";
    }
}
