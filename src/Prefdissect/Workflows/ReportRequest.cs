namespace Prefdissect.Workflows;

/// <summary>What an interactive report is to show.</summary>
public sealed record ReportRequest
{
    /// <summary>Judges by name; all where empty.</summary>
    public IReadOnlyList<string> Judges { get; init; } = [];

    /// <summary>Annotator by name; where <see langword="null"/>, the only one there is besides <c>planted</c>.</summary>
    public string? Annotator { get; init; }

    /// <summary>Most pairs whose texts are shown; 0 for none.</summary>
    public int Samples { get; init; }

    /// <summary>Where chance begins.</summary>
    public long Seed { get; init; } = 1;
}
