using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Summaries;

/// <summary>Sample quantiles, interpolated linearly between the order statistics (Hyndman and Fan, 1996, type 7).</summary>
public static class Quantile
{
    /// <summary>A quantile of all draws.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not in 0…1.</exception>
    public static double Of(ScalarDraws draws, double probability) => OfSorted(Sorted(draws), probability);

    /// <summary>A quantile of values in ascending order.</summary>
    /// <exception cref="ArgumentException">There is no value, or the quantile lies at one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not in 0…1.</exception>
    public static double OfSorted(ReadOnlySpan<double> ascending, double probability)
    {
        if (ascending.IsEmpty)
            throw new ArgumentException("There is no value to take a quantile of.", nameof(ascending));
        if (probability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        var place = probability * (ascending.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, ascending.Length - 1);
        if (!double.IsFinite(ascending[below]) || !double.IsFinite(ascending[above]))
            throw new ArgumentException($"The values between which the quantile lies are {ascending[below]} and {ascending[above]}; they must be finite numbers.", nameof(ascending));
        var share = place - below;
        var distance = ascending[above] - ascending[below];
        return double.IsFinite(distance) ? ascending[below] + share * distance : (1 - share) * ascending[below] + share * ascending[above];
    }

    /// <summary>A copy of the draws in ascending order.</summary>
    public static double[] Sorted(ScalarDraws draws)
    {
        ArgumentNullException.ThrowIfNull(draws);
        var sorted = draws.Values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
