namespace Prefdissect.Reporting.Documents;

/// <summary>Something that could not be fitted.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record RefusedFitEntry(string Judge, string Group, string Reason);
