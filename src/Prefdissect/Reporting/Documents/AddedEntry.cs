namespace Prefdissect.Reporting.Documents;

/// <summary>What an import added to a study.</summary>
/// <param name="Pairs">Pairs that were not there.</param>
/// <param name="Votes">Votes that were not there.</param>
public sealed record AddedEntry(int Pairs, int Votes);
