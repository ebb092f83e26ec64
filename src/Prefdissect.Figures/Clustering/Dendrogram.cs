namespace Prefdissect.Figures.Clustering;

/// <summary>
/// A binary tree over n leaves, made by average linkage (Sokal and Michener 1958): two clusters are as far apart as their members are on average.
/// </summary>
public sealed class Dendrogram
{
    private Dendrogram(IReadOnlyList<Merge> merges, IReadOnlyList<int> leafOrder)
    {
        Merges = merges;
        LeafOrder = leafOrder;
    }

    /// <summary>The n−1 merges, by height.</summary>
    public IReadOnlyList<Merge> Merges { get; }

    /// <summary>The leaves, such that no branches cross.</summary>
    public IReadOnlyList<int> LeafOrder { get; }

    /// <summary>
    /// Clusters n items by average linkage. Of equally near clusters those with the smallest leaf merge first; in each merge
    /// that side comes first which brings the nearer leaves together (ties: the side with the smallest leaf).
    /// </summary>
    /// <param name="distances">n × n, n ≥ 1, symmetric, finite, not negative.</param>
    /// <exception cref="ArgumentException">The matrix is empty, not square or not symmetric, or has a negative or non-finite entry.</exception>
    public static Dendrogram Cluster(double[,] distances)
    {
        Validate(distances);
        var n = distances.GetLength(0);
        var between = (double[,])distances.Clone();
        // slot i holds one live cluster, whose smallest leaf is i
        var node = Enumerable.Range(0, n).ToArray();
        var leaves = Enumerable.Range(0, n).Select(i => new[] { i }).ToArray();
        var live = Enumerable.Range(0, n).ToList();
        var merges = new List<Merge>(n - 1);
        while (live.Count > 1)
        {
            var (a, b) = Nearest(between, live);
            var (first, second) = distances[leaves[a][^1], leaves[b][0]] <= distances[leaves[b][^1], leaves[a][0]] ? (a, b) : (b, a);
            int[] order = [.. leaves[first], .. leaves[second]];
            merges.Add(new Merge(node[first], node[second], between[a, b], order.Length));
            foreach (var other in live.Where(o => o != a && o != b))
            {
                var mean = ((leaves[a].Length * between[a, other]) + (leaves[b].Length * between[b, other])) / order.Length;
                between[a, other] = between[other, a] = mean;
            }

            node[a] = n + merges.Count - 1;
            leaves[a] = order;
            live.Remove(b);
        }

        return new Dendrogram(merges, leaves[0]);
    }

    private static (int A, int B) Nearest(double[,] between, List<int> live)
    {
        var best = (A: live[0], B: live[1]);
        for (var i = 0; i < live.Count; i++)
            for (var j = i + 1; j < live.Count; j++)
                if (between[live[i], live[j]] < between[best.A, best.B])
                    best = (live[i], live[j]);
        return best;
    }

    private static void Validate(double[,] distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        var n = distances.GetLength(0);
        if (n == 0 || distances.GetLength(1) != n)
            throw new ArgumentException($"A distance matrix is square and not empty; this one is {n} × {distances.GetLength(1)}.", nameof(distances));
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
            {
                var distance = distances[i, j];
                if (!double.IsFinite(distance) || distance < 0)
                    throw new ArgumentException($"The distance of items {i} and {j} is {distance}; it must be a number of at least 0.", nameof(distances));
                if (Math.Abs(distance - distances[j, i]) > 1e-9 * Math.Max(1, Math.Abs(distance)))
                    throw new ArgumentException($"The distance of items {i} and {j} is {distance} one way and {distances[j, i]} the other.", nameof(distances));
            }
    }
}
