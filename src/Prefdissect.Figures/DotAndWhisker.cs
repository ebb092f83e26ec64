namespace Prefdissect.Figures;

/// <summary>
/// Rows of estimates with their intervals against one reference line: a dot at the centre, a thick bar for the inner and a thin one for the outer interval,
/// a hollow dot where the outer interval contains the reference. Several series share a row as lanes, told apart by colour and shape.
/// </summary>
/// <param name="Caption">The words around the figure.</param>
/// <param name="Series">Names of the series, at least one.</param>
/// <param name="Rows">The rows from top to bottom, at least one.</param>
/// <param name="Axis">The value axis.</param>
public sealed record DotAndWhisker(Caption Caption, IReadOnlyList<string> Series, IReadOnlyList<DotRow> Rows, Axis Axis)
{
    /// <summary>The line that values are compared with; none where null.</summary>
    public ReferenceLine? Reference { get; init; }

    /// <summary>Where a page's script lets the reader choose series: which are shown at first; all where null.</summary>
    public SeriesChoice? Choice { get; init; }

    /// <summary>The names of the marks.</summary>
    public DotNames Names { get; init; } = new();

    /// <summary>The figure as one <c>svg</c> element. The same input gives the same text.</summary>
    /// <param name="canvas">Width and id.</param>
    /// <exception cref="ArgumentException">
    /// No row or series, a row whose points do not match the series, a number that is not finite, an interval upside down,
    /// a link that leaves the site, or a choice that does not fit the series; the message names the row.
    /// </exception>
    public string ToSvg(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        DotAndWhiskerCheck.Throw(this);
        return new DotAndWhiskerDrawing(this, canvas).Draw();
    }
}
