namespace Prefdissect.Bayes.Densities;

/// <summary>
/// The rows of a logistic regression as its kernel reads them. A row with outcome 0 is negated, so that every outcome is 1: the log likelihood of a row
/// is then −log(1 + exp(−x·w)). Rows stand in tiles of 64, each tile column by column, the last one padded with zeros:
/// a tile is read once from far memory and again from the nearest cache.
/// </summary>
internal sealed class RowTiles
{
    /// <summary>Rows in a tile.</summary>
    public const int Height = 64;

    /// <summary>Doubles are faster as long as they fit the second-level cache; bytes are beyond.</summary>
    private const int MostWideBytes = 1 << 20;

    private const double LargestSum = 1e200;

    private readonly AlignedBuffer<double>? wide;
    private readonly AlignedBuffer<sbyte>? small;
    private readonly AlignedBuffer<double>? weights;

    /// <summary>Arranges checked rows; those of weight 0 are left out.</summary>
    public RowTiles(DesignMatrix design, ReadOnlySpan<double> outcomes, ReadOnlySpan<double> rowWeights, int mostWideBytes = MostWideBytes)
    {
        var kept = KeptRows(design.Rows, rowWeights);
        Rows = kept.Length;
        Columns = design.Columns;
        Count = (Rows + Height - 1) / Height;
        var cells = (long)Count * Height * Columns;
        if (cells > Array.MaxLength - 64)
            throw new ArgumentException($"{Rows} rows × {Columns} columns are more cells than one regression can hold.", nameof(design));
        if (design.IsCompact && cells * sizeof(double) > mostWideBytes)
            small = new AlignedBuffer<sbyte>((int)cells);
        else
            wide = new AlignedBuffer<double>((int)cells);
        Fill(design, outcomes, kept);
        weights = Weigh(kept, rowWeights);
    }

    /// <summary>Rows of positive weight.</summary>
    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Number of tiles.</summary>
    public int Count { get; }

    public bool IsWeighted => weights is not null;

    public bool IsCompact => small is not null;

    /// <summary>Rows of zeros at the end of the last tile.</summary>
    public int Padding => Count * Height - Rows;

    /// <summary>The tiles as doubles; only when not compact.</summary>
    public ReadOnlySpan<double> Wide => wide!.Span;

    /// <summary>The tiles as bytes; only when compact.</summary>
    public ReadOnlySpan<sbyte> Small => small!.Span;

    /// <summary>Weight of each row, 0 for padding; only when weighted.</summary>
    public ReadOnlySpan<double> Weights => weights!.Span;

    /// <summary>The sum over rows of weight × square of the cell, of each column, times a factor; brought within the doubles.</summary>
    public double[] WeightedSquares(double factor)
    {
        var sums = new double[Columns];
        for (var tile = 0; tile < Count; tile++)
            for (var column = 0; column < Columns; column++)
                for (var row = 0; row < Height; row++)
                {
                    var at = (tile * Columns + column) * Height + row;
                    double cell = small is null ? wide!.Span[at] : small.Span[at];
                    sums[column] += (weights is null ? 1 : weights.Span[tile * Height + row]) * cell * cell;
                }
        return [.. sums.Select(sum => Math.Min(factor * sum, LargestSum))];
    }

    private static int[] KeptRows(int rows, ReadOnlySpan<double> rowWeights)
    {
        var kept = new List<int>(rows);
        for (var row = 0; row < rows; row++)
            if (rowWeights.IsEmpty || rowWeights[row] > 0)
                kept.Add(row);
        return [.. kept];
    }

    private void Fill(DesignMatrix design, ReadOnlySpan<double> outcomes, int[] kept)
    {
        var column = new double[design.Rows];
        for (var c = 0; c < Columns; c++)
        {
            design.CopyColumn(c, column);
            for (var i = 0; i < kept.Length; i++)
            {
                var value = outcomes[kept[i]] == 1 ? column[kept[i]] : -column[kept[i]];
                var index = (i / Height * Columns + c) * Height + i % Height;
                if (small is not null)
                    small.Span[index] = (sbyte)value;
                else
                    wide!.Span[index] = value;
            }
        }
    }

    private AlignedBuffer<double>? Weigh(int[] kept, ReadOnlySpan<double> rowWeights)
    {
        var buffer = new AlignedBuffer<double>(Count * Height);
        var differs = false;
        for (var i = 0; i < kept.Length; i++)
        {
            buffer.Span[i] = rowWeights.IsEmpty ? 1 : rowWeights[kept[i]];
            differs |= buffer.Span[i] != 1;
        }
        return differs ? buffer : null;
    }
}
