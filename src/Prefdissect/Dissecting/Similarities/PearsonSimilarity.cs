namespace Prefdissect.Dissecting.Similarities;

/// <summary>Pearson's correlation of the weights: the paper's similarity (§4.1). In [−1, 1].</summary>
public sealed class PearsonSimilarity : ISimilarityMetric
{
    /// <summary>Deviations below this share of the largest value are rounding, not variation.</summary>
    private const double Rounding = 1e-12;

    private const int MostOnStack = 128;

    /// <inheritdoc/>
    public string Name => "pearson";

    /// <inheritdoc/>
    public string Description => "Pearson correlation of the weights";

    /// <inheritdoc/>
    public double? Of(ReadOnlySpan<double> one, ReadOnlySpan<double> other) => Correlation(one, other);

    internal static double? Correlation(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        Span<double> x = one.Length <= MostOnStack ? stackalloc double[one.Length] : new double[one.Length];
        Span<double> y = one.Length <= MostOnStack ? stackalloc double[one.Length] : new double[one.Length];
        if (!Deviate(one, x) || !Deviate(other[..one.Length], y)) return null;
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        return Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
    }

    /// <summary>Deviations from the mean, scaled so that the largest is ±1 and no square of them vanishes; false where there are none.</summary>
    private static bool Deviate(ReadOnlySpan<double> values, Span<double> scaled)
    {
        double largest = 0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        if (largest == 0) return false;
        double mean = 0;
        for (var i = 0; i < scaled.Length; i++) mean += scaled[i] = values[i] / largest;
        mean /= scaled.Length;
        double spread = 0;
        for (var i = 0; i < scaled.Length; i++) spread = Math.Max(spread, Math.Abs(scaled[i] -= mean));
        if (spread <= Rounding) return false;
        for (var i = 0; i < scaled.Length; i++) scaled[i] /= spread;
        return true;
    }
}
