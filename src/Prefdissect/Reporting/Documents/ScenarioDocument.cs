using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>scenario --json</c> prints.</summary>
public sealed record ScenarioDocument(Provenance Provenance, string Classifier, string End, int Told, int Failed, IReadOnlyDictionary<string, int> Failures, IReadOnlyList<ToldScenarioEntry> Scenarios)
{
    /// <summary>The document of a run.</summary>
    public static ScenarioDocument Of(ScenarioResult result, Provenance provenance) => new(
        provenance, result.Classifier, EndText.Of(result.End), result.Told, result.Failed, result.Failures,
        [.. result.Scenarios.Select(of => new ToldScenarioEntry(of.Scenario, of.Group, of.Classifier, of.Count))]);
}
