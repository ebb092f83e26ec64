namespace Prefdissect.Dissecting.Contrasts;

/// <summary>Two sides to be compared property by property.</summary>
/// <param name="Group">How the comparison is called: the group both sides are of, or both groups.</param>
/// <param name="Greater">The side that a positive difference speaks for.</param>
/// <param name="Lesser">The side that is taken off.</param>
public sealed record ContrastPair(string Group, ContrastSide Greater, ContrastSide Lesser)
{
    /// <summary>The properties that both sides have, in the order of the first.</summary>
    public IReadOnlyList<string> Properties { get; } =
        [.. Order(Greater).Where(Lesser.Weights.Values.ContainsKey)];

    private static IEnumerable<string> Order(ContrastSide side) => side.Draws?.Properties ?? side.Weights.Values.Keys;
}
