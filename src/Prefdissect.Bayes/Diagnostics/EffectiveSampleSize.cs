using System.Numerics.Tensors;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Diagnostics;

/// <summary>
/// How many independent draws would tell as much? From the autocorrelation of split chains by Geyer's initial monotone sequence
/// (Vehtari et al., 2021, section 3.2). Chains that alternate around their mean can be worth more than their number of draws; at most n·log₁₀ n is claimed.
/// Every result is null where it is not defined: fewer than twelve draws a chain, or all draws equal.
/// </summary>
public static class EffectiveSampleSize
{
    private const int FewestDraws = 6;

    /// <summary>Bulk ESS: of the rank-normalised draws; for the centre of the distribution whatever its shape.</summary>
    public static double? Bulk(ScalarDraws draws) => OfSplit(draws, NormalScores.Of);

    /// <summary>Tail ESS: the smaller of those of the 5 % and the 95 % quantile.</summary>
    public static double? Tail(ScalarDraws draws) => Smaller(OfQuantile(draws, 0.05), OfQuantile(draws, 0.95));

    /// <summary>For estimating the mean.</summary>
    public static double? OfMean(ScalarDraws draws) => OfSplit(draws, halves => halves);

    /// <summary>For estimating the standard deviation: of the squared distances from the mean.</summary>
    public static double? OfSd(ScalarDraws draws)
    {
        ArgumentNullException.ThrowIfNull(draws);
        var mean = TensorPrimitives.Sum(draws.Values) / draws.Count;
        return OfSplit(draws, halves => [.. halves.Select(half => half.Select(value => (value - mean) * (value - mean)).ToArray())]);
    }

    /// <summary>For estimating a quantile: of the indicator of lying at or below it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not in 0…1.</exception>
    public static double? OfQuantile(ScalarDraws draws, double probability)
    {
        ArgumentNullException.ThrowIfNull(draws);
        return OfBelow(draws, Quantile.Of(draws, probability));
    }

    /// <summary>As <see cref="OfQuantile"/>, the quantile being at hand.</summary>
    internal static double? OfBelow(ScalarDraws draws, double quantile) =>
        OfSplit(draws, halves => [.. halves.Select(half => half.Select(value => value <= quantile ? 1.0 : 0.0).ToArray())]);

    internal static double? Smaller(double? a, double? b) => a is { } first && b is { } second ? Math.Min(first, second) : a ?? b;

    /// <summary>ESS of chains as they are, not split.</summary>
    internal static double? Of(double[][] chains)
    {
        var n = chains[0].Length;
        if (n < FewestDraws || RHat.IsConstant(chains))
            return null;
        var covariances = new Autocovariance(chains);
        var within = covariances.At(0) * n / (n - 1);
        var variance = covariances.At(0) + covariances.VarianceOfMeans;
        if (!(variance > 0 && double.IsFinite(variance)))
            return null;
        double Correlation(int lag) => 1 - (within - covariances.At(lag)) / variance;

        var total = (double)chains.Length * n;
        var time = Math.Max(AutocorrelationTime(Correlation, n), 1 / Math.Log10(total));
        return total / time;
    }

    /// <summary>
    /// −1 + 2 Σ of the pairs of neighbouring correlations, as long as a pair is positive, each pair no larger than the one before;
    /// and the next even one once, which takes noise off antithetic chains.
    /// </summary>
    private static double AutocorrelationTime(Func<int, double> correlation, int n)
    {
        double even = 1, odd = correlation(1), pair = double.PositiveInfinity, sum = 0;
        var lag = 0;
        while (lag < n - 5 && even + odd > 0)
        {
            pair = Math.Min(pair, even + odd);
            sum += pair;
            lag += 2;
            even = correlation(lag);
            odd = correlation(lag + 1);
        }
        return -1 + 2 * sum + Math.Max(even, 0);
    }

    private static double? OfSplit(ScalarDraws draws, Func<double[][], double[][]> transform)
    {
        ArgumentNullException.ThrowIfNull(draws);
        return SplitChains.Of(draws) is { } halves ? Of(transform(halves)) : null;
    }
}
