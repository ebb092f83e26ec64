using MathNet.Numerics.Distributions;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Diagnostics;

/// <summary>
/// How far off may an estimate from these draws be, from the chance of the draws alone? Monte-Carlo standard errors (Vehtari et al., 2021, section 4).
/// Null where the effective sample size is.
/// </summary>
public static class MonteCarloError
{
    /// <summary>Normal probabilities of −1 and +1 standard deviation.</summary>
    private const double LowTail = 0.15865525393145707, HighTail = 0.8413447460685429;

    /// <summary>Standard error of the mean: sd / √ESS.</summary>
    public static double? OfMean(ScalarDraws draws) => EffectiveSampleSize.OfMean(draws) is { } ess ? Moments.Of(draws.Values).Sd / Math.Sqrt(ess) : null;

    /// <summary>Standard error of the standard deviation: that of the variance, from the fourth moment, by the delta method.</summary>
    public static double? OfSd(ScalarDraws draws)
    {
        if (EffectiveSampleSize.OfSd(draws) is not { } ess)
            return null;
        var moments = Moments.Of(draws.Values);
        if (!(moments.Sd > 0))
            return null;
        double second = 0, fourth = 0;
        foreach (var value in draws.Values)
        {
            var square = (value - moments.Mean) / moments.Sd;
            square *= square;
            second += square;
            fourth += square * square;
        }
        second /= draws.Count;
        fourth /= draws.Count;
        return moments.Sd * Math.Sqrt(Math.Max(0, fourth - second * second) / ess / second) / 2;
    }

    /// <summary>Standard error of a quantile: half the distance of the draws at whose ranks the beta posterior of its probability has its ±1 sd quantiles.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not in 0…1.</exception>
    public static double? OfQuantile(ScalarDraws draws, double probability)
    {
        if (EffectiveSampleSize.OfQuantile(draws, probability) is not { } ess)
            return null;
        double a = ess * probability + 1, b = ess * (1 - probability) + 1;
        var sorted = Quantile.Sorted(draws);
        var low = (int)Math.Max(Math.Floor(Beta.InvCDF(a, b, LowTail) * sorted.Length), 1);
        var high = (int)Math.Min(Math.Ceiling(Beta.InvCDF(a, b, HighTail) * sorted.Length), sorted.Length);
        return (sorted[high - 1] - sorted[low - 1]) / 2;
    }
}
