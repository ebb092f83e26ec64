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

    /// <summary>Where the label leads: begins with <c>?</c>, <c>#</c> or one <c>/</c>.</summary>
    public string? Href { get; init; }

    /// <summary>
    /// What a page's script knows the row by: where given, the row is a group with <c>data-row</c>, <c>data-top</c> and <c>data-height</c> (px),
    /// and its points are groups with <c>data-series</c> (0-based), so that rows can be reordered and series hidden.
    /// </summary>
    public string? Key { get; init; }
}
