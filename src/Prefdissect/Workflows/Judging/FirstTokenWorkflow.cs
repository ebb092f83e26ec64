using System.Globalization;
using Prefdissect.Judging;
using Prefdissect.Judging.Asking;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Workflows.Judging;

/// <summary>
/// Has a model judge the pairs of a study by the first token of its answer: asks what is missing, and keeps readings and votes. Killed and started again, it asks only what has no
/// stored answer. Before the first answer nothing of the judge stands in the study.
/// </summary>
public static class FirstTokenWorkflow
{
    /// <summary>Asks what is missing.</summary>
    /// <param name="study">The study; nothing else may be writing through it.</param>
    /// <param name="work">What is to be asked.</param>
    /// <param name="model">Who is asked.</param>
    /// <param name="tokenizer">The server's own, or <see langword="null"/>.</param>
    /// <param name="progress">Is told of every batch of pairs.</param>
    /// <param name="watch">The clock, and what to say beside the progress.</param>
    /// <param name="stop">Begins nothing new; what is under way is finished and kept.</param>
    /// <exception cref="RequestException">The judge's name belongs to another one.</exception>
    public static async Task<JudgeResult> RunAsync(
        Study study, FirstTokenWork work, IModel model, Tokenizer? tokenizer, IProgress<WorkProgress>? progress, AskingWatch watch, CancellationToken stop)
    {
        var run = new JudgingRun(study, work.Judge);
        using var reading = Study.OpenToRead(study.Path);
        var judging = new PairJudging(work, new OrderAsker(work, model, tokenizer));
        var pairs = new PairsToJudge(reading, work.Judge, work.Request.Scope, judging.Open);
        // Counted before pairs are drawn, since both read the study.
        var total = progress is null ? 0 : pairs.Count();
        var batches = AskedBatches.Of(pairs.All(), work.AtOnce, (one, stopping) => judging.RunAsync(one.Pair, one.Open, stopping), asked => asked.Stop is not null, watch.Time, stop);
        var result = await run.RunAsync(batches, total, progress, watch, stop).ConfigureAwait(false);
        return result with { Notices = [.. work.Notices, .. result.Notices, .. Notices(study, work.Judge, run.Fresh)] };
    }

    private static IEnumerable<string> Notices(Study study, JudgeDescription judge, TokenUsage fresh)
    {
        var shares = new JudgementReader(study).Readings(judge.Name).Select(one => one.Reading).Where(reading => reading.Verdict is not null).Select(reading => reading.Mass).OfType<double>().ToList();
        if (LetterMass.Of(shares)?.Notice is { } notice) yield return notice;
        if (fresh.Cached > 0) yield return string.Create(CultureInfo.InvariantCulture, $"Of {fresh.Prompt} tokens sent the server had {fresh.Cached} in its cache ({100.0 * fresh.Cached / fresh.Prompt:0} %).");
    }
}
