using System.Globalization;
using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.Folds;

/// <summary>
/// Which fold each row of a design is left out in. It follows from the identities of queries or pairs and a seed: neither the order of the rows, nor the
/// votes, nor which response of a pair comes first has a part in it, so that all judges of the same pairs share their folds.
/// </summary>
public sealed class FoldPlan
{
    /// <summary>Folds of the paper (§3.3), and the most that are made; with fewer queries there is one a query.</summary>
    public const int Most = 10;

    private readonly int[] folds;

    private FoldPlan(int count, int[] folds)
    {
        Count = count;
        this.folds = folds;
    }

    /// <summary>Number of folds; 0 where the rows cannot be parted.</summary>
    public int Count { get; }

    /// <summary>The fold of a row, 0 … <see cref="Count"/> − 1.</summary>
    public int this[int row] => folds[row];

    /// <summary>
    /// Parts the rows of a design into folds of nearly equal size: what must stay together is dealt out, the largest first and equal ones in the order of
    /// their hash with the seed, each to the fold with the fewest pairs.
    /// </summary>
    /// <param name="design">The rows.</param>
    /// <param name="scheme">What stays together.</param>
    /// <param name="seed">Seed of the run.</param>
    public static FoldPlan Of(Design design, FoldScheme scheme, long seed)
    {
        if (scheme == FoldScheme.None) return new FoldPlan(0, []);
        var salt = seed.ToString(CultureInfo.InvariantCulture);
        var blocks = Enumerable.Range(0, design.Rows)
            .GroupBy(row => scheme == FoldScheme.Query ? design.Query(row) : design.Pair(row))
            .Select(rows => (Rows: rows.ToArray(), Order: ContentHash.Of("fold", salt, rows.Key.ToString())))
            .OrderByDescending(block => block.Rows.Length).ThenBy(block => block.Order).ToList();
        var count = Math.Min(Most, blocks.Count);
        if (count < 2) return new FoldPlan(0, []);
        var (sizes, folds) = (new int[count], new int[design.Rows]);
        foreach (var (rows, _) in blocks)
        {
            var smallest = Array.IndexOf(sizes, sizes.Min());
            sizes[smallest] += rows.Length;
            foreach (var row in rows) folds[row] = smallest;
        }
        return new FoldPlan(count, folds);
    }
}
