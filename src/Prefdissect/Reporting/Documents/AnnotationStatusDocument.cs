using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>annotate --status --json</c> prints.</summary>
public sealed record AnnotationStatusDocument(
    Provenance Provenance, string Annotator, string AnnotatorVersion, int Pairs, int Done, int Missing, int Failed,
    IReadOnlyList<StepProgressEntry> Steps, IReadOnlyList<StepFailureEntry> Failures, IReadOnlyList<StepProgressEntry> Queries, IReadOnlyList<StepFailureEntry> QueryFailures,
    IReadOnlyList<FlagEntry> Flags, IReadOnlyList<SpendingEntry> Spending)
{
    /// <summary>The document of a status.</summary>
    public static AnnotationStatusDocument Of(AnnotationStatus status, IReadOnlyList<Models.Costs.StepSpending> spending, Provenance provenance) => new(
        provenance, status.Annotator.Id, status.Annotator.Version, status.Pairs, status.Done, status.Missing, status.Failed,
        StepProgressEntry.Of(status.Steps), StepFailureEntry.Of(status.Failures), StepProgressEntry.Of(status.Queries), StepFailureEntry.Of(status.QueryFailures), FlagEntry.Of(status), [.. spending.Select(SpendingEntry.Of)]);
}
