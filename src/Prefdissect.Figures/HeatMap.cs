using Prefdissect.Figures.Clustering;

namespace Prefdissect.Figures;

/// <summary>A matrix of values as coloured cells, with the value in each cell where it fits.</summary>
/// <param name="Caption">The words around the figure.</param>
/// <param name="RowNames">Names of the rows.</param>
/// <param name="ColumnNames">Names of the columns.</param>
/// <param name="Values">Rows × columns; null where there is no value.</param>
public sealed record HeatMap(Caption Caption, IReadOnlyList<string> RowNames, IReadOnlyList<string> ColumnNames, double?[,] Values)
{
    /// <summary>The colours: sequential by default; <see cref="ColourRamp.Diverging"/> is centred on zero.</summary>
    public ColourRamp Ramp { get; init; } = ColourRamp.Sequential;

    /// <summary>The values the colours span; where null the values' own range, widened to ticks.</summary>
    public Interval? Span { get; init; }

    /// <summary>How values are written.</summary>
    public ValueFormat Format { get; init; } = ValueFormat.Number(2);

    /// <summary>What the values are, written over the colour bar.</summary>
    public string ValueTitle { get; init; } = "value";

    /// <summary>Orders the rows and is drawn at their left; the order given where null.</summary>
    public Dendrogram? RowTree { get; init; }

    /// <summary>Orders the columns and is drawn above them; the order given where null.</summary>
    public Dendrogram? ColumnTree { get; init; }

    /// <summary>Rows × columns: one line a cell that a page's script shows when the pointer rests on it, in <c>data-detail</c>; null for name and value as tooltip, empty where the script knows it.</summary>
    public string?[,]? Details { get; init; }

    /// <summary>Rows × columns: where a cell leads; begins with <c>?</c>, <c>#</c> or one <c>/</c>. Of many cells the tabulator key stops at none.</summary>
    public string?[,]? Hrefs { get; init; }

    /// <summary>Rows × columns: whether a cell is a frame of its colour around paper, for values that are not clear; all are filled where null.</summary>
    public bool[,]? Hollow { get; init; }

    /// <summary>Where the name of a row leads, one entry a row.</summary>
    public IReadOnlyList<string?>? RowHrefs { get; init; }

    /// <summary>Where the name of a column leads, one entry a column.</summary>
    public IReadOnlyList<string?>? ColumnHrefs { get; init; }

    /// <summary>
    /// Whether a page's script may reorder rows and columns: each row's name and cells are then a group with <c>data-row</c> (its place in <see cref="RowNames"/>),
    /// the cells in the order of the column names, which are groups with <c>data-column</c>; trees are groups with <c>data-tree</c>,
    /// and tooltips of cells stand in <c>data-detail</c>.
    /// </summary>
    public bool IsSortable { get; init; }

    /// <summary>
    /// Whether a page's script may also show some of the columns and spread them over the room of all: rows then say where cells begin and how wide they are in all
    /// (<c>data-left</c>, <c>data-room</c>), every cell carries its value, and what the numbers of columns stand for is left to the page. Needs <see cref="IsSortable"/>.
    /// </summary>
    public bool HasColumnChoice { get; init; }

    /// <summary>The figure as one <c>svg</c> element. The same input gives the same text.</summary>
    /// <param name="canvas">Width and id.</param>
    /// <exception cref="ArgumentException">
    /// Names, values and trees do not match in number, nothing to draw, a link that leaves the site, or a number that is not finite; the message names row and column.
    /// </exception>
    public string ToSvg(Canvas canvas)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        HeatMapCheck.Throw(this);
        return new HeatMapDrawing(this, canvas).Draw();
    }
}
