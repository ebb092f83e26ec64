namespace Prefdissect.Workflows;

/// <summary>Which fits to show.</summary>
public sealed record DissectRequest
{
    /// <summary>Judges by name; all where empty.</summary>
    public IReadOnlyList<string> Judges { get; init; } = [];

    /// <summary>Groups by name; all that were fitted where empty.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Annotator by name; where <see langword="null"/>, the only one there is besides <c>planted</c>.</summary>
    public string? Annotator { get; init; }

    /// <summary>Whether fits are held against what the study now says, which reads all of its votes and ratings.</summary>
    public FreshnessCheck Freshness { get; init; } = FreshnessCheck.Held;
}
