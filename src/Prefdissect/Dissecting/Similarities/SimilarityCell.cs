namespace Prefdissect.Dissecting.Similarities;

/// <summary>How alike two judges are, or why that cannot be said.</summary>
/// <param name="Value">The similarity, finite; <see langword="null"/> where it cannot be computed.</param>
/// <param name="Reason">Why there is no value, as a clause; <see langword="null"/> where there is one.</param>
/// <param name="Groups">Number of groups that the value is a mean over.</param>
/// <param name="Properties">Number of properties that both judges have: the smallest over the groups used; without a value, the largest that was found.</param>
public sealed record SimilarityCell(double? Value, string? Reason, int Groups, int Properties);
