using Prefdissect.Annotating.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Requests;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>Collects a reference answer for every query that has none.</summary>
public static class ReferenceWorkflow
{
    /// <summary>Asks for what is missing.</summary>
    /// <param name="study">The study.</param>
    /// <param name="work">What is asked.</param>
    /// <param name="model">Who is asked.</param>
    /// <param name="progress">Is told of every answer.</param>
    /// <param name="watch">The clock, and what to say beside the progress.</param>
    /// <param name="stop">Begins nothing new; what is under way is finished and kept.</param>
    public static async Task<ReferenceResult> RunAsync(Study study, ReferenceRequest work, IModel model, IProgress<WorkProgress>? progress, AskingWatch watch, CancellationToken stop)
    {
        var (reader, run) = (new QueryReader(study), RunOf(work));
        var total = reader.CountOpen(work.Task);
        await run.RunAsync(study, model, work.Model.Endpoint.Limits, () => progress?.Report(new WorkProgress("reference answers", run.Told, total) { Note = watch.Note() }), stop).ConfigureAwait(false);
        return new ReferenceResult(work.Model.Name, new StudyReader(study).Counts().Queries, run.Told, reader.CountUndone(work.Task), run.Failures, run.EndOf(stop))
        {
            Failed = reader.CountFailed(work.Task),
            Stop = run.Stop,
        };
    }

    /// <summary>The requests for what is missing, drawn one by one.</summary>
    internal static IEnumerable<ModelRequest> Requests(Study study, ReferenceRequest work) => RunOf(work).Requests(new QueryReader(study)).Select(one => one.Request);

    private static QueryRun<string> RunOf(ReferenceRequest work) => new(
        work.Task,
        query => work.Prompts.ReferenceRequest(query) with { Parameters = new RequestParameters { MaxTokens = work.MaxTokens } },
        ReferenceAnswer.Read,
        (writer, query, text) => writer.AddReference(query, text, work.Model.Name));
}
