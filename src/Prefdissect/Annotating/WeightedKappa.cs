namespace Prefdissect.Annotating;

/// <summary>
/// Do two annotators agree beyond chance, near misses counted as near? Cohen's κ with quadratic weights (Cohen 1968) over ordered levels, with the large-sample
/// standard error of Fleiss, Cohen and Everitt (1969).
/// </summary>
/// <param name="Value">1 for perfect agreement, 0 for chance; not above 1.</param>
/// <param name="StandardError">Its standard error, at least 0.</param>
/// <param name="Count">Number of things that both rated.</param>
public sealed record WeightedKappa(double Value, double StandardError, long Count)
{
    /// <summary>The κ of a table of counts, <c>counts[i, j]</c> things at level i by one and level j by the other.</summary>
    /// <returns><see langword="null"/> where nothing was rated by both or one level holds everything, so that chance cannot be told.</returns>
    /// <exception cref="ArgumentException">The table is not square, has fewer than two levels or a negative count.</exception>
    public static WeightedKappa? Of(long[,] counts)
    {
        var levels = counts.GetLength(0);
        if (levels < 2 || counts.GetLength(1) != levels) throw new ArgumentException("A table of agreement is square, with two levels or more.", nameof(counts));
        var total = 0L;
        foreach (var count in counts) total += count >= 0 ? count : throw new ArgumentException("A count is negative.", nameof(counts));
        if (total == 0) return null;
        var (rows, columns) = Margins(counts, levels, total);
        double observed = 0, expected = 0;
        for (var i = 0; i < levels; i++)
        {
            for (var j = 0; j < levels; j++)
            {
                observed += Weight(i, j, levels) * counts[i, j] / total;
                expected += Weight(i, j, levels) * rows[i] * columns[j];
            }
        }
        if (1 - expected < 1e-12) return null;
        return new WeightedKappa(Math.Min(1, (observed - expected) / (1 - expected)), StandardErrorOf(counts, rows, columns, observed, expected), total);
    }

    private static double Weight(int i, int j, int levels) => 1 - ((double)(i - j) * (i - j) / ((levels - 1) * (levels - 1)));

    private static (double[] Rows, double[] Columns) Margins(long[,] counts, int levels, long total)
    {
        var (rows, columns) = (new double[levels], new double[levels]);
        for (var i = 0; i < levels; i++)
        {
            for (var j = 0; j < levels; j++)
            {
                rows[i] += (double)counts[i, j] / total;
                columns[j] += (double)counts[i, j] / total;
            }
        }
        return (rows, columns);
    }

    private static double StandardErrorOf(long[,] counts, double[] rows, double[] columns, double observed, double expected)
    {
        var levels = rows.Length;
        var total = 0L;
        foreach (var count in counts) total += count;
        var (rowWeight, columnWeight) = (new double[levels], new double[levels]);
        for (var i = 0; i < levels; i++)
        {
            for (var j = 0; j < levels; j++)
            {
                rowWeight[i] += columns[j] * Weight(i, j, levels);
                columnWeight[j] += rows[i] * Weight(i, j, levels);
            }
        }
        var sum = 0.0;
        for (var i = 0; i < levels; i++)
        {
            for (var j = 0; j < levels; j++)
            {
                var term = (Weight(i, j, levels) * (1 - expected)) - ((rowWeight[i] + columnWeight[j]) * (1 - observed));
                sum += (double)counts[i, j] / total * term * term;
            }
        }
        var centre = (observed * expected) - (2 * expected) + observed;
        return Math.Sqrt(Math.Max(0, sum - (centre * centre)) / total) / ((1 - expected) * (1 - expected));
    }
}
