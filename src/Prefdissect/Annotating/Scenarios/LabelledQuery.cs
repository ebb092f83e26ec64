namespace Prefdissect.Annotating.Scenarios;

/// <summary>A query whose scenario somebody has told.</summary>
/// <param name="Query">Its text.</param>
/// <param name="Scenario">Name of the scenario.</param>
public sealed record LabelledQuery(string Query, string Scenario);
