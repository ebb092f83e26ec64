using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>annotate --annotator llm --json</c> prints.</summary>
public sealed record LlmAnnotateDocument(
    Provenance Provenance, string Annotator, string AnnotatorVersion, string End, int Pairs, int Done, int Missing, int Failed,
    IReadOnlyList<StepProgressEntry> Steps, IReadOnlyList<StepFailureEntry> Failures, IReadOnlyList<FlagEntry> Flags)
{
    /// <summary>The document of a run.</summary>
    public static LlmAnnotateDocument Of(LlmAnnotateResult result, Provenance provenance) => new(
        provenance, result.Annotator.Id, result.Annotator.Version, EndText.Of(result.End), result.Pairs, result.Status.Done, result.Status.Missing, result.Status.Failed,
        StepProgressEntry.Of(result.Status.Steps), StepFailureEntry.Of(result.Status.Failures), FlagEntry.Of(result.Status));
}
