namespace Prefdissect.Dissecting.Similarities;

/// <summary>Spearman's rank correlation of the weights: Pearson's of their ranks, equal weights sharing the middle of their ranks. In [−1, 1].</summary>
public sealed class SpearmanSimilarity : ISimilarityMetric
{
    /// <inheritdoc/>
    public string Name => "spearman";

    /// <inheritdoc/>
    public string Description => "Spearman rank correlation of the weights";

    /// <inheritdoc/>
    public double? Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other) => PearsonSimilarity.Correlation(MidRanks(one), MidRanks(other));

    /// <summary>Ranks from 1; each run of equal values gets the mean of its ranks.</summary>
    internal static double[] MidRanks(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start]) end++;
            for (var i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2.0;
            start = end;
        }
        return ranks;
    }
}
