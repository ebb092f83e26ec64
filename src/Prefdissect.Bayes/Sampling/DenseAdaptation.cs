namespace Prefdissect.Bayes.Sampling;

/// <summary>Learns a dense metric: running mean and covariance of the positions of one warm-up window (Welford).</summary>
internal sealed class DenseAdaptation(CovarianceFactor factor) : IMetricAdaptation
{
    private readonly double[] mean = new double[factor.Dimension];
    private readonly double[] before = new double[factor.Dimension];
    private readonly double[] products = new double[factor.Dimension * factor.Dimension];
    private int count;

    public IReadOnlyList<double> InverseMetric => factor.Covariance;

    public void Keep(IReadOnlyList<double> inverseMetric) => factor.TryReplace([.. inverseMetric]);

    public double ScaleOf(int coordinate) => Math.Sqrt(factor.Covariance[coordinate * (factor.Dimension + 1)]);

    public void Add(ReadOnlySpan<double> position)
    {
        count++;
        for (var i = 0; i < mean.Length; i++)
        {
            before[i] = position[i] - mean[i];
            mean[i] += before[i] / count;
        }
        for (var i = 0; i < mean.Length; i++)
        {
            var after = position[i] - mean[i];
            for (var j = 0; j <= i; j++)
                products[i * mean.Length + j] += after * before[j];
        }
    }

    /// <summary>
    /// Takes the covariances, drawn towards a thousandth of the variances so far without correlation (Stan's shrinkage, whose variances are 1).
    /// A covariance that rounding has made indefinite is left, and the metric stays.
    /// </summary>
    public void EndWindow()
    {
        if (count > 1)
            factor.TryReplace(Shrunk());
        Array.Clear(mean);
        Array.Clear(products);
        count = 0;
    }

    private double[] Shrunk()
    {
        var size = mean.Length;
        var covariance = new double[size * size];
        for (var i = 0; i < size; i++)
            for (var j = 0; j <= i; j++)
                covariance[i * size + j] = covariance[j * size + i] = count * (products[i * size + j] / (count - 1)) / (count + DiagonalAdaptation.PriorDraws);
        for (var i = 0; i < covariance.Length; i += size + 1)
            covariance[i] += DiagonalAdaptation.PriorDraws * DiagonalAdaptation.PriorShare * factor.Covariance[i] / (count + DiagonalAdaptation.PriorDraws);
        return covariance;
    }
}
