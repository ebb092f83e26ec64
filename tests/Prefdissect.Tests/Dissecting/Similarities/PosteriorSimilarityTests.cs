using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Similarities;

namespace Prefdissect.Tests.Dissecting.Similarities;

public class PosteriorSimilarityTests
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 29).Select(i => $"p{i:00}")];
    private static readonly double[] One = [.. Names.Select((_, i) => Math.Sin(i))];
    private static readonly double[] Other = [.. Names.Select((_, i) => 0.8 * Math.Sin(i) + 0.3 * Math.Cos(3 * i))];

    [Fact]
    public void Draws_without_scatter_have_the_similarity_of_their_means()
    {
        var expected = SimilarityMetrics.Pearson.Of(One, Other)!.Value;
        var interval = Of([Drawn("X", "all", One, 0, 1), Drawn("Y", "all", Other, 0, 2)])[0][1]!;
        interval.Median.ShouldBe(expected, 1e-6);
        (interval.High - interval.Low).ShouldBe(0, 1e-6);
    }

    [Fact]
    public void Scatter_pulls_to_zero_as_far_as_attenuation_says()
    {
        // The correlation of draws is about r·√(reliability₁·reliability₂), reliability = var(means)/(var(means) + scatter²): Spearman (1904).
        const double Scatter = 0.5;
        var interval = Of([Drawn("X", "all", One, Scatter, 1), Drawn("Y", "all", Other, Scatter, 2)])[0][1]!;
        var plain = SimilarityMetrics.Pearson.Of(One, Other)!.Value;
        var expected = plain * Math.Sqrt(Reliability(One) * Reliability(Other));
        interval.Median.ShouldBe(expected, 0.03);
        interval.Low.ShouldBeLessThan(interval.Median);
        interval.High.ShouldBeLessThan(plain);

        static double Reliability(double[] means)
        {
            var variance = means.Select(mean => mean * mean).Average() - Math.Pow(means.Average(), 2);
            return variance / (variance + Scatter * Scatter);
        }
    }

    [Fact]
    public void The_matrix_is_symmetric_its_diagonal_one_and_the_seed_decides_it()
    {
        DrawnWeights[] weights = [Drawn("X", "all", One, 0.3, 1), Drawn("Y", "all", Other, 0.3, 2), Drawn("Z", "all", Other, 0.3, 2)];
        var cells = Of(weights);
        cells[0][1].ShouldBe(cells[1][0]);
        cells[0][0].ShouldBe(new SimilarityInterval(1, 1, 1));
        cells[1][2]!.High.ShouldBeLessThan(1, "equal draws of two judges are not paired one to one");
        Of(weights)[0][1].ShouldBe(cells[0][1]);
        PosteriorSimilarity.Of(["X", "Y", "Z"], weights, SimilarityMetrics.Pearson, ["all"], seed: 2)[0][1].ShouldNotBe(cells[0][1]);
    }

    [Fact]
    public void Groups_are_averaged_draw_by_draw_over_those_that_both_have()
    {
        var two = Of([Drawn("X", "a", One, 0.3, 1), Drawn("Y", "a", Other, 0.3, 2), Drawn("X", "b", One, 0.3, 3), Drawn("Y", "b", Other, 0.3, 4), Drawn("X", "c", One, 0.3, 5)], "a", "b", "c")[0][1]!;
        var one = Of([Drawn("X", "a", One, 0.3, 1), Drawn("Y", "a", Other, 0.3, 2)], "a")[0][1]!;
        two.Median.ShouldBe(one.Median, 0.02);
        ((two.High - two.Low) / (one.High - one.Low)).ShouldBe(1 / Math.Sqrt(2), 0.08);
    }

    [Fact]
    public void What_cannot_be_compared_is_null()
    {
        Of([Drawn("X", "a", One, 0.3, 1), Drawn("Y", "b", Other, 0.3, 2)], "a", "b")[0][1].ShouldBeNull();
        var few = new DrawnWeights("Y", "all", new FitDraws(["p00", "p01"], 1, [1, 2, 3, 4]));
        Of([Drawn("X", "all", One, 0.3, 1), few])[0][1].ShouldBeNull();
        Of([Drawn("X", "all", One, 0.3, 1), Drawn("Y", "all", new double[29], 0, 2)])[0][1].ShouldBeNull();
    }

    [Theory]
    [InlineData("pearson")]
    [InlineData("spearman")]
    [InlineData("l1")]
    [InlineData("l2")]
    public void Every_metric_has_an_interval_in_order(string metric)
    {
        var interval = PosteriorSimilarity.Of(["X", "Y"], [Drawn("X", "all", One, 0.3, 1), Drawn("Y", "all", Other, 0.3, 2)], SimilarityMetrics.Parse(metric), ["all"], seed: 1)[0][1]!;
        interval.Low.ShouldBeLessThan(interval.Median);
        interval.Median.ShouldBeLessThan(interval.High);
    }

    private static IReadOnlyList<IReadOnlyList<SimilarityInterval?>> Of(DrawnWeights[] weights, params string[] groups) => PosteriorSimilarity.Of(
        [.. weights.Select(one => one.Judge).Distinct()], weights, SimilarityMetrics.Pearson, groups.Length == 0 ? ["all"] : groups, seed: 1);

    private static DrawnWeights Drawn(string judge, string group, double[] means, double scatter, int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, 4000).SelectMany(_ => means.Select(mean => (float)(mean + scatter * MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1))));
        return new DrawnWeights(judge, group, new FitDraws(Names, 4, [.. values]));
    }
}
