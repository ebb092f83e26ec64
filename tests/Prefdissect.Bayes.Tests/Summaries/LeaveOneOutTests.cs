using Prefdissect.Bayes.Diagnostics;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Summaries;

public class LeaveOneOutTests
{
    [Theory]
    [InlineData(-0.3)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_shape_of_a_Pareto_tail_is_found_again(double shape)
    {
        var tail = new ParetoTail(shape, 2);
        double[] excesses = [.. Enumerable.Range(0, 20_000).Select(i => tail.Quantile((i + 0.5) / 20_000))];
        var found = ParetoTail.Fit(excesses)!.Value;
        found.Shape.ShouldBe(shape, 0.02);
        found.Scale.ShouldBe(2, 0.05);
    }

    [Fact]
    public void A_normal_mean_has_the_scores_known_in_closed_form()
    {
        const int count = 25;
        var random = new RandomStream(1, 0);
        double[] y = [.. Enumerable.Range(0, count).Select(_ => 1 + random.NextNormal())];
        // Known variance 1 and a flat prior: the posterior is normal about the mean, and so is every prediction.
        var mean = y.Average();
        double[] draws = [.. Enumerable.Range(0, 20_000).Select(_ => mean + random.NextNormal() / Math.Sqrt(count))];
        var result = LeaveOneOut.Of(count, draws.Length, (i, values) =>
        {
            for (var draw = 0; draw < values.Length; draw++)
                values[draw] = LogNormal(y[i], draws[draw], 1);
        });
        for (var i = 0; i < count; i++)
        {
            var others = (count * mean - y[i]) / (count - 1);
            result.Observations[i].LogScore.ShouldBe(LogNormal(y[i], others, 1 + 1.0 / (count - 1)), 0.01);
            result.Observations[i].LogScoreSeen.ShouldBe(LogNormal(y[i], mean, 1 + 1.0 / count), 0.01);
        }
        result.EffectiveParameters.ShouldBe(1, 0.3);
        result.LargestShape!.Value.ShouldBeLessThan(0.5);
        result.Problems.ShouldBeEmpty();
        PublicSurface.ShouldHoldNoNaN(result);
    }

    [Fact]
    public void An_observation_that_holds_the_posterior_by_itself_is_told()
    {
        var random = new RandomStream(2, 0);
        // The posterior without it is far wider than the posterior with it.
        double[] draws = [.. Enumerable.Range(0, 4000).Select(_ => random.NextNormal())];
        var result = LeaveOneOut.Of(1, draws.Length, (_, values) =>
        {
            for (var draw = 0; draw < values.Length; draw++)
                values[draw] = -0.48 * draws[draw] * draws[draw];
        });
        result.LargestShape!.Value.ShouldBeGreaterThan(0.7);
        result.Problems.Single().ShouldContain("a single observation");
        result.StandardError.ShouldBeNull();
    }

    [Fact]
    public void Equal_or_few_weights_have_no_shape_and_stay()
    {
        double[] equal = [.. Enumerable.Repeat(-3.0, 1000)], few = [0, -1, -2];
        ParetoSmoothing.Smooth(equal).ShouldBeNull();
        equal.ShouldAllBe(weight => weight == 0);
        ParetoSmoothing.Smooth(few).ShouldBeNull();
        few.ShouldBe([0, -1, -2]);
        Should.Throw<ArgumentException>(() => ParetoSmoothing.Smooth([0, double.NaN])).Message.ShouldContain("weight 1");
        Should.Throw<ArgumentException>(() => ParetoSmoothing.Smooth([]));
        Should.Throw<ArgumentOutOfRangeException>(() => ParetoSmoothing.Smooth([0], 0));
    }

    [Fact]
    public void Smoothing_keeps_the_order_and_the_small_weights()
    {
        var random = new RandomStream(3, 0);
        double[] raw = [.. Enumerable.Range(0, 2000).Select(_ => 1.5 * random.NextNormal())];
        var smoothed = raw.ToArray();
        ParetoSmoothing.Smooth(smoothed).ShouldNotBeNull();
        var order = Enumerable.Range(0, raw.Length).OrderBy(i => raw[i]).ToArray();
        for (var i = 1; i < order.Length; i++)
            smoothed[order[i]].ShouldBeGreaterThanOrEqualTo(smoothed[order[i - 1]]);
        for (var i = 0; i < 1800; i++)
            smoothed[order[i]].ShouldBe(raw[order[i]] - raw.Max(), 1e-12);
        smoothed.ShouldAllBe(weight => weight <= 0);
    }

    private static double LogNormal(double y, double mean, double variance) => -0.5 * (Math.Log(2 * Math.PI * variance) + (y - mean) * (y - mean) / variance);
}
