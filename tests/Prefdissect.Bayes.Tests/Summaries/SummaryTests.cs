using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Summaries;

public class SummaryTests
{
    private static readonly ScalarDraws Five = new(1, [3, 1, 2, 5, 4]);

    [Fact]
    public void Quantiles_interpolate_between_order_statistics()
    {
        Quantile.Of(Five, 0).ShouldBe(1);
        Quantile.Of(Five, 0.5).ShouldBe(3);
        Quantile.Of(Five, 0.1).ShouldBe(1.4, 1e-15);
        Quantile.Of(Five, 1).ShouldBe(5);
        Quantile.OfSorted([7], 0.3).ShouldBe(7);
        Should.Throw<ArgumentOutOfRangeException>(() => Quantile.Of(Five, double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => Quantile.Of(Five, 1.1));
        Should.Throw<ArgumentException>(() => Quantile.OfSorted([], 0.5));
    }

    [Fact]
    public void Mean_sd_and_the_share_above_zero_are_those_of_the_draws()
    {
        var summary = ParameterSummary.Of("x", new ScalarDraws(1, [-1, 0, 1, 4]));
        (summary.Name, summary.Draws, summary.Mean).ShouldBe(("x", 4, 1));
        summary.Sd.ShouldBe(Math.Sqrt(14.0 / 3), 1e-15);
        summary.ProbabilityPositive.ShouldBe(0.625);
    }

    [Fact]
    public void Moments_keep_their_digits_far_from_zero()
    {
        var moments = Moments.Of([1e9 + 1, 1e9 + 2, 1e9 + 3]);
        (moments.Mean, moments.Sd).ShouldBe((1e9 + 2, 1));
    }

    [Fact]
    public void The_highest_density_interval_is_the_shortest_and_the_central_one_is_even()
    {
        double[] skewed = [.. Enumerable.Range(1, 1000).Select(i => -Math.Log(1 - (i - 0.5) / 1000))];
        var shortest = CredibleInterval.HighestDensity(new ScalarDraws(1, skewed), 0.9);
        shortest.Low.ShouldBe(0, 0.001);
        shortest.High.ShouldBe(-Math.Log(0.1), 0.01);
        var central = CredibleInterval.Central(new ScalarDraws(1, skewed), 0.9);
        central.Low.ShouldBe(-Math.Log(0.95), 0.01);
        central.High.ShouldBe(-Math.Log(0.05), 0.05);
        Should.Throw<ArgumentOutOfRangeException>(() => CredibleInterval.Central(Five, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => CredibleInterval.HighestDensity(Five, double.NaN));
    }

    [Fact]
    public void Health_names_what_is_wrong_in_words()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(i => i < 100 ? 5 + Math.Sin(i) : Math.Sin(i))];
        TransitionInfo[] transitions = [.. Enumerable.Range(0, 400).Select(i => new TransitionInfo(i, 0.8, 2, 3, i == 7))];
        var health = PosteriorSummary.Of(new PosteriorDraws(4, 1, values, transitions), ["tilt"]).Health;
        health.IsHealthy.ShouldBeFalse();
        health.Divergences.ShouldBe(1);
        string.Join('\n', health.Problems).ShouldSatisfyAllConditions(
            text => text.ShouldContain("R-hat of tilt"),
            text => text.ShouldContain("bulk ESS of tilt"),
            text => text.ShouldContain("1 of 400 transitions diverged"),
            text => text.ShouldContain("E-BFMI"));
    }

    [Fact]
    public void Draws_from_elsewhere_have_no_transitions_and_say_so_by_null()
    {
        var health = PosteriorSummary.Of(new PosteriorDraws(2, 2, [.. Enumerable.Range(0, 400).Select(i => Math.Sin(i * 1.3))])).Health;
        (health.Divergences, health.MinEnergyFraction).ShouldBe((null, null));
    }

    [Fact]
    public void Draws_are_found_by_chain_draw_and_coordinate()
    {
        var draws = new PosteriorDraws(2, 3, [.. Enumerable.Range(0, 12).Select(i => (double)i)]);
        (draws.DrawsPerChain, draws.Count).ShouldBe((2, 4));
        draws.Draw(1, 0).ToArray().ShouldBe([6, 7, 8]);
        draws.Chain(1).ToArray().ShouldBe([6, 7, 8, 9, 10, 11]);
        draws.Parameter(2).Values.ToArray().ShouldBe([2, 5, 8, 11]);
        draws.Parameter(2).Chain(1).ToArray().ShouldBe([8, 11]);
        draws.Quantity(x => x[2] - x[0]).Values.ToArray().ShouldAllBe(difference => difference == 2);
    }

    [Fact]
    public void Bad_draws_are_refused_with_their_place_named()
    {
        Should.Throw<ArgumentException>(() => new PosteriorDraws(2, 1, [1, 2, 3, double.NaN])).Message.ShouldContain("Chain 1, draw 1, coordinate 0 is NaN");
        Should.Throw<ArgumentException>(() => new ScalarDraws(2, [1, 2, double.PositiveInfinity, 4])).Message.ShouldContain("Chain 1, draw 0");
        Should.Throw<ArgumentException>(() => new ScalarDraws(2, [1, 2, 3])).Message.ShouldContain("3 values do not fill 2 chains");
        Should.Throw<ArgumentException>(() => new ScalarDraws(1, []));
        Should.Throw<ArgumentException>(() => new PosteriorDraws(1, 2, [1, 2], new TransitionInfo[3])).Message.ShouldContain("3 transitions for 1 draws");
        Should.Throw<ArgumentException>(() => PosteriorSummary.Of(new PosteriorDraws(1, 2, [1, 2]), ["a"])).Message.ShouldContain("1 names for 2");
        Should.Throw<ArgumentOutOfRangeException>(() => new PosteriorDraws(1, 2, [1, 2]).Parameter(2));
    }
}
