using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Importing;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>Makes ratings anew of the answers that a model's annotation rests on, by other rules, which stay with the annotator. Nothing is asked.</summary>
public static class ResolveAgainWorkflow
{
    private const int BatchSize = 256;

    /// <summary>
    /// Resolves every step that has its answers: one that is done, and one that failed because an answer could not be used by the rules before. A step whose answer cannot be used by these
    /// rules has failed from now on.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="status">Whose answers.</param>
    /// <param name="rules">The rules; what is asked later is resolved by them too.</param>
    /// <param name="cache">The stored answers.</param>
    /// <param name="progress">Is told of every batch.</param>
    /// <param name="cancellation">Stops; batches before are kept.</param>
    /// <returns>Steps resolved.</returns>
    public static async Task<int> RunAsync(
        Study study, AnnotationStatus status, ResolvingRules rules, AnswerStore cache, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var reader = new AnnotationReader(study, status.Annotator);
        var properties = new StudyReader(study).Properties();
        var mode = status.Annotator.Id.Split('#')[0].EndsWith(":single", StringComparison.Ordinal) ? AnnotationMode.Single : AnnotationMode.Pair;
        Keep(study, status, rules);
        var (resolved, pairs) = (0, 0);
        for (var after = 0L; reader.PairsAfter(after, BatchSize) is { Count: > 0 } batch; after = batch[^1])
        {
            cancellation.ThrowIfCancellationRequested();
            var steps = new List<(long Pair, StepOutcome Step)>();
            foreach (var pair in batch.Select(reader.Pair))
            {
                var info = await InfoOfAsync(pair, cache, cancellation).ConfigureAwait(false);
                foreach (var record in pair.Steps.Values.SelectMany(parts => parts).Where(record => record.Answers.Count > 0 && record.Step != AnnotationStep.QueryInfo.Name))
                {
                    var names = Counting(record, pair.PartsOf(record.Step));
                    if (names.Count == 0) continue;
                    var (step, set) = (AnnotationStep.Of(record.Step), properties.Only(names));
                    if (StepPlan.For(step, mode, set, info, hasReference: true) is not StepPlan.Ask ask) continue;
                    if (await AnswersAsync(ask.Questions, record, cache, cancellation).ConfigureAwait(false) is not { } answers) continue;
                    var outcome = Outcome(step, set, record, answers, rules);
                    if (outcome.Record.Status == StepStatus.Done || record.Status == StepStatus.Done) steps.Add((pair.Id, outcome));
                }
            }
            Keep(study, status, rules, steps);
            (resolved, pairs) = (resolved + steps.Count, pairs + batch.Count);
            progress?.Report(new WorkProgress("pairs", pairs, status.Pairs));
        }
        return resolved;
    }

    private static StepOutcome Outcome(AnnotationStep step, PropertySet set, StepRecord record, IReadOnlyList<(StepQuestion Question, string Text)> answers, ResolvingRules rules)
    {
        var unusable = answers.Select(answer => StepAnswerReader.Read(answer.Question, answer.Text, rules.OffScale)).OfType<AnswerReading.Unusable>().FirstOrDefault();
        return unusable is null
            ? new StepOutcome(step, set, record with { Status = StepStatus.Done, Reason = null }, new StepState.Answered(answers))
            : new StepOutcome(step, set, record with { Status = StepStatus.Failed, Reason = unusable.Reason }, new StepState.Failed(unusable.Reason));
    }

    private static async Task<IReadOnlyList<(StepQuestion Question, string Text)>?> AnswersAsync(
        IReadOnlyList<StepQuestion> questions, StepRecord record, AnswerStore cache, CancellationToken cancellation)
    {
        if (questions.Count != record.Answers.Count) return null;
        var answers = new List<(StepQuestion, string)>();
        foreach (var (question, key) in questions.Zip(record.Answers))
        {
            if ((await cache.FindAsync(key, cancellation).ConfigureAwait(false))?.Read().Answer is not { } answer) return null;
            answers.Add((question, answer.Text));
        }
        return answers;
    }

    // What the pair's own questions were made of: its query may have been examined again since.
    private static async Task<QueryInfo?> InfoOfAsync(PairToAsk pair, AnswerStore cache, CancellationToken cancellation)
    {
        if (pair.InfoAnswers.Count == 0 || (await cache.FindAsync(pair.InfoAnswers[^1], cancellation).ConfigureAwait(false))?.Read().Answer is not { } answer) return pair.Info;
        return Resolver.Info(new StepState.Answered([(new StepQuestion(AnnotationStep.QueryInfo, null, []), answer.Text)])) ?? pair.Info;
    }

    // A property that a later part names too is that part's; one that was put aside has no rating.
    private static IReadOnlyList<string> Counting(StepRecord record, IReadOnlyList<StepRecord> parts) =>
    [
        .. record.Properties.Where(asked => !asked.IsAside && !parts.Any(other => other.Part > record.Part && other.Properties.Any(of => of.Name == asked.Name))).Select(asked => asked.Name),
    ];

    private static void Keep(Study study, AnnotationStatus status, ResolvingRules rules, IReadOnlyList<(long Pair, StepOutcome Step)>? steps = null)
    {
        using var write = study.BeginWrite();
        using (var states = write.Annotation(status.Annotator))
        using (var ratings = write.Ratings(status.Annotator))
        {
            states.ResolveBy(rules);
            foreach (var (pair, step) in steps ?? [])
            {
                states.Add(pair, step.Record);
                foreach (var rating in Resolver.Ratings(step.Step, step.Properties, step.State, rules)) ratings.AddToPair(pair, rating.Side, rating.Property, rating.Rating, rating.Reason);
            }
        }
        write.Commit();
    }
}
