using Prefdissect.Annotating;
using Prefdissect.Annotating.Asking;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>How far a model's annotation of a study is, counted in steps of pairs.</summary>
/// <param name="Annotator">Who rates.</param>
/// <param name="Pairs">Pairs in the study.</param>
/// <param name="Steps">The steps, in their order.</param>
/// <param name="Failures">What failed, by step and reason.</param>
/// <param name="Flags">Signs of manipulation and how many responses show them.</param>
public sealed record AnnotationStatus(
    AnnotatorIdentity Annotator, int Pairs, IReadOnlyList<StepProgress> Steps, IReadOnlyList<StepCount> Failures, IReadOnlyList<(string Kind, int Responses)> Flags)
{
    /// <summary>What models were asked of queries, counted in queries: <c>reference</c>, and <c>scenario</c> where it was asked.</summary>
    public IReadOnlyList<StepProgress> Queries { get; init; } = [];

    /// <summary>Why queries have none of it, by reason.</summary>
    public IReadOnlyList<StepCount> QueryFailures { get; init; } = [];

    /// <summary>Steps done.</summary>
    public int Done => Steps.Sum(step => step.Done);

    /// <summary>Steps not asked.</summary>
    public int Missing => Steps.Sum(step => step.Missing);

    /// <summary>Steps that failed or wait.</summary>
    public int Failed => Steps.Sum(step => step.Failed);

    /// <summary>Reads how far the annotation is.</summary>
    public static AnnotationStatus Of(Study study, AnnotatorIdentity annotator)
    {
        var (reader, pairs) = (new AnnotationReader(study, annotator), new StudyReader(study).Counts().Pairs);
        var counts = reader.Counts();
        var steps = AnnotationStep.All.Select(step =>
        {
            int Of(StepStatus status) => counts.Where(count => count.Step == step.Name && count.Status == status).Sum(count => count.Count);
            var (done, failed) = (Of(StepStatus.Done), Of(StepStatus.Failed));
            return new StepProgress(step.Name, done, pairs - done - failed, failed);
        });
        return new AnnotationStatus(annotator, pairs, [.. steps], [.. counts.Where(count => count.Status == StepStatus.Failed)], reader.Flags())
        {
            Queries = [.. OfQueries(study)],
            QueryFailures = [.. new[] { QueryTask.Reference, QueryTask.Scenario }.SelectMany(new QueryReader(study).Failures)],
        };
    }

    /// <summary>Reads how far the annotation of one model is: of the one named, or of the only one there is.</summary>
    /// <exception cref="RequestException">No model has annotated the study, or several have and none is named.</exception>
    public static AnnotationStatus Of(Study study, string? name)
    {
        var models = new StudyReader(study).Annotators().Where(annotator => annotator.IsModel).ToList();
        if (models.Count == 0) throw new RequestException($"No model has annotated the study yet. Begin with `prefdissect annotate -s {ShellWord.Of(study.Path)} --annotator llm --model NAME`.");
        return Of(study, AnnotatorChoice.Of(models, name ?? "llm"));
    }

    private static IEnumerable<StepProgress> OfQueries(Study study)
    {
        var (reader, queries) = (new QueryReader(study), new StudyReader(study).Counts().Queries);
        foreach (var task in new[] { QueryTask.Reference, QueryTask.Scenario })
        {
            var (done, failed) = (reader.CountDone(task), reader.CountFailed(task));
            // Scenarios are no part of an annotation: where nobody asked for them none is missing.
            if (task == QueryTask.Reference || done + failed > 0) yield return new StepProgress(task, done, queries - done - failed, failed);
        }
    }
}
