namespace Prefdissect.Pairs;

/// <summary>The draws of <see cref="ClusterResampling"/>, made once for a number of clusters and handed to many statistics. Safe for use from several threads.</summary>
/// <param name="seed">Where chance begins.</param>
internal sealed class SharedResampling(ulong seed)
{
    /// <summary>Numbers of clusters of which the draws are kept: two bytes a cluster and draw, 8 MB for 4,096 clusters.</summary>
    private const int MostKept = 4;

    private readonly Lock gate = new();
    private readonly LinkedList<(int Clusters, Lazy<ushort[]> Draws)> kept = [];

    /// <summary>Where chance begins.</summary>
    public ulong Seed => seed;

    /// <summary>How often each cluster is in each draw: <see cref="ClusterResampling.Replicates"/> rows of <paramref name="clusters"/> numbers.</summary>
    /// <param name="clusters">Number of clusters, 1 to 65,535.</param>
    public ReadOnlySpan<ushort> Of(int clusters)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(clusters, ushort.MaxValue);
        return Kept(clusters).Value;
    }

    private Lazy<ushort[]> Kept(int clusters)
    {
        lock (gate)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Clusters != clusters) continue;
                kept.Remove(node);
                kept.AddFirst(node);
                return node.Value.Draws;
            }
            var made = new Lazy<ushort[]>(() => Make(clusters));
            kept.AddFirst((clusters, made));
            if (kept.Count > MostKept) kept.RemoveLast();
            return made;
        }
    }

    private ushort[] Make(int clusters)
    {
        var draws = new ushort[ClusterResampling.Replicates * clusters];
        new ClusterResampling(clusters, seed).Run((number, times) =>
        {
            var row = draws.AsSpan(number * clusters, clusters);
            for (var cluster = 0; cluster < clusters; cluster++) row[cluster] = (ushort)times[cluster];
        });
        return draws;
    }
}
