using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Asking;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>Collects a reference answer for every query that has none. An answer that cannot be used is asked for anew in the next run.</summary>
public static class ReferenceWorkflow
{
    private const int BatchSize = 256;
    private const int MostAttempts = 20;

    /// <summary>Asks for what is missing.</summary>
    /// <param name="study">The study.</param>
    /// <param name="named">The model.</param>
    /// <param name="model">Who is asked.</param>
    /// <param name="prompts">The texts.</param>
    /// <param name="maxTokens">Longest answer in tokens.</param>
    /// <param name="progress">Is told of every answer.</param>
    /// <param name="watch">The clock, and what to say beside the progress.</param>
    /// <param name="stop">Begins nothing new; what is under way is finished and kept.</param>
    public static async Task<ReferenceResult> RunAsync(
        Study study, NamedModel named, IModel model, PromptSet prompts, int maxTokens, IProgress<WorkProgress>? progress, AskingWatch watch, CancellationToken stop)
    {
        using var reading = Study.OpenToRead(study.Path);
        var reader = new AnnotationReader(reading, new(named.Name, ""));
        var (total, collected, notStored, stopped) = (reader.CountWithoutReference(), 0, 0, (ModelFailure?)null);
        var failures = new Dictionary<string, int>(StringComparer.Ordinal);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var waiting = new List<(long Query, string Text)>();
        var again = new FreshAnswers(model, IsUsable, MostAttempts);
        await foreach (var (query, outcome) in again.AskAllAsync(Requests(reader, prompts, maxTokens), 2 * named.Endpoint.Limits.Concurrency, stopping.Token).ConfigureAwait(false))
        {
            if (outcome.HasAnswer && IsUsable(outcome)) waiting.Add((query, outcome.Answer.Text));
            else if (outcome.Failure is { StopsWork: true } failure)
            {
                stopped ??= failure;
                await stopping.CancelAsync().ConfigureAwait(false);
            }
            else if (outcome.Failure is { Reason: FailureReason.NotStored }) notStored++;
            else Count(failures, outcome.Failure?.ReasonText ?? AnswerFault.Empty);
            if (waiting.Count >= BatchSize) collected += Keep(study, named, waiting);
            progress?.Report(new WorkProgress("reference answers", collected + waiting.Count, total) { Note = watch.Note() });
        }
        collected += Keep(study, named, waiting);
        return new ReferenceResult(named.Name, new StudyReader(study).Counts().Queries, collected, new AnnotationReader(study, new(named.Name, "")).CountWithoutReference(), failures, AskingEnds.Of(stopped, notStored, stop)) { Stop = stopped };
    }

    /// <summary>The requests for what is missing, drawn one by one.</summary>
    internal static IEnumerable<(long Query, ModelRequest Request)> Requests(AnnotationReader reader, PromptSet prompts, int maxTokens)
    {
        for (var after = 0L; reader.WithoutReference(after, BatchSize) is { Count: > 0 } batch; after = batch[^1].Id)
        {
            foreach (var query in batch) yield return (query.Id, prompts.ReferenceRequest(query.Query) with { Parameters = new RequestParameters { MaxTokens = maxTokens } });
        }
    }

    private static bool IsUsable(ModelOutcome outcome) => outcome.HasAnswer && !string.IsNullOrWhiteSpace(outcome.Answer.Text);

    private static void Count(Dictionary<string, int> failures, string reason) => failures[reason] = failures.GetValueOrDefault(reason) + 1;

    private static int Keep(Study study, NamedModel named, List<(long Query, string Text)> answers)
    {
        if (answers.Count == 0) return 0;
        using (var write = study.BeginWrite())
        {
            var writer = write.Queries();
            foreach (var (query, text) in answers) writer.AddReference(query, text, named.Name);
            write.Commit();
        }
        var count = answers.Count;
        answers.Clear();
        return count;
    }
}
