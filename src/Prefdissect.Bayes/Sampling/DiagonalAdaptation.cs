namespace Prefdissect.Bayes.Sampling;

/// <summary>Learns a diagonal metric: running mean and variance of the positions of one warm-up window (Welford), one of each a coordinate.</summary>
internal sealed class DiagonalAdaptation(DiagonalMetric metric, int dimension) : IMetricAdaptation
{
    /// <summary>Draws' worth of evidence for a small variance: keeps a short window from a metric of extremes.</summary>
    internal const double PriorDraws = 5, PriorShare = 1e-3;

    private readonly double[] mean = new double[dimension];
    private readonly double[] squares = new double[dimension];
    private int count;

    public IReadOnlyList<double> InverseMetric => metric.InverseMass[..dimension];

    public void Keep(IReadOnlyList<double> inverseMetric)
    {
        for (var i = 0; i < dimension; i++)
            metric.InverseMass[i] = inverseMetric[i];
    }

    public double ScaleOf(int coordinate) => Math.Sqrt(metric.InverseMass[coordinate]);

    public void Add(ReadOnlySpan<double> position)
    {
        count++;
        for (var i = 0; i < mean.Length; i++)
        {
            var difference = position[i] - mean[i];
            mean[i] += difference / count;
            squares[i] += difference * (position[i] - mean[i]);
        }
    }

    /// <summary>
    /// Writes the variances, drawn towards a thousandth of the metric so far. Relative to the metric so far, not to 1,
    /// so that coordinates of very small scale can be learnt, window by window.
    /// </summary>
    public void EndWindow()
    {
        if (count > 1)
            for (var i = 0; i < mean.Length; i++)
            {
                var variance = (count * (squares[i] / (count - 1)) + PriorDraws * PriorShare * metric.InverseMass[i]) / (count + PriorDraws);
                if (variance is >= 1e-300 and <= 1e300)
                    metric.InverseMass[i] = variance;
            }
        Array.Clear(mean);
        Array.Clear(squares);
        count = 0;
    }
}
