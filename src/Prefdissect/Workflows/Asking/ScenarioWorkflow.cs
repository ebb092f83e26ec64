using Prefdissect.Annotating.Scenarios;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Requests;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>
/// Tells the scenario of every query of a study, by a model or by the query's words. What several told is kept side by side: a model goes before words, and of several
/// models the one that told last. Votes that name a scenario keep theirs.
/// </summary>
public static class ScenarioWorkflow
{
    private const int BatchSize = 256;
    private const int MaxTokens = 128;

    /// <summary>By the query's words alone, offline.</summary>
    public static ScenarioResult ByWords(Study study, ScenarioGroups groups, CancellationToken cancellation)
    {
        var (reader, task, told) = (new QueryReader(study), new QueryTask(QueryTask.Scenario, QueryTask.Words), 0);
        for (var after = 0L; reader.Open(task, after, BatchSize) is { Count: > 0 } batch; after = batch[^1].Id)
        {
            cancellation.ThrowIfCancellationRequested();
            using var write = study.BeginWrite();
            var writer = write.Queries();
            foreach (var query in batch)
            {
                var scenario = WordClassifier.Embedded.Classify(query.Query.Text);
                writer.AddScenario(query.Id, scenario.Name, groups.Of(scenario.Name), QueryTask.Words);
            }
            write.Commit();
            told += batch.Count;
        }
        return new ScenarioResult(QueryTask.Words, told, reader.Scenarios(), new Dictionary<string, int>(), AskingEnd.Complete);
    }

    /// <summary>By a model. An answer that cannot be used is mended once.</summary>
    /// <param name="study">The study.</param>
    /// <param name="work">What is asked.</param>
    /// <param name="model">Who is asked.</param>
    /// <param name="progress">Is told of every answer.</param>
    /// <param name="watch">The clock, and what to say beside the progress.</param>
    /// <param name="stop">Begins nothing new; what is under way is finished and kept.</param>
    public static async Task<ScenarioResult> ByModelAsync(Study study, ScenarioRequest work, IModel model, IProgress<WorkProgress>? progress, AskingWatch watch, CancellationToken stop)
    {
        var reader = new QueryReader(study);
        var run = new QueryRun<Scenario>(
            work.Task,
            query => ScenarioQuestion.Request(work.Prompts, query) with { Parameters = new RequestParameters { MaxTokens = MaxTokens } },
            answer => ScenarioQuestion.Read(answer.Text),
            (writer, query, scenario) => writer.AddScenario(query, scenario.Name, work.Groups.Of(scenario.Name), work.Model.Name));
        var mended = new MendedAnswers(model, answer => ScenarioQuestion.Read(answer.Text).Failure);
        var total = reader.CountOpen(work.Task);
        await run.RunAsync(study, mended, work.Model.Endpoint.Limits, () => progress?.Report(new WorkProgress("queries", run.Told, total) { Note = watch.Note() }), stop).ConfigureAwait(false);
        return new ScenarioResult(work.Model.Name, run.Told, reader.Scenarios(), run.Failures, run.EndOf(stop)) { Failed = reader.CountFailed(work.Task), Stop = run.Stop };
    }
}
