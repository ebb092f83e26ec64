using Prefdissect.Figures.Clustering;

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
        Tree(figure.RowTree, rows, "rows");
        Tree(figure.ColumnTree, columns, "columns");
        if (figure.Span is { } span && !(double.IsFinite(span.High - span.Low) && span.Low < span.High))
            throw new ArgumentException($"The colours cannot span {span.Low} to {span.High}.");
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++)
                if (figure.Values[r, c] is { } value && !double.IsFinite(value))
                    throw new ArgumentException(
                        $"Row {r + 1} ('{figure.RowNames[r]}'), column {c + 1} ('{figure.ColumnNames[c]}') is {value}; give a finite number, or null for none.");
    }

    private static void Tree(Dendrogram? tree, int count, string what)
    {
        if (tree is not null && tree.LeafOrder.Count != count)
            throw new ArgumentException($"The dendrogram of the {what} has {tree.LeafOrder.Count} leaves for {count} {what}.");
    }
}
