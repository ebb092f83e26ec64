namespace Prefdissect.Figures;

/// <summary>The words around a figure.</summary>
/// <param name="Title">One sentence that says what the figure shows.</param>
public sealed record Caption(string Title)
{
    /// <summary>A second, quieter line under the title.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Lines under the figure: how many, who, when, what may not be concluded.</summary>
    public IReadOnlyList<string> Footnotes { get; init; } = [];

    /// <summary>The text of a badge for data that are not real, such as "simulated data"; no badge where null.</summary>
    public string? Simulated { get; init; }

    /// <summary>What a screen reader says after the title; where null the figure describes its own make-up.</summary>
    public string? Description { get; init; }
}
