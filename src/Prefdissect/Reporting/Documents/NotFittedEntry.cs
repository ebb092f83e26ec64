namespace Prefdissect.Reporting.Documents;

/// <summary>A property that is not in a fit.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Reason">Why.</param>
public sealed record NotFittedEntry(string Property, string Reason);
