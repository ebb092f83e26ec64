using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Scenarios;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>Tells the scenario of every query of a study, by a model or by the query's words. Votes that name a scenario keep theirs.</summary>
public static class ScenarioWorkflow
{
    private const int BatchSize = 256;
    private const int MostAttempts = 20;
    private const int MaxTokens = 128;
    private const string Words = "words";

    /// <summary>By the query's words alone, offline.</summary>
    public static ScenarioResult ByWords(Study study, ScenarioGroups groups, CancellationToken cancellation)
    {
        var (reader, told) = (Reader(study), 0);
        for (var after = 0L; reader.WithoutScenario(Words, after, BatchSize) is { Count: > 0 } batch; after = batch[^1].Id)
        {
            cancellation.ThrowIfCancellationRequested();
            Keep(study, groups, Words, [.. batch.Select(query => (query.Id, WordClassifier.Embedded.Classify(query.Query.Text)))]);
            told += batch.Count;
        }
        return new ScenarioResult(Words, told, reader.Scenarios(), new Dictionary<string, int>(), AskingEnd.Complete);
    }

    /// <summary>By a model. An answer that cannot be used is asked for anew in the next run.</summary>
    /// <param name="study">The study.</param>
    /// <param name="named">The model.</param>
    /// <param name="model">Who is asked.</param>
    /// <param name="asked">The texts, and the group of each scenario.</param>
    /// <param name="progress">Is told of every answer.</param>
    /// <param name="watch">The clock, and what to say beside the progress.</param>
    /// <param name="stop">Begins nothing new.</param>
    public static async Task<ScenarioResult> ByModelAsync(
        Study study, NamedModel named, IModel model, (PromptSet Prompts, ScenarioGroups Groups) asked, IProgress<WorkProgress>? progress, AskingWatch watch, CancellationToken stop)
    {
        using var reading = Study.OpenToRead(study.Path);
        var (reader, told, notStored, stopped) = (Reader(reading), 0, 0, (ModelFailure?)null);
        var (failures, waiting) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<(long, Scenario)>());
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var again = new FreshAnswers(model, outcome => outcome.HasAnswer && ScenarioQuestion.Read(outcome.Answer.Text).Scenario is not null, MostAttempts);
        await foreach (var (query, outcome) in again.AskAllAsync(Requests(reader, named.Name, asked.Prompts), 2 * named.Endpoint.Limits.Concurrency, stopping.Token).ConfigureAwait(false))
        {
            var (scenario, unusable) = outcome.HasAnswer ? ScenarioQuestion.Read(outcome.Answer.Text) : (null, null);
            if (scenario is not null) waiting.Add((query, scenario));
            else if (outcome.Failure is { StopsWork: true } failure)
            {
                stopped ??= failure;
                await stopping.CancelAsync().ConfigureAwait(false);
            }
            else if (outcome.Failure is { Reason: FailureReason.NotStored }) notStored++;
            else
            {
                var reason = unusable?.Reason ?? outcome.Failure?.ReasonText ?? AnswerFault.Empty;
                failures[reason] = failures.GetValueOrDefault(reason) + 1;
            }
            if (waiting.Count >= BatchSize) told += Keep(study, asked.Groups, named.Name, waiting);
            progress?.Report(new WorkProgress("queries", told + waiting.Count, null) { Note = watch.Note() });
        }
        told += Keep(study, asked.Groups, named.Name, waiting);
        return new ScenarioResult(named.Name, told, Reader(study).Scenarios(), failures, AskingEnds.Of(stopped, notStored, stop)) { Stop = stopped };
    }

    private static AnnotationReader Reader(Study study) => new(study, new("", ""));

    private static IEnumerable<(long Query, ModelRequest Request)> Requests(AnnotationReader reader, string classifier, PromptSet prompts)
    {
        for (var after = 0L; reader.WithoutScenario(classifier, after, BatchSize) is { Count: > 0 } batch; after = batch[^1].Id)
        {
            foreach (var query in batch) yield return (query.Id, ScenarioQuestion.Request(prompts, query.Query) with { Parameters = new RequestParameters { MaxTokens = MaxTokens } });
        }
    }

    private static int Keep(Study study, ScenarioGroups groups, string classifier, List<(long Query, Scenario Scenario)> told)
    {
        if (told.Count == 0) return 0;
        using (var write = study.BeginWrite())
        {
            var writer = write.Queries();
            foreach (var (query, scenario) in told) writer.AddScenario(query, scenario.Name, groups.Of(scenario.Name), classifier);
            write.Commit();
        }
        var count = told.Count;
        told.Clear();
        return count;
    }
}
