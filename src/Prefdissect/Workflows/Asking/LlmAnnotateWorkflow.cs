using System.Threading.Channels;
using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>
/// Has a model rate the pairs of a study: asks what is missing, and keeps states and ratings. Memory does not grow with the study, since pairs are read as they are asked.
/// Killed and started again, it asks only what has no stored answer.
/// </summary>
public static class LlmAnnotateWorkflow
{
    private const int MostTogether = 512;
    private static readonly TimeSpan LongestTogether = TimeSpan.FromSeconds(1);

    /// <summary>Asks what is missing.</summary>
    /// <param name="study">The study; nothing else may be writing through it.</param>
    /// <param name="work">What is to be asked.</param>
    /// <param name="model">Who is asked.</param>
    /// <param name="progress">Is told of every pair.</param>
    /// <param name="watch">The clock, and what to say beside the progress.</param>
    /// <exception cref="StudyException">The study cannot be written to, or holds ratings by another definition of a property that are of no model; nothing was sent then.</exception>
    /// <param name="stop">Begins nothing new; what is under way is finished and kept.</param>
    public static async Task<LlmAnnotateResult> RunAsync(
        Study study, LlmAnnotateRequest work, IModel model, IProgress<WorkProgress>? progress, AskingWatch watch, CancellationToken stop)
    {
        using var reading = Study.OpenToRead(study.Path);
        var reader = new AnnotationReader(reading, work.Identity);
        reader.Changing(work.Properties.Own);
        work = work with { Rules = reader.Rules };
        var annotator = new PairAnnotator(work, new QuestionAsker(work, model));
        if (reader.IsKnown) Use(study, work);
        var begun = false;
        var total = progress is null ? 0 : PairsToAsk.Count(reader, annotator, work);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var outcomes = Channel.CreateBounded<PairOutcome>(2 * AtOnce(work));
        var asking = AskAsync(PairsToAsk.Of(reader, annotator, work), annotator, AtOnce(work), outcomes.Writer, stopping);
        var (pairs, notStored, failure) = (0, 0, (ModelFailure?)null);
        try
        {
            await foreach (var together in Together(outcomes.Reader, watch.Time).ConfigureAwait(false))
            {
                begun = Keep(study, work, together, begun);
                foreach (var outcome in together)
                {
                    pairs += outcome.Steps.Count > 0 ? 1 : 0;
                    notStored += outcome.NotStored;
                    failure ??= outcome.Stop;
                }
                progress?.Report(new WorkProgress("pairs", pairs, Math.Max(total, pairs)) { Note = watch.Note() });
            }
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await FinishAsync(asking, outcomes.Reader).ConfigureAwait(false);
        }
        return new LlmAnnotateResult(work.Identity, AnnotationStatus.Of(study, work.Identity), AskingEnds.Of(failure, notStored, stop)) { Pairs = pairs, Stop = failure, NotStored = notStored };
    }

    /// <summary>How many pairs are under way: twice what the server may be asked at once, so that it never waits for pairs.</summary>
    internal static int AtOnce(LlmAnnotateRequest work) => 2 * work.Model.Endpoint.Limits.Concurrency;

    // A run that comes to nothing leaves the version that was used before it.
    private static void Use(Study study, LlmAnnotateRequest work)
    {
        using var write = study.BeginWrite();
        using (var states = write.Annotation(work.Identity)) states.Use(work.AskedWith);
        write.Commit();
    }

    private static async Task AskAsync(IEnumerable<PairToAsk> pairs, PairAnnotator annotator, int atOnce, ChannelWriter<PairOutcome> outcomes, CancellationTokenSource stopping)
    {
        Exception? fault = null;
        try
        {
            await Parallel.ForEachAsync(pairs.TakeWhile(_ => !stopping.IsCancellationRequested), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (pair, _) =>
            {
                var outcome = await annotator.RunAsync(pair, stopping.Token).ConfigureAwait(false);
                if (outcome.Stop is not null) await stopping.CancelAsync().ConfigureAwait(false);
                await outcomes.WriteAsync(outcome, CancellationToken.None).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            fault = error;
        }
        outcomes.TryComplete(fault);
    }

    // Where states cannot be kept, what is under way was paid all the same: it is finished, and its answers are stored.
    private static async Task FinishAsync(Task asking, ChannelReader<PairOutcome> outcomes)
    {
        while (!asking.IsCompleted)
        {
            while (outcomes.TryRead(out _)) { }
            await Task.WhenAny(asking, Task.Delay(20, CancellationToken.None)).ConfigureAwait(false);
        }
    }

    // States can be made again from stored answers, so that they need no transaction each.
    private static async IAsyncEnumerable<IReadOnlyList<PairOutcome>> Together(ChannelReader<PairOutcome> outcomes, TimeProvider time)
    {
        while (await outcomes.WaitToReadAsync().ConfigureAwait(false))
        {
            var (together, began) = (new List<PairOutcome>(), time.GetTimestamp());
            while (together.Count < MostTogether && time.GetElapsedTime(began) < LongestTogether)
            {
                if (outcomes.TryRead(out var outcome)) together.Add(outcome);
                else if (outcomes.Completion.IsCompleted) break;
                else await Task.Delay(20, CancellationToken.None).ConfigureAwait(false);
            }
            yield return together;
        }
        await outcomes.Completion.ConfigureAwait(false);
    }

    private static bool Keep(Study study, LlmAnnotateRequest work, IReadOnlyList<PairOutcome> outcomes, bool begun)
    {
        if (outcomes.All(outcome => outcome.Steps.Count == 0 && outcome.Signs is null)) return begun;
        using var write = study.BeginWrite();
        using (var states = write.Annotation(work.Identity))
        using (var ratings = write.Ratings(work.Identity))
        {
            if (!begun) Begin(states, work);
            var scans = write.Scans();
            foreach (var outcome in outcomes)
            {
                foreach (var step in outcome.Steps)
                {
                    states.Add(outcome.Pair.Id, step.Record);
                    foreach (var rating in RatingsOf(step, outcome.Pair, work)) ratings.AddToPair(outcome.Pair.Id, rating.Side, rating.Property, rating.Rating, rating.Reason);
                }
                if (outcome.Info is { } info) ratings.AddQueryInfo(outcome.Pair.Id, info);
                if (outcome.Signs is not { } signs) continue;
                scans.Add(outcome.Pair.First.Id, signs.First);
                scans.Add(outcome.Pair.Second.Id, signs.Second);
            }
        }
        write.Commit();
        return true;
    }

    private static void Begin(AnnotationWriter states, LlmAnnotateRequest work)
    {
        states.Use(work.AskedWith);
        states.Define([.. work.Steps.SelectMany(work.Wanted)], work.Properties.Own);
    }

    private static IEnumerable<ResolvedRating> RatingsOf(StepOutcome step, PairToAsk pair, LlmAnnotateRequest work)
    {
        var ratings = Resolver.Ratings(step.Step, step.Properties, step.State, work.Rules);
        return step.Step == AnnotationStep.QueryFree ? ratings.Concat(Resolver.Length(work.Properties, pair.First.Text, pair.Second.Text)) : ratings;
    }
}
