using Prefdissect.Figures.Drawing;

namespace Prefdissect.Figures;

/// <summary>How the columns of a heat map are named.</summary>
internal enum ColumnNaming
{
    /// <summary>Upright text.</summary>
    Level,

    /// <summary>Text that reads upwards.</summary>
    Upwards,

    /// <summary>Numbers that the rows carry too, every few columns: for columns narrower than a line of text.</summary>
    Numbered,
}

/// <summary>
/// Where the parts of a heat map stand across the canvas. With a tree the names stand on the far side of the cells, so that the tree touches what it joins.
/// In the narrow layout the rows' tree is left out.
/// </summary>
internal sealed class HeatMapLayout
{
    private const double MostColumn = 72;
    private const double MostRow = 44;
    private const double LeastRow = 15;

    // Room for a name of two parts: neighbours may differ in the second alone.
    private const double MostColumnName = 240;
    private const double Gap = 1.5 * Tokens.Space;

    public HeatMapLayout(HeatMap figure, Canvas canvas)
    {
        var content = canvas.Width - (2 * Tokens.Margin);
        var columns = figure.ColumnNames.Count;
        HasRowTree = figure.RowTree is { Merges.Count: > 0 } && !canvas.IsNarrow;
        var tree = HasRowTree ? TreeDepth : 0;
        var wanted = Widest(figure.RowNames);
        NameRoom = Math.Min(wanted, content * (canvas.IsNarrow ? 0.38 : 0.24));
        ColumnWidth = Math.Min(MostColumn, (content - tree - NameRoom - Gap) / columns);
        Naming = ColumnWidth < LeastRow - 2 ? ColumnNaming.Numbered : Widest(figure.ColumnNames) + 6 <= ColumnWidth ? ColumnNaming.Level : ColumnNaming.Upwards;
        if (Naming == ColumnNaming.Numbered)
        {
            NumberRoom = Widest(["00"]) + 3;
            NameRoom = Math.Min(wanted, (content * 0.4) - NumberRoom);
            ColumnWidth = (content - tree - NameRoom - NumberRoom - Gap) / columns;
        }

        // whole pixels keep the edges of the cells sharp
        if (ColumnWidth > 8)
            ColumnWidth = Math.Floor(ColumnWidth);
        RowHeight = Math.Clamp(ColumnWidth, LeastRow, MostRow);
        NamesRight = HasRowTree;
        Left = Tokens.Margin + tree + (NamesRight ? 0 : NameRoom + NumberRoom + Gap);
        Right = Left + (ColumnWidth * columns);
        NameX = NamesRight ? Right + Gap : Left - Gap;
        ColumnNameRoom = Naming switch
        {
            ColumnNaming.Upwards => Math.Min(Widest(figure.ColumnNames), MostColumnName),
            _ => TextStyle.Small.LineHeight,
        };
    }

    /// <summary>Depth of a tree, px.</summary>
    public static double TreeDepth => 16 * Tokens.Space;

    public bool HasRowTree { get; }

    public bool NamesRight { get; }

    public ColumnNaming Naming { get; }

    public double NameRoom { get; }

    /// <summary>Room between names and cells for the rows' numbers, px; 0 where the columns are named.</summary>
    public double NumberRoom { get; }

    public double ColumnNameRoom { get; }

    public double ColumnWidth { get; }

    public double RowHeight { get; }

    public double Left { get; }

    public double Right { get; }

    public double NameX { get; }

    private static double Widest(IReadOnlyList<string> names) => names.Max(n => TextMeasure.Width(SafeText.OneLine(n), TextStyle.Cell));
}
