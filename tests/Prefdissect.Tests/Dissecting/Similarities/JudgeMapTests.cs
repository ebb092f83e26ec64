using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Pairs;

namespace Prefdissect.Tests.Dissecting.Similarities;

public sealed class JudgeMapTests
{
    [Theory, InlineData(2), InlineData(3), InlineData(12), InlineData(40)]
    public void Points_of_a_plane_are_found_again_with_stress_0(int count)
    {
        var random = new Random(count);
        var planted = Enumerable.Range(0, count).Select(_ => (X: random.NextDouble() * 7, Y: random.NextDouble())).ToList();
        var distances = Distances(planted);

        var (points, stress, _) = JudgeMap.Scale(distances);

        stress.ShouldBe(0, 1e-7);
        var found = Distances(points);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++) found[i, j].ShouldBe(distances[i, j], 1e-6);
        }
    }

    [Fact]
    public void One_point_and_equal_points_stand_in_the_middle()
    {
        JudgeMap.Scale(new double[1, 1]).ShouldSatisfyAllConditions(map => map.Points.ShouldBe([(0, 0)]), map => map.Stress.ShouldBe(0));
        JudgeMap.Scale(new double[3, 3]).ShouldSatisfyAllConditions(map => map.Points.ShouldAllBe(p => Math.Abs(p.X) + Math.Abs(p.Y) < 1e-9), map => map.Stress.ShouldBe(0));
    }

    [Fact]
    public void The_stress_never_rises_from_one_step_to_the_next()
    {
        var distances = NotPlanar(15, 3);
        var random = new Random(1);
        var points = Enumerable.Range(0, 15).Select(_ => (random.NextDouble(), random.NextDouble())).ToArray();
        for (var step = 0; step < 200; step++)
        {
            var moved = JudgeMap.Majorise(distances, points);
            JudgeMap.RawStress(distances, moved).ShouldBeLessThanOrEqualTo(JudgeMap.RawStress(distances, points) + 1e-12);
            points = moved;
        }
    }

    [Fact]
    public void The_stress_is_Kruskals_first()
    {
        var distances = NotPlanar(9, 5);

        var (points, stress, _) = JudgeMap.Scale(distances);

        var found = Distances(points);
        double off = 0, all = 0;
        for (var i = 0; i < 9; i++)
        {
            for (var j = 0; j < i; j++) (off, all) = (off + Math.Pow(found[i, j] - distances[i, j], 2), all + Math.Pow(found[i, j], 2));
        }
        stress.ShouldBe(Math.Sqrt(off / all), 1e-12);
    }

    [Theory, InlineData(7), InlineData(11), InlineData(20)]
    public void No_small_move_of_any_point_lowers_the_stress(int seed)
    {
        var distances = NotPlanar(12, seed);
        var points = JudgeMap.Scale(distances).Points.ToArray();
        var least = JudgeMap.RawStress(distances, points);
        for (var i = 0; i < points.Length; i++)
        {
            foreach (var (dx, dy) in new[] { (1e-3, 0.0), (-1e-3, 0), (0, 1e-3), (0, -1e-3) })
            {
                var moved = points.ToArray();
                moved[i] = (points[i].X + dx, points[i].Y + dy);
                JudgeMap.RawStress(distances, moved).ShouldBeGreaterThan(least - 1e-9);
            }
        }
    }

    [Theory, InlineData("pearson"), InlineData("spearman"), InlineData("l1"), InlineData("l2")]
    public void The_classical_start_ends_within_5_percent_of_the_best_of_25_random_starts(string metric)
    {
        var matrix = Similarity.Of(PublishedJudges.All, SimilarityMetrics.Parse(metric));
        var distances = new double[33, 33];
        for (var i = 0; i < 33; i++)
        {
            for (var j = 0; j < 33; j++) distances[i, j] = i == j ? 0 : JudgeMap.DistanceOf(metric, matrix[i, j].Value!.Value);
        }
        var random = new Random(7);
        var size = Enumerable.Range(0, 33).Max(i => distances[0, i]);
        var best = Enumerable.Range(0, 25)
            .Min(_ => JudgeMap.Scale(distances, [.. Enumerable.Range(0, 33).Select(_ => (random.NextDouble() * size, random.NextDouble() * size))]).Stress);

        JudgeMap.Of(matrix).Stress.ShouldBeLessThan(best * 1.05);
    }

    [Fact]
    public void The_order_of_the_judges_and_mirrored_points_change_nothing_but_the_order()
    {
        var map = JudgeMap.Of(Similarity.Of(PublishedJudges.All));
        var turned = JudgeMap.Of(Similarity.Of([.. PublishedJudges.All.Reverse()]));

        JudgeMap.Of(Similarity.Of(PublishedJudges.All)).Points.ShouldBe(map.Points);
        foreach (var (judge, i) in map.Judges.Select((judge, i) => (judge, i)))
        {
            var there = turned.Points[turned.Judges.ToList().IndexOf(judge)];
            there.X.ShouldBe(map.Points[i].X, 1e-3, judge);
            there.Y.ShouldBe(map.Points[i].Y, 1e-3, judge);
        }
        map.Points.MaxBy(p => Math.Abs(p.X)).X.ShouldBePositive();
        map.Points.MaxBy(p => Math.Abs(p.Y)).Y.ShouldBePositive();
        map.Points.Sum(p => p.X * p.X).ShouldBeGreaterThan(map.Points.Sum(p => p.Y * p.Y));
        map.Points.Sum(p => p.X * p.Y).ShouldBe(0, 1e-9);
    }

    [Theory, InlineData("pearson", 1, 0), InlineData("spearman", -1, 2), InlineData("pearson", 0.5, 1), InlineData("l1", -0.25, 0.25), InlineData("l2", 0, 0)]
    public void A_similarity_stands_for_a_distance(string metric, double similarity, double distance) => JudgeMap.DistanceOf(metric, similarity).ShouldBe(distance, 1e-12);

    [Fact]
    public void The_distance_of_a_correlation_is_that_of_standardised_weights()
    {
        double[] one = [1, 2, 4, -1], other = [3, 0.5, 1, 2];
        double[] Standard(double[] w) => [.. w.Select(x => (x - w.Average()) / Math.Sqrt(w.Average(y => Math.Pow(y - w.Average(), 2))))];
        var apart = Math.Sqrt(Standard(one).Zip(Standard(other), (x, y) => (x - y) * (x - y)).Sum() / 4);

        JudgeMap.DistanceOf("pearson", SimilarityMetrics.Pearson.Of(one, other)!.Value).ShouldBe(apart, 1e-9);
    }

    [Fact]
    public void A_matrix_with_a_gap_or_no_distances_is_refused()
    {
        var gap = Similarity.Of([Weights("a", 1, 2, 4), Weights("b", 1, 2)]);
        Should.Throw<ArgumentException>(() => JudgeMap.Of(gap)).Message.ShouldContain("'a' and 'b'");
        Should.Throw<ArgumentException>(() => JudgeMap.Scale(new double[0, 0]));
        Should.Throw<ArgumentException>(() => JudgeMap.Scale(new double[,] { { 0, double.NaN }, { double.NaN, 0 } }));
        Should.Throw<ArgumentException>(() => JudgeMap.Scale(new double[,] { { 0, 1 }, { 2, 0 } }));
        Should.Throw<ArgumentException>(() => JudgeMap.Scale(new double[,] { { 1, 1 }, { 1, 0 } }));
    }

    private static JudgeWeights Weights(string name, params double[] weights) =>
        new(name, Group.All, weights.Select((weight, i) => (Name: $"p{i}", weight)).ToDictionary(of => of.Name, of => of.weight));

    private static double[,] Distances(IReadOnlyList<(double X, double Y)> points)
    {
        var distances = new double[points.Count, points.Count];
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = 0; j < points.Count; j++) distances[i, j] = Math.Sqrt(Math.Pow(points[i].X - points[j].X, 2) + Math.Pow(points[i].Y - points[j].Y, 2));
        }
        return distances;
    }

    // distances of points in five dimensions: no plane holds them
    private static double[,] NotPlanar(int count, int seed)
    {
        var random = new Random(seed);
        var points = Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, 5).Select(_ => random.NextDouble()).ToArray()).ToList();
        var distances = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++) distances[i, j] = Math.Sqrt(points[i].Zip(points[j], (x, y) => (x - y) * (x - y)).Sum());
        }
        return distances;
    }
}
