using System.Globalization;
using System.Threading.Channels;
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
        Judgements.Check(study, work.Judge);
        using var reading = Study.OpenToRead(study.Path);
        var judging = new PairJudging(work, new OrderAsker(work, model, tokenizer));
        var pairs = new PairsToJudge(reading, work, judging);
        // Counted before pairs are drawn, since both read the study.
        var total = progress is null ? 0 : pairs.Count();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var asked = Channel.CreateBounded<PairAsked>(4 * work.AtOnce);
        var (kept, run) = (Channel.CreateUnbounded<PairReadings>(), new Run());
        var asking = AskAsync(pairs, judging, work.AtOnce, asked.Writer, stopping);
        var keeping = Judgements.KeepAsync(study, work.Judge, kept.Reader, total, progress, watch);
        try
        {
            await ForwardAsync(asked.Reader, kept.Writer, keeping, run, () => Begin(study, work.Judge, pairs.BeginsAnew)).ConfigureAwait(false);
        }
        finally
        {
            kept.Writer.TryComplete();
            await stopping.CancelAsync().ConfigureAwait(false);
            // What is under way was paid: it is finished, and its answers are stored, also where readings cannot be kept.
            while (!asking.IsCompleted || asked.Reader.TryPeek(out _))
            {
                while (asked.Reader.TryRead(out _)) { }
                await Task.WhenAny(asking, Task.Delay(20, CancellationToken.None)).ConfigureAwait(false);
            }
        }
        var judged = await keeping.ConfigureAwait(false);
        await asking.ConfigureAwait(false);
        return new JudgeResult(work.Judge, judged, new JudgementReader(study).Counts(work.Judge.Name), AskingEnds.Of(run.Stop, run.NotStored, stop))
        {
            Stop = run.Stop,
            Notices = [.. work.Notices, .. Notices(study, work.Judge, run.Fresh)],
        };
    }

    private static async Task AskAsync(PairsToJudge pairs, PairJudging judging, int atOnce, ChannelWriter<PairAsked> asked, CancellationTokenSource stopping)
    {
        Exception? fault = null;
        try
        {
            await Parallel.ForEachAsync(pairs.All().TakeWhile(_ => !stopping.IsCancellationRequested), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (one, _) =>
            {
                var judged = await judging.RunAsync(one.Pair, one.Open, stopping.Token).ConfigureAwait(false);
                if (judged.Stop is not null) await stopping.CancelAsync().ConfigureAwait(false);
                await asked.WriteAsync(judged, CancellationToken.None).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            fault = error;
        }
        asked.TryComplete(fault);
    }

    // Pairs that were not asked wait for the first answer: before it nothing is known of a judge but its name.
    private static async Task ForwardAsync(ChannelReader<PairAsked> asked, ChannelWriter<PairReadings> kept, Task keeping, Run run, Action begin)
    {
        var (waiting, begun) = (new List<PairReadings>(), false);
        void Begin()
        {
            if (!begun) begin();
            begun = true;
            foreach (var one in waiting) kept.TryWrite(one);
            waiting.Clear();
        }
        await foreach (var judged in asked.ReadAllAsync().ConfigureAwait(false))
        {
            if (keeping.IsCompleted) break;
            run.Take(judged);
            if (judged.Read.Readings.Count == 0) continue;
            waiting.Add(judged.Read);
            if (begun || judged.Read.Readings.Any(reading => reading.State != ReadingState.Skipped)) Begin();
        }
        if (run.Stop is null && waiting.Count > 0) Begin();
    }

    private static void Begin(Study study, JudgeDescription judge, bool beginsAnew)
    {
        using var write = study.BeginWrite();
        using (var writer = write.Judgements(judge))
        {
            if (beginsAnew) writer.Forget();
        }
        write.Commit();
    }

    private static IEnumerable<string> Notices(Study study, JudgeDescription judge, TokenUsage fresh)
    {
        var shares = new JudgementReader(study).Readings(judge.Name).Select(one => one.Reading).Where(reading => reading.Verdict is not null).Select(reading => reading.Mass).OfType<double>().ToList();
        if (LetterMass.Of(shares)?.Notice is { } notice) yield return notice;
        if (fresh.Cached > 0) yield return string.Create(CultureInfo.InvariantCulture, $"Of {fresh.Prompt} tokens sent the server had {fresh.Cached} in its cache ({100.0 * fresh.Cached / fresh.Prompt:0} %).");
    }

    private sealed class Run
    {
        public ModelFailure? Stop { get; private set; }

        public int NotStored { get; private set; }

        public TokenUsage Fresh { get; private set; }

        public void Take(PairAsked judged)
        {
            Stop ??= judged.Stop;
            NotStored += judged.NotStored;
            Fresh += judged.Fresh;
        }
    }
}
