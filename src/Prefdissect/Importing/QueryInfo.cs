namespace Prefdissect.Importing;

/// <summary>What an annotator found in a query (paper, §3.3): it decides which query-specific properties are called for.</summary>
public sealed record QueryInfo
{
    /// <summary>Whether the intent is clear; <see langword="null"/> where not said.</summary>
    public bool? ClearIntent { get; init; }

    /// <summary>Whether the user expresses feelings; <see langword="null"/> where not said.</summary>
    public bool? ExpressesFeelings { get; init; }

    /// <summary>Explicit constraints.</summary>
    public IReadOnlyList<string> Constraints { get; init; } = [];

    /// <summary>Explicit subjective stances.</summary>
    public IReadOnlyList<string> Stances { get; init; } = [];

    /// <summary>Explicit mistakes or biases.</summary>
    public IReadOnlyList<string> Mistakes { get; init; } = [];
}
