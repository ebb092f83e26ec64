using Prefdissect.Figures.Clustering;
using Prefdissect.Figures.Drawing;

namespace Prefdissect.Figures;

/// <summary>What must hold of a <see cref="HeatMap"/> before it is drawn.</summary>
internal static class HeatMapCheck
{
    /// <exception cref="ArgumentException">Something does not hold; the message names row and column.</exception>
    public static void Throw(HeatMap figure)
    {
        var (rows, columns) = (figure.Values.GetLength(0), figure.Values.GetLength(1));
        if (rows == 0 || columns == 0)
            throw new ArgumentException($"A heat map needs a row and a column; it has {rows} × {columns} values.");
        if (figure.RowNames.Count != rows || figure.ColumnNames.Count != columns)
            throw new ArgumentException(
                $"A heat map of {rows} × {columns} values has {figure.RowNames.Count} row names and {figure.ColumnNames.Count} column names.");
        if (figure.HasColumnChoice && (!figure.IsSortable || figure.RowTree is not null || figure.ColumnTree is not null))
            throw new ArgumentException("A heat map whose columns are chosen must be sortable and have no trees.");
        Tree(figure.RowTree, rows, "rows");
        Tree(figure.ColumnTree, columns, "columns");
        if (figure.Span is { } span && !(double.IsFinite(span.High - span.Low) && span.Low < span.High))
            throw new ArgumentException($"The colours cannot span {span.Low} to {span.High}.");
        Hrefs(figure.RowHrefs, rows, "rows");
        Hrefs(figure.ColumnHrefs, columns, "columns");
        Cells(figure.Details, figure, "details");
        Cells(figure.Hrefs, figure, "links");
        Cells(figure.Hollow, figure, "frames");
        foreach (var href in figure.Hrefs?.Cast<string?>() ?? [])
            Link.Check(href, "A cell");
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
                if (figure.Values[r, c] is { } value && !double.IsFinite(value))
                    throw new ArgumentException(
                        $"Row {r + 1} ('{figure.RowNames[r]}'), column {c + 1} ('{figure.ColumnNames[c]}') is {value}; give a finite number, or null for none.");
    }

    private static void Hrefs(IReadOnlyList<string?>? hrefs, int count, string what)
    {
        if (hrefs is not null && hrefs.Count != count)
            throw new ArgumentException($"There are {hrefs.Count} links for {count} {what}; give null where there is none.");
        foreach (var href in hrefs ?? [])
            Link.Check(href, $"A name of the {what}");
    }

    private static void Cells(Array? cells, HeatMap figure, string what)
    {
        var (rows, columns) = (figure.Values.GetLength(0), figure.Values.GetLength(1));
        if (cells is not null && (cells.GetLength(0) != rows || cells.GetLength(1) != columns))
            throw new ArgumentException($"A heat map of {rows} × {columns} values has {cells.GetLength(0)} × {cells.GetLength(1)} {what}.");
    }

    private static void Tree(Dendrogram? tree, int count, string what)
    {
        if (tree is not null && tree.LeafOrder.Count != count)
            throw new ArgumentException($"The dendrogram of the {what} has {tree.LeafOrder.Count} leaves for {count} {what}.");
    }
}
