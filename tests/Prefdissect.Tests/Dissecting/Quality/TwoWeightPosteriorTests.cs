using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Quality;

namespace Prefdissect.Tests.Dissecting.Quality;

public class TwoWeightPosteriorTests
{
    public static TheoryData<string, double[], double[]> Votes => new()
    {
        { "laplace:0.1", [120, 40, 60, 20], [80, 60, 30, 25] },
        { "laplace:0.1", [3, 1, 0, 0], [0, 1, 2, 0] },
        { "laplace:0.1", [0, 0, 900, 10], [0, 0, 300, 10] },
        { "laplace:0.5", [40, 0, 0, 0.5], [0, 1000, 0, 0] },
        { "normal:1", [120, 40, 60, 20], [80, 60, 30, 25] },
        { "laplace:0.1", [50000, 20000, 80000, 9000], [30000, 25000, 40000, 8000] },
    };

    [Theory]
    [MemberData(nameof(Votes))]
    public void Predictions_are_those_of_a_fine_sum_over_the_posterior(string prior, double[] won, double[] lost)
    {
        var predicted = TwoWeightPosterior.Predict(Counts(won, lost), Independent(prior));
        var expected = BruteForce(won, lost, Independent(prior));
        for (var kind = 0; kind < 4; kind++) predicted[kind].ShouldBe(expected[kind], 5e-4, $"kind {kind}");
    }

    [Fact]
    public void Predictions_are_those_of_the_sampler()
    {
        double[] won = [30, 10, 25, 8], lost = [12, 14, 9, 6];
        sbyte[] features = [1, 0, 0, 1, 1, 1, 1, -1, 1, 0, 0, 1, 1, 1, 1, -1];
        var regression = new LogisticRegression(DesignMatrix.FromRowMajor(features, 8, 2), [1, 1, 1, 1, 0, 0, 0, 0], new LaplacePrior(0.1), [.. won, .. lost]);
        var draws = NutsSampler.Sample(regression, new NutsOptions { Draws = 10_000 });
        var predicted = TwoWeightPosterior.Predict(Counts(won, lost), new LaplacePrior(0.1));
        predicted[0].ShouldBe(draws.Quantity(weights => Degree.Of(weights[0])).Values.ToArray().Average(), 1e-3);
        predicted[1].ShouldBe(draws.Quantity(weights => Degree.Of(weights[1])).Values.ToArray().Average(), 1e-3);
        predicted[2].ShouldBe(draws.Quantity(weights => Degree.Of(weights[0] + weights[1])).Values.ToArray().Average(), 1e-3);
        predicted[3].ShouldBe(draws.Quantity(weights => Degree.Of(weights[0] - weights[1])).Values.ToArray().Average(), 1e-3);
    }

    [Theory]
    [InlineData("laplace:1e-90")]
    [InlineData("laplace:1e90")]
    [InlineData("normal:1e60")]
    [InlineData("laplace:0.1")]
    public void Extreme_priors_and_votes_give_probabilities(string prior)
    {
        double[][] extremes = [[0, 0, 0, 0], [1e6, 0, 0, 0], [1, 0, 0, 0], [1e6, 1e6, 1e6, 1e6]];
        foreach (var won in extremes)
        {
            var predicted = TwoWeightPosterior.Predict(Counts(won, [0, 0, 0, 0]), Independent(prior));
            predicted.ShouldAllBe(probability => probability >= 0 && probability <= 1);
        }
    }

    [Fact]
    public void No_votes_are_predicted_evenly() =>
        TwoWeightPosterior.Predict(Counts([0, 0, 0, 0], [0, 0, 0, 0]), new LaplacePrior(0.1)).ShouldAllBe(probability => Math.Abs(probability - 0.5) < 1e-12);

    private static IIndependentPrior Independent(string text) => PriorSpecification.Parse(text).ShouldBeAssignableTo<IIndependentPrior>()!;

    private static TwoWeightCounts Counts(double[] won, double[] lost)
    {
        var counts = new TwoWeightCounts();
        for (var kind = 0; kind < 4; kind++) counts.Add(kind, won[kind], lost[kind]);
        return counts;
    }

    /// <summary>A sum over 3,000² points around the mode, found by walking uphill.</summary>
    private static double[] BruteForce(double[] won, double[] lost, IIndependentPrior prior)
    {
        double[][] signs = [[1, 0], [0, 1], [1, 1], [1, -1]];
        double x = 0, y = 0;
        for (var step = 1.0; step > 1e-5; step /= 2)
        {
            for (var moved = true; moved;)
            {
                var (bestX, bestY) = (from i in new[] { -1, 0, 1 } from j in new[] { -1, 0, 1 } let to = (x + i * step, y + j * step) orderby Log(to.Item1, to.Item2) descending select to).First();
                moved = Log(bestX, bestY) > Log(x, y) + 1e-12;
                if (moved) (x, y) = (bestX, bestY);
            }
        }
        var top = Log(x, y);
        var radius = 1e-3;
        while (Enumerable.Range(0, 64).Any(i => Log(x + radius * Math.Cos(i / 10.0), y + radius * Math.Sin(i / 10.0)) > top - 25)) radius *= 1.2;
        const int half = 600;
        var sums = new double[5];
        for (var i = -half; i <= half; i++)
        {
            for (var j = -half; j <= half; j++)
            {
                var (a, b) = (x + radius * i / half, y + radius * j / half);
                var density = Math.Exp(Log(a, b) - top);
                sums[4] += density;
                for (var kind = 0; kind < 4; kind++) sums[kind] += density * Degree.Of(signs[kind][0] * a + signs[kind][1] * b);
            }
        }
        return [.. sums.Take(4).Select(sum => sum / sums[4])];

        double Log(double a, double b) => prior.LogDensity(a) + prior.LogDensity(b)
            + Enumerable.Range(0, 4).Sum(kind => won[kind] * Math.Log(Degree.Of(signs[kind][0] * a + signs[kind][1] * b)) + lost[kind] * Math.Log(Degree.Of(-signs[kind][0] * a - signs[kind][1] * b)));
    }
}
