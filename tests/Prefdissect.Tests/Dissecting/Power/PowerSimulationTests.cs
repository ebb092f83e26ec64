using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Power;
using Prefdissect.Pairs;

namespace Prefdissect.Tests.Dissecting.Power;

public class PowerSimulationTests
{
    private static readonly FitSubject Subject = new("judge", "all", new AnnotatorIdentity("surface", "1"));
    private static readonly DissectionOptions Options = new() { Chains = 2, Warmup = 200, Draws = 500 };
    private static readonly double[] Planted = [0.8, -0.5, 0, 0.3, 0, -0.2];
    private static readonly Dictionary<string, IReadOnlySet<ContentHash>> NoGroups = [];

    // As large as the prior expects them.
    private static readonly double[] Usual = [0.25, -0.15, 0, 0.1, 0.02, -0.06];

    [Theory]
    [InlineData(150, 1)]
    [InlineData(400, 2)]
    public void Widths_predicted_at_four_times_the_pairs_are_those_of_the_fit_there(int pairs, int seed)
    {
        var votes = PlantedVotes.By(Usual, 4 * pairs, seed);
        var forecast = Forecast(votes[..pairs], 4);
        var fit = Fit(votes);
        var ratios = Ratios(forecast, fit);
        ratios.Average().ShouldBe(1, 0.06);
        ratios.ShouldAllBe(ratio => ratio > 0.8 && ratio < 1.25);
        forecast.Mean[0].Width.ShouldBeLessThan(0.8 * forecast.MeanWidth);
        (forecast.Pairs, forecast.Mean[0].Pairs, forecast.Queries).ShouldBe((pairs, 4 * pairs, pairs / 2));
    }

    [Fact]
    public void Tastes_that_the_prior_holds_back_come_out_a_tenth_too_narrow_and_not_more() =>
        Ratios(Forecast(PlantedVotes.By(Planted, 150, 1), 4), Fit(PlantedVotes.By(Planted, 600, 1))).Average().ShouldBe(0.92, 0.06);

    [Fact]
    public void A_taste_that_is_large_is_called_and_one_that_is_not_there_mostly_is_not()
    {
        var forecast = Forecast(PlantedVotes.By(Planted, 300, 3), 2, 10);
        forecast.Properties[0].Predicted.ShouldAllBe(at => at.Power > 0.95);
        forecast.Properties[3].Predicted[1].Power.ShouldBeGreaterThan(forecast.Properties[3].Predicted[0].Power - 0.1);
        forecast.Properties.ShouldAllBe(property => property.Predicted.All(at => at.PowerLow <= at.Power && at.Power <= at.PowerHigh && at.WidthLow <= at.Width && at.Width <= at.WidthHigh));
        foreach (var property in forecast.Properties) property.Predicted[1].Width.ShouldBeLessThan(property.Predicted[0].Width);
    }

    [Fact]
    public void Threads_do_not_change_a_digit_and_the_seed_does()
    {
        var design = Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By(Planted, 120, 4));
        var power = new PowerOptions { Multiples = [3], Simulations = 10 };
        var (one, four) = (PowerSimulation.Run(Subject, design, Options, power, NoGroups, 1), PowerSimulation.Run(Subject, design, Options, power, NoGroups, 4));
        four.Mean.ShouldBe(one.Mean);
        PowerSimulation.Run(Subject, design, Options, power with { Seed = 2 }, NoGroups, 4).Mean.ShouldNotBe(one.Mean);
    }

    [Fact]
    public void Pairs_that_differ_in_more_properties_are_the_ones_to_sample()
    {
        var votes = PlantedVotes.By(Planted, 400, 5);
        var design = Design.Build(PlantedVotes.SomeProperties, votes);
        Dictionary<string, IReadOnlySet<ContentHash>> groups = new()
        {
            ["much"] = Where(design, differing => differing >= 5),
            ["little"] = Where(design, differing => differing <= 3),
            ["few"] = Enumerable.Range(0, GroupGain.FewestPairs - 1).Select(design.Pair).ToHashSet(),
        };
        var gains = PowerSimulation.Run(Subject, design, Options, new PowerOptions { Multiples = [2], Simulations = 10 }, groups, 2).Groups;
        gains.Select(gain => gain.Group).ShouldBe(["much", "little"]);
        gains[0].Low.ShouldBeGreaterThan(gains[1].High);
        gains.ShouldAllBe(gain => gain.Low <= gain.Reduction && gain.Reduction <= gain.High && gain.Low > 0);
    }

    [Fact]
    public void What_a_ranking_says_of_a_hundred_pairs_is_what_a_simulation_of_them_says()
    {
        var design = Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By(Planted, 100, 6));
        Dictionary<string, IReadOnlySet<ContentHash>> everything = new() { ["everything"] = Where(design, _ => true) };
        var forecast = PowerSimulation.Run(Subject, design, Options, new PowerOptions { Multiples = [2] }, everything, 2);
        (forecast.MeanWidth - forecast.Mean[0].Width).ShouldBe(forecast.Groups[0].Reduction, 0.2 * forecast.Groups[0].Reduction);
    }

    private static List<double> Ratios(PowerForecast forecast, JudgeFit fit) =>
        [.. forecast.Properties.Zip(fit.Weights, (property, weight) => property.Predicted[0].Width / (weight.PreferenceHigh - weight.PreferenceLow))];

    private static HashSet<ContentHash> Where(Design design, Func<int, bool> differing) =>
        [.. Enumerable.Range(0, design.Rows).Where(row => differing(design.Features(row).ToArray().Count(sign => sign != 0))).Select(design.Pair)];

    private static PowerForecast Forecast(List<JudgedPair> votes, params int[] multiples) =>
        PowerSimulation.Run(Subject, Design.Build(PlantedVotes.SomeProperties, votes), Options, new PowerOptions { Multiples = multiples }, NoGroups, 2);

    private static JudgeFit Fit(List<JudgedPair> votes) =>
        ((SampledFit)Dissection.FitWhole(Subject, Design.Build(PlantedVotes.SomeProperties, votes), Options, 2)).Fit;
}
