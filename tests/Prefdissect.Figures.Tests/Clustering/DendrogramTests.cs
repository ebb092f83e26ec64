using Prefdissect.Figures.Clustering;

namespace Prefdissect.Figures.Tests.Clustering;

public sealed class DendrogramTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    public void Every_merge_joins_the_two_clusters_that_are_nearest_on_average(int n)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var distances = Random(n, seed);
            var tree = Dendrogram.Cluster(distances);

            var clusters = Enumerable.Range(0, n).ToDictionary(i => i, i => new List<int> { i });
            for (var k = 0; k < n - 1; k++)
            {
                var nearest = (from a in clusters from b in clusters where a.Key < b.Key select Average(a.Value, b.Value, distances)).Min();
                var merge = tree.Merges[k];
                Average(clusters[merge.Left], clusters[merge.Right], distances).ShouldBe(nearest, 1e-9);
                merge.Height.ShouldBe(nearest, 1e-9);
                clusters[n + k] = [.. clusters[merge.Left], .. clusters[merge.Right]];
                merge.Size.ShouldBe(clusters[n + k].Count);
                clusters.Remove(merge.Left);
                clusters.Remove(merge.Right);
            }

            clusters.Single().Value.ShouldBe(tree.LeafOrder);
            tree.LeafOrder.Order().ShouldBe(Enumerable.Range(0, n));
        }
    }

    [Fact]
    public void Three_points_on_a_line_merge_at_known_heights()
    {
        var tree = Dendrogram.Cluster(new double[,] { { 0, 1, 5 }, { 1, 0, 4 }, { 5, 4, 0 } });

        tree.Merges.Select(m => m.Height).ShouldBe([1, 4.5]);
        tree.LeafOrder.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void Equal_distances_merge_in_the_order_given() =>
        Dendrogram.Cluster(new double[,] { { 0, 1, 1 }, { 1, 0, 1 }, { 1, 1, 0 } }).LeafOrder.ShouldBe([0, 1, 2]);

    [Fact]
    public void What_is_no_distance_matrix_is_refused()
    {
        Should.Throw<ArgumentException>(() => Dendrogram.Cluster(new double[0, 0]));
        Should.Throw<ArgumentException>(() => Dendrogram.Cluster(new double[1, 2]));
        Should.Throw<ArgumentException>(() => Dendrogram.Cluster(new double[,] { { 0, 1 }, { 2, 0 } }));
        Should.Throw<ArgumentException>(() => Dendrogram.Cluster(new[,] { { 0, double.NaN }, { double.NaN, 0 } }));
        Should.Throw<ArgumentException>(() => Dendrogram.Cluster(new double[,] { { 0, -1 }, { -1, 0 } }));
    }

    private static double Average(List<int> a, List<int> b, double[,] distances) => a.SelectMany(i => b.Select(j => distances[i, j])).Average();

    private static double[,] Random(int n, int seed)
    {
        var random = new Random(seed);
        var distances = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < i; j++)
                distances[i, j] = distances[j, i] = random.NextDouble();
        return distances;
    }
}
