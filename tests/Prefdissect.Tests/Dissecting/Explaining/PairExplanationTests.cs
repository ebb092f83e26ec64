using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Explaining;
using Prefdissect.Dissecting.Published;
using Prefdissect.Pairs;

namespace Prefdissect.Tests.Dissecting.Explaining;

public class PairExplanationTests
{
    private static readonly string[] Names = ["clear", "lengthy", "polite"];

    private static readonly ExplainedModel Model = new("judge", Group.All, [new("clear", 0.8, 0.5, 1.1), new("lengthy", -0.4, -0.6, -0.1), new("polite", 0.2, -0.1, 0.5)])
    {
        Draws = Draws(600),
    };

    [Fact]
    public void Shares_sum_to_the_probability_in_both_scales()
    {
        var explained = PairExplanation.Of(Model, Features(1, -1, 1));
        explained.Probability.ShouldBe(1 / (1 + Math.Exp(-explained.Properties.Sum(share => share.Feature * share.Weight))), 1e-14);
        (0.5 + explained.Properties.Sum(share => share.Shapley)).ShouldBe(explained.Probability, 1e-12);
        explained.Properties.Sum(share => share.LogOdds).ShouldBe(explained.LogOdds, 1e-14);
        explained.Properties.Select(share => share.Shapley).ToArray().ShouldBe(AllCoalitions.Values([0.8, 0.4, 0.2]), 1e-12);
    }

    [Fact]
    public void Intervals_hold_their_values_and_are_made_of_the_draws()
    {
        var explained = PairExplanation.Of(Model, Features(1, -1, 0));
        (explained.Low < explained.Probability && explained.Probability < explained.High).ShouldBeTrue();
        explained.ShapleyDraws.ShouldBe(PairExplanation.MostShapleyDraws);
        foreach (var share in explained.Properties.Take(2))
        {
            (share.ShapleyLow < share.Shapley && share.Shapley < share.ShapleyHigh).ShouldBeTrue(share.Property);
            (share.LogOddsLow < share.LogOdds && share.LogOdds < share.LogOddsHigh).ShouldBeTrue(share.Property);
        }
        explained.Properties[1].ShouldSatisfyAllConditions(share => share.LogOddsLow.ShouldBe(0.1, 1e-15), share => share.LogOddsHigh.ShouldBe(0.6, 1e-15));
        explained.Properties[2].ShouldSatisfyAllConditions(share => share.Shapley.ShouldBe(0), share => share.ShapleyLow.ShouldBe(0), share => share.ShapleyHigh.ShouldBe(0));
    }

    [Fact]
    public void Exchanging_the_responses_turns_the_explanation()
    {
        var (forth, back) = (PairExplanation.Of(Model, Features(1, -1, 1)), PairExplanation.Of(Model, Features(-1, 1, -1)));
        back.Probability.ShouldBe(1 - forth.Probability, 1e-14);
        back.Low!.Value.ShouldBe(1 - forth.High!.Value, 1e-12);
        foreach (var (one, other) in forth.Properties.Zip(back.Properties))
        {
            other.Shapley.ShouldBe(-one.Shapley, 1e-12);
            other.ShapleyLow!.Value.ShouldBe(-one.ShapleyHigh!.Value, 1e-12);
        }
    }

    [Fact]
    public void A_property_without_a_feature_is_refused_by_name()
    {
        Should.Throw<ArgumentException>(() => PairExplanation.Of(Model, new Dictionary<string, double> { ["clear"] = 1, ["lengthy"] = 0 })).Message.ShouldContain("'polite'");
        Should.Throw<ArgumentException>(() => PairExplanation.Of(Model, Features(1, double.NaN, 0))).Message.ShouldContain("'lengthy'");
    }

    [Fact]
    public void A_published_judge_has_no_intervals()
    {
        var answers = WhatIf.Of(new Dictionary<string, double> { ["clear"] = 1, ["lengthy"] = -0.5, ["of no model"] = 1 }, [Model, ExplainedModel.Of(PublishedJudges.MeanWeights("human"))]);
        answers[0].Low.ShouldNotBeNull();
        answers[0].Properties.Single(share => share.Property == "lengthy").LogOdds.ShouldBe(0.2, 1e-15);
        answers[1].ShouldSatisfyAllConditions(of => of.Low.ShouldBeNull(), of => of.High.ShouldBeNull(), of => of.ShapleyDraws.ShouldBe(0), of => of.Properties.Count.ShouldBe(29));
        answers[1].Properties.Count(share => share.Shapley != 0).ShouldBe(2);
        answers[1].Properties.ShouldAllBe(share => share.ShapleyLow == null && share.LogOddsLow == null);
    }

    [Fact]
    public void Where_nothing_is_chosen_nobody_prefers_anything() =>
        WhatIf.Of(new Dictionary<string, double>(), Model).ShouldSatisfyAllConditions(of => of.Probability.ShouldBe(0.5), of => of.Low.ShouldBe(0.5), of => of.High.ShouldBe(0.5));

    [Fact]
    public void A_model_of_some_properties_keeps_their_draws()
    {
        var some = Model.On(new HashSet<string> { "polite", "clear", "unknown" });
        some.Weights.Select(weight => weight.Property).ShouldBe(["clear", "polite"]);
        some.Draws!.Draw(5).ToArray().ShouldBe([Model.Draws!.Draw(5)[0], Model.Draws.Draw(5)[2]]);
        Model.On(Names.ToHashSet()).ShouldBeSameAs(Model);
        Model.On(new HashSet<string>()).Draws.ShouldBeNull();
    }

    private static Dictionary<string, double> Features(params double[] features) => Names.Zip(features).ToDictionary(of => of.First, of => of.Second);

    private static FitDraws Draws(int count)
    {
        var random = new Random(1);
        double[] means = [0.8, -0.4, 0.2];
        return new FitDraws(Names, 2, [.. Enumerable.Range(0, count).SelectMany(_ => means.Select(mean => (float)(mean + 0.3 * (random.NextDouble() + random.NextDouble() - 1))))]);
    }
}
