namespace Prefdissect.Dissecting.Similarities;

/// <summary>Pearson's correlation of the weights: the paper's similarity (§4.1). In [−1, 1].</summary>
public sealed class PearsonSimilarity : ISimilarityMetric
{
    /// <summary>Deviations below this share of the largest value are rounding, not variation.</summary>
    private const double Rounding = 1e-12;

    /// <inheritdoc/>
    public string Name => "pearson";

    /// <inheritdoc/>
    public string Description => "Pearson correlation of the weights";

    /// <inheritdoc/>
    public double? Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other) => Correlation(one, other);

    internal static double? Correlation(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        if (Deviations(one) is not { } x || Deviations(other) is not { } y) return null;
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        return Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
    }

    /// <summary>Deviations from the mean, scaled so that the largest is ±1 and no square of them vanishes; null where there are none.</summary>
    private static double[]? Deviations(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        if (largest == 0) return null;
        var scaled = new double[values.Length];
        for (var i = 0; i < scaled.Length; i++) scaled[i] = values[i] / largest;
        var mean = scaled.Average();
        for (var i = 0; i < scaled.Length; i++) scaled[i] -= mean;
        var spread = scaled.Max(Math.Abs);
        if (spread <= Rounding) return null;
        for (var i = 0; i < scaled.Length; i++) scaled[i] /= spread;
        return scaled;
    }
}
