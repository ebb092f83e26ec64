namespace Prefdissect.Figures;

/// <summary>One row of a <see cref="DotAndWhisker"/>.</summary>
/// <param name="Label">The row's name.</param>
/// <param name="Points">One entry a series, in the series' order; null where the series has no value in this row.</param>
public sealed record DotRow(string Label, IReadOnlyList<DotPoint?> Points)
{
    /// <summary>The heading the row stands under; a heading is drawn where it changes from one row to the next.</summary>
    public string? Group { get; init; }

    /// <summary>What shows when the pointer rests on the label; where null, the label.</summary>
    public string? Tooltip { get; init; }
}
