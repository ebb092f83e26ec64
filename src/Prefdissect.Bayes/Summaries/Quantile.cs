using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Summaries;

/// <summary>Sample quantiles, interpolated linearly between the order statistics (Hyndman and Fan, 1996, type 7).</summary>
public static class Quantile
{
    /// <summary>A quantile of all draws.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not in 0…1.</exception>
    public static double Of(ScalarDraws draws, double probability) => OfSorted(Sorted(draws), probability);

    /// <summary>A quantile of values in ascending order.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
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
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
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
