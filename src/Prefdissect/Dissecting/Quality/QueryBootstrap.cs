using Prefdissect.Bayes.Summaries;

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
    public const int FewestQueries = 10;

    public const int Replicates = 1000;

    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>Why there are no intervals; <see langword="null"/> where there are.</summary>
    public string? Obstacle => queries < FewestQueries ? $"no interval: {queries} queries are fewer than {FewestQueries}" : null;

    /// <summary>Hands every replicate to a statistic: its number and how often each query is in it.</summary>
    public void Run(Action<int, double[]> replicate)
    {
        if (Obstacle is not null) return;
        var times = new double[queries];
        var state = seed;
        for (var number = 0; number < Replicates; number++)
        {
            Array.Clear(times);
            for (var draw = 0; draw < queries; draw++) times[(int)Math.BigMul(NextBits(ref state), (ulong)queries, out _)]++;
            replicate(number, times);
        }
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

    /// <summary>splitmix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong NextBits(ref ulong state)
    {
        state += GoldenGamma;
        var bits = state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
