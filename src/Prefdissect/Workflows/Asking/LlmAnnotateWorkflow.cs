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
        var (pairs, notStored, failure) = (0, 0, (ModelFailure?)null);
        var batches = AskedBatches.Of(PairsToAsk.Of(reader, annotator, work), AtOnce(work), annotator.RunAsync, outcome => outcome.Stop is not null, watch.Time, stop);
        // States can be made again from stored answers, so that they need no transaction each.
        await foreach (var together in batches.ConfigureAwait(false))
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
