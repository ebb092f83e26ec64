using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>How far one step is, in pairs, or in queries where it is about them.</summary>
public sealed record StepProgressEntry(string Step, int Done, int Missing, int Failed)
{
    /// <summary>The entries of steps.</summary>
    public static IReadOnlyList<StepProgressEntry> Of(IReadOnlyList<StepProgress> steps) => [.. steps.Select(step => new StepProgressEntry(step.Step, step.Done, step.Missing, step.Failed))];
}
