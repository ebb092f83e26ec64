using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>How often one step failed for one reason.</summary>
public sealed record StepFailureEntry(string Step, string Reason, int Count)
{
    /// <summary>The entries of a status.</summary>
    public static IReadOnlyList<StepFailureEntry> Of(AnnotationStatus status) => [.. status.Failures.Select(failure => new StepFailureEntry(failure.Step, failure.Reason ?? "", failure.Count))];
}
