using Prefdissect.Bayes.Summaries;
using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.Quality;

/// <summary>
/// Draws queries with replacement, so that votes on one query stay together: 1,000 times, each the same for every statistic asked, so that differences are
/// compared within a draw. 95 % intervals are the percentiles of what comes out (Efron and Tibshirani 1993).
/// </summary>
/// <param name="queries">Number of queries, at least 1.</param>
/// <param name="seed">Where chance begins.</param>
internal sealed class QueryBootstrap(int queries, ulong seed)
{
    /// <summary>Fewer queries than these give no interval: resampling so few says little of others.</summary>
    public const int FewestQueries = ClusterResampling.FewestClusters;

    public const int Replicates = ClusterResampling.Replicates;

    /// <summary>Why there are no intervals; <see langword="null"/> where there are.</summary>
    public string? Obstacle => queries < FewestQueries ? $"no interval: {queries} queries are fewer than {FewestQueries}" : null;

    /// <summary>Hands every replicate to a statistic: its number and how often each query is in it.</summary>
    public void Run(Action<int, double[]> replicate)
    {
        if (Obstacle is null) new ClusterResampling(queries, seed).Run(replicate);
    }

    /// <summary>An estimate with the interval that its values in the replicates give; replicates in which it does not exist are NaN.</summary>
    /// <param name="value">The value on the data; <see langword="null"/> where it does not exist.</param>
    /// <param name="reason">Why it does not, as a clause.</param>
    /// <param name="replicates">Its value in each replicate.</param>
    public Estimate Estimate(double? value, string? reason, ReadOnlySpan<double> replicates)
    {
        if (value is not { } number) return Quality.Estimate.Without(reason ?? "it does not exist on these votes");
        if (Obstacle is { } obstacle) return new Estimate(number, null, null, obstacle);
        var sorted = replicates.ToArray();
        if (Array.Exists(sorted, one => !double.IsFinite(one))) return new Estimate(number, null, null, "no interval: it does not exist on some resampled queries");
        Array.Sort(sorted);
        return new Estimate(number, Quantile.OfSorted(sorted, 0.025), Quantile.OfSorted(sorted, 0.975), null);
    }
}
