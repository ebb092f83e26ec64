namespace Prefdissect.Workflows;

/// <summary>What to contrast: two judges, or one judge on two groups.</summary>
public sealed record ContrastRequest
{
    /// <summary>Two judges, of the study or <c>published:NAME</c>; or one, to compare two groups.</summary>
    public required IReadOnlyList<string> Judges { get; init; }

    /// <summary>With two judges: the groups to show, all in common where empty. With one judge: the two groups to compare.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Annotator by name; where <see langword="null"/>, the only one there is besides <c>planted</c>.</summary>
    public string? Annotator { get; init; }

    /// <summary>Resamples of the bootstrap over queries; 0 for none.</summary>
    public int Replicates { get; init; } = 200;

    /// <summary>Whether queries are resampled: that takes two resamples at least.</summary>
    public bool HasBootstrap => Replicates >= 2;

    /// <summary>Where chance begins.</summary>
    public long Seed { get; init; } = 1;
}
