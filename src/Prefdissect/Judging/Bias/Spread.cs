using MathNet.Numerics.Statistics;

namespace Prefdissect.Judging.Bias;

/// <summary>How values are spread: quantiles, interpolated between order statistics (type 7 of Hyndman and Fan 1996).</summary>
/// <param name="N">Number of values.</param>
/// <param name="Q05">5 % quantile.</param>
/// <param name="Q25">25 % quantile.</param>
/// <param name="Median">Median.</param>
/// <param name="Q75">75 % quantile.</param>
/// <param name="Q95">95 % quantile.</param>
/// <param name="Reason">Why there are none, as a clause; <see langword="null"/> where there are some.</param>
public sealed record Spread(long N, double? Q05, double? Q25, double? Median, double? Q75, double? Q95, string? Reason)
{
    /// <summary>The spread of values in any order.</summary>
    /// <param name="values">Finite numbers.</param>
    /// <param name="whyNone">What is said where there is none.</param>
    public static Spread Of(IEnumerable<double> values, string whyNone)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? new Spread(0, null, null, null, null, null, whyNone)
            : new Spread(sorted.Length, At(0.05), At(0.25), At(0.5), At(0.75), At(0.95), null);

        double At(double probability) => SortedArrayStatistics.QuantileCustom(sorted, probability, QuantileDefinition.R7);
    }
}
