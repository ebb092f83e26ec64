namespace Prefdissect.Workflows.Explaining;

/// <summary>A model that says nothing of the pair.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Group">The group that it was fitted on.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record NotExplained(string Judge, string Group, string Reason);
