namespace Prefdissect.Dissecting.Similarities;

/// <summary>The similarity metrics there are.</summary>
public static class SimilarityMetrics
{
    /// <summary>Pearson's correlation, the default.</summary>
    public static ISimilarityMetric Pearson { get; } = new PearsonSimilarity();

    /// <summary>All metrics, the default first.</summary>
    public static IReadOnlyList<ISimilarityMetric> All { get; } = [Pearson, new SpearmanSimilarity(), new L1Similarity(), new L2Similarity()];

    /// <summary>The metric of a name, in any case.</summary>
    /// <exception cref="FormatException">There is none of that name; the message lists those there are.</exception>
    public static ISimilarityMetric Parse(string name) =>
        All.FirstOrDefault(metric => metric.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException($"'{name}' is no similarity metric. Expected one of: {string.Join(", ", All.Select(metric => metric.Name))}.");
}
