namespace Prefdissect.Pairs;

/// <summary>
/// Draws clusters, such as queries or pairs, with replacement, so that what belongs together stays together: 1,000 times, the same draws for every statistic
/// asked with the same seed, so that differences are compared within a draw (Efron and Tibshirani 1993).
/// </summary>
/// <param name="clusters">Number of clusters, at least 1.</param>
/// <param name="seed">Where chance begins.</param>
internal sealed class ClusterResampling(int clusters, ulong seed)
{
    /// <summary>Fewer clusters than these give no interval: resampling so few says little of others.</summary>
    public const int FewestClusters = 10;

    /// <summary>Number of draws.</summary>
    public const int Replicates = 1000;

    /// <summary>Hands every draw to a statistic: its number and how often each cluster is in it. The array is used again.</summary>
    public void Run(Action<int, double[]> replicate)
    {
        var times = new double[clusters];
        var random = new SplitMix(seed);
        for (var number = 0; number < Replicates; number++)
        {
            Array.Clear(times);
            for (var draw = 0; draw < clusters; draw++) times[random.Below(clusters)]++;
            replicate(number, times);
        }
    }
}
