using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>How far one step is, in pairs.</summary>
public sealed record StepProgressEntry(string Step, int Done, int Missing, int Failed)
{
    /// <summary>The entries of a status.</summary>
    public static IReadOnlyList<StepProgressEntry> Of(AnnotationStatus status) => [.. status.Steps.Select(step => new StepProgressEntry(step.Step, step.Done, step.Missing, step.Failed))];
}
