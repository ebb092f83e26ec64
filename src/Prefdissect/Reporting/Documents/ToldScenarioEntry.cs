namespace Prefdissect.Reporting.Documents;

/// <summary>How many queries have one scenario.</summary>
public sealed record ToldScenarioEntry(string Scenario, string Group, string Classifier, int Queries);
