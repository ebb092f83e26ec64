namespace Prefdissect.Dissecting.Similarities;

/// <summary>−√(ΣΔα²) / p over p properties (paper, appendix): 0 for equal weights, negative otherwise.</summary>
public sealed class L2Similarity : ISimilarityMetric
{
    /// <inheritdoc/>
    public string Name => "l2";

    /// <inheritdoc/>
    public string Description => "minus the Euclidean distance of the weights, divided by their number";

    /// <inheritdoc/>
    public double? Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double sum = 0;
        for (var i = 0; i < one.Length; i++) sum += (one[i] - other[i]) * (one[i] - other[i]);
        return 0 - Math.Sqrt(sum) / one.Length;
    }
}
