using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Importing;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>Makes ratings anew of the answers that a model's annotation rests on, by other rules. Nothing is asked.</summary>
public static class ResolveAgainWorkflow
{
    private const int BatchSize = 256;

    /// <summary>Resolves every step that is done.</summary>
    /// <param name="study">The study.</param>
    /// <param name="status">Whose answers.</param>
    /// <param name="rules">The rules.</param>
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
        var (resolved, pairs) = (0, 0);
        for (var after = 0L; reader.PairsAfter(after, BatchSize) is { Count: > 0 } batch; after = batch[^1])
        {
            cancellation.ThrowIfCancellationRequested();
            var ratings = new List<(long Pair, ResolvedRating Rating)>();
            foreach (var pair in batch.Select(reader.Pair))
            {
                var info = await InfoOfAsync(pair, cache, cancellation).ConfigureAwait(false);
                foreach (var record in pair.Steps.Values.SelectMany(parts => parts).Where(record => record.Status == StepStatus.Done && record.Answers.Count > 0))
                {
                    var step = AnnotationStep.Of(record.Step);
                    if (step == AnnotationStep.QueryInfo) continue;
                    var names = Counting(record, pair.PartsOf(record.Step));
                    if (names.Count == 0) continue;
                    var set = properties.Only(names);
                    if (StepPlan.For(step, mode, set, info, hasReference: true) is not StepPlan.Ask ask || ask.Questions.Count != record.Answers.Count) continue;
                    var answers = new List<(StepQuestion, string)>();
                    foreach (var (question, key) in ask.Questions.Zip(record.Answers))
                    {
                        if ((await cache.FindAsync(key, cancellation).ConfigureAwait(false))?.Read().Answer is { } answer) answers.Add((question, answer.Text));
                    }
                    if (answers.Count < ask.Questions.Count) continue;
                    ratings.AddRange(Resolver.Ratings(step, set, new StepState.Answered(answers), rules).Select(rating => (pair.Id, rating)));
                    resolved++;
                }
            }
            Keep(study, status, ratings);
            pairs += batch.Count;
            progress?.Report(new WorkProgress("pairs", pairs, status.Pairs));
        }
        return resolved;
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

    private static void Keep(Study study, AnnotationStatus status, IReadOnlyList<(long Pair, ResolvedRating Rating)> ratings)
    {
        using var write = study.BeginWrite();
        using (var writer = write.Ratings(status.Annotator))
        {
            foreach (var (pair, rating) in ratings) writer.AddToPair(pair, rating.Side, rating.Property, rating.Rating, rating.Reason);
        }
        write.Commit();
    }
}
