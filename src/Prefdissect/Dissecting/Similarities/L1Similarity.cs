namespace Prefdissect.Dissecting.Similarities;

/// <summary>−Σ|Δα| / p over p properties (paper, appendix): 0 for equal weights, negative otherwise.</summary>
public sealed class L1Similarity : ISimilarityMetric
{
    /// <inheritdoc/>
    public string Name => "l1";

    /// <inheritdoc/>
    public string Description => "minus the mean absolute difference of the weights";

    /// <inheritdoc/>
    public double? Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double sum = 0;
        for (var i = 0; i < one.Length; i++) sum += Math.Abs(one[i] - other[i]);
        return 0 - sum / one.Length;
    }
}
