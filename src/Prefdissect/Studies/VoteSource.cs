namespace Prefdissect.Studies;

/// <summary>Where votes came from: provenance that a study keeps of every pair and vote.</summary>
/// <param name="Name">File name without folders, or the command's own words for a simulation.</param>
/// <param name="Format">Name of the format, or <c>simulation</c>.</param>
/// <param name="Simulated">Whether the texts and votes were made by the simulator.</param>
public sealed record VoteSource(string Name, string Format, bool Simulated);
