using Prefdissect.Studies;

namespace Prefdissect.Reporting.Documents;

/// <summary>How often one step failed for one reason.</summary>
public sealed record StepFailureEntry(string Step, string Reason, int Count)
{
    /// <summary>The entries of failures.</summary>
    public static IReadOnlyList<StepFailureEntry> Of(IReadOnlyList<StepCount> failures) => [.. failures.Select(failure => new StepFailureEntry(failure.Step, failure.Reason ?? "", failure.Count))];
}
