namespace Prefdissect.Reporting.Documents;

/// <summary>A model that says nothing of the pair.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group.</param>
/// <param name="Reason">Why.</param>
public sealed record NotExplainedEntry(string Judge, string Group, string Reason);
