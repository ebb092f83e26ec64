using System.Text.Json;
using Prefdissect.Annotating;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Dissecting.Quality;
using Prefdissect.Properties;
using Property = Prefdissect.Properties.Property;

namespace Prefdissect.Tests.Dissecting.Quality;

/// <summary>Fits, folds and measurement together, on judges with known tastes.</summary>
public class HeldOutQualityTests
{
    private static readonly FitSubject Subject = new("judge", "all", new AnnotatorIdentity("surface", "1"));
    private static readonly DissectionOptions Short = new() { Chains = 2, Warmup = 200, Draws = 500 };
    private static readonly Property[] Properties = [.. new[] { "lengthy", "friendly", "clear" }.Select(PublishedProperties.Of)];

    [Fact]
    public void A_judge_of_length_is_predicted_by_length_alone_as_well_as_by_everything()
    {
        var quality = Quality(Judged(1000, 1, signs => signs[0] != 0 ? 0.9 : 0.5));
        quality.AccuracyOverLength.Low!.Value.ShouldBeLessThanOrEqualTo(0);
        quality.AccuracyOverLength.High!.Value.ShouldBeGreaterThanOrEqualTo(0);
        Math.Abs(quality.LogLossBelowLength.Value!.Value).ShouldBeLessThan(0.005);
        quality.LengthOnly!.Accuracy.Value!.Value.ShouldBe(0.9 * 2 / 3 + 0.5 / 3, 0.04);
        quality.BeyondLength.Select(gain => gain.Property).ShouldBe(["friendly", "clear"]);
        quality.BeyondLength.ShouldAllBe(gain => gain.LogLossDrop.Value < 0.003 && gain.LogLossDrop.Low < 0);
    }

    [Fact]
    public void Where_length_is_all_there_is_both_are_the_same_model()
    {
        var design = Design.Build([Properties[0]], Judged(600, 2, signs => signs[0] != 0 ? 0.8 : 0.5, [Properties[0]]));
        var quality = Fitted(design, new DissectionOptions()).Folds!.Quality!;
        quality.Model.Accuracy.Value.ShouldBe(quality.LengthOnly!.Accuracy.Value);
        quality.Model.LogLoss.Value!.Value.ShouldBe(quality.LengthOnly.LogLoss.Value!.Value, 2e-4);
        quality.Model.Brier.Value!.Value.ShouldBe(quality.LengthOnly.Brier.Value!.Value, 2e-4);
        quality.AccuracyOverLength.ShouldBe(new Estimate(0, 0, 0, null));
    }

    [Fact]
    public void Under_a_horseshoe_everything_but_the_comparison_with_length_is_there_and_healthy()
    {
        var design = Design.Build(Properties, Judged(600, 3, signs => signs[1] != 0 ? 0.85 : 0.5, favoured: 1));
        var fit = Fitted(design, new DissectionOptions { Prior = "horseshoe:0.05", Draws = 1000 });
        fit.Health.Problems.ShouldBeEmpty();
        fit.Folds!.Problems.ShouldBeEmpty();
        fit.Weights.Select(weight => weight.Property).ShouldBe(["lengthy", "friendly", "clear"]);
        fit.Weights[1].Low.ShouldBeGreaterThan(1);
        fit.Weights[0].Mean.ShouldBe(0, 0.1);
        fit.Clusters!.Reason!.ShouldContain("prior");
        var quality = fit.Folds.Quality!;
        quality.Model.Accuracy.Value!.Value.ShouldBe(0.85 * 2 / 3 + 0.5 / 3, 0.04);
        (quality.LengthOnly, quality.AccuracyOverLength.Value, quality.BeyondLength.Count).ShouldBe((null, null, 0));
        quality.NoLengthReason!.ShouldContain("Laplace and normal");
    }

    [Fact]
    public void A_judge_of_something_else_gains_by_it_beyond_length()
    {
        var quality = Quality(Judged(1500, 3, signs => signs[1] != 0 ? 0.85 : 0.5, favoured: 1));
        quality.AccuracyOverLength.Low!.Value.ShouldBeGreaterThan(0.1);
        quality.LogLossBelowLength.Low!.Value.ShouldBeGreaterThan(0.05);
        quality.LengthOnly!.Accuracy.Low!.Value.ShouldBeLessThan(0.52);
        var (friendly, clear) = (quality.BeyondLength[0].LogLossDrop, quality.BeyondLength[1].LogLossDrop);
        friendly.Low!.Value.ShouldBeGreaterThan(0.05);
        clear.Value!.Value.ShouldBeLessThan(0.003);
        friendly.Value!.Value.ShouldBe(quality.LogLossBelowLength.Value!.Value, 0.01, "nothing but it and length matters");
    }

    [Fact]
    public void A_coin_is_predicted_no_better_than_by_a_coin()
    {
        var model = Quality(Judged(1500, 4, _ => 0.5)).Model;
        (model.Accuracy.Low < 0.5 + 0.01 && model.Accuracy.High > 0.5 - 0.01).ShouldBeTrue();
        model.Accuracy.Value!.Value.ShouldBe(0.5, 0.05);
        model.Auc.Value!.Value.ShouldBe(0.5, 0.05);
        model.LogLoss.Value!.Value.ShouldBeInRange(Math.Log(2) - 0.003, Math.Log(2) + 0.01);
    }

    [Fact]
    public void Length_alone_is_what_two_weights_fitted_by_hand_say()
    {
        // Each fold's training rows counted anew, row by row, and the single weight's posterior summed over a fine line.
        var design = Design.Build(Properties, Judged(300, 5, signs => signs[0] != 0 ? 0.75 : 0.5));
        var plan = FoldPlan.Of(design, FoldScheme.Query, 1);
        var loss = 0.0;
        for (var row = 0; row < design.Rows; row++)
        {
            int won = 0, lost = 0;
            for (var other = 0; other < design.Rows; other++)
            {
                if (plan[other] == plan[row] || design.Features(other)[0] == 0) continue;
                if (design.Features(other)[0] == 1 == design.FirstWins(other) > 0) won++;
                else lost++;
            }
            double all = 0, longer = 0;
            for (var weight = -3.0; weight <= 3; weight += 1e-4)
            {
                var density = Math.Exp(won * Math.Log(Degree.Of(weight)) + lost * Math.Log(Degree.Of(-weight)) - 10 * Math.Abs(weight) + 0.5 * (won + lost));
                all += density;
                longer += density * Degree.Of(weight);
            }
            var first = design.Features(row)[0] switch { 1 => longer / all, -1 => 1 - longer / all, _ => 0.5 };
            loss -= Math.Log(design.FirstWins(row) > 0 ? first : 1 - first);
        }
        Fitted(design, Short).Folds!.Quality!.LengthOnly!.LogLoss.Value!.Value.ShouldBe(loss / design.Rows, 1e-5);
    }

    [Fact]
    public void Every_row_is_predicted_by_the_fit_that_has_not_seen_it()
    {
        // A judge who votes at random on random features: a fit that had seen its own votes would look better than a coin.
        var design = Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By(new double[6], 120, seed: 6));
        var fit = Fitted(design, Short with { Prior = "normal:3" });
        var seen = Enumerable.Range(0, design.Rows).Average(row =>
        {
            var logOdds = design.Features(row).ToArray().Zip(fit.Weights, (sign, weight) => sign * weight.Mean).Sum();
            return -Math.Log(Degree.Of(design.FirstWins(row) > 0 ? logOdds : -logOdds));
        });
        seen.ShouldBeLessThan(Math.Log(2));
        fit.Folds!.Quality!.Model.LogLoss.Value!.Value.ShouldBeGreaterThan(Math.Log(2) - 0.005);
    }

    [Fact]
    public void Fold_means_are_the_average_of_fits_without_a_fold()
    {
        var judged = PlantedVotes.By([0.8, -0.5, 0, 0.3, 0, -0.2], 400, seed: 7);
        var design = Design.Build(PlantedVotes.SomeProperties, judged);
        var fit = Fitted(design, new DissectionOptions());
        fit.Folds!.Count.ShouldBe(10);
        var plan = FoldPlan.Of(design, FoldScheme.Query, fit.Options.Seed);
        var foldOf = Enumerable.Range(0, design.Rows).ToDictionary(design.Pair, row => plan[row]);
        var means = Enumerable.Range(0, 10).Select(fold =>
        {
            var rest = Design.Build(PlantedVotes.SomeProperties, judged.Where(pair => foldOf[pair.Compared.Pair] != fold));
            return Fitted(rest, new DissectionOptions { Seed = 99, Folds = FoldScheme.None }).Weights.Select(weight => weight.Mean).ToArray();
        }).ToArray();
        for (var p = 0; p < 6; p++)
        {
            // Twenty means of 8,000 draws each stand behind the difference.
            var error = Math.Sqrt(2) * fit.Weights[p].Posterior.McseMean!.Value / Math.Sqrt(10);
            fit.Folds.Means[p].ShouldBe(means.Average(ofFold => ofFold[p]), 5 * error, fit.Weights[p].Property);
        }
        fit.FoldMeans!.Values[fit.Weights[0].Property].ShouldBe(fit.Folds.Means[0]);
    }

    [Fact]
    public void Exchanging_responses_or_shuffling_pairs_changes_no_digit_of_folds_and_scores()
    {
        var judged = PlantedVotes.By([0.8, -0.5, 0, 0.3, 0, -0.2], 200, seed: 8);
        var others = judged.Select((pair, i) => new JudgedPair(
            PlantedVotes.Compared(PlantedVotes.SomeProperties, i, [.. Enumerable.Range(0, 6).Select(p => -pair.Compared[p]!.Value)]), pair.Votes.Exchanged())).ToArray();
        new Random(9).Shuffle(others);
        var one = Fitted(Design.Build(PlantedVotes.SomeProperties, judged), Short).Folds;
        var other = Fitted(Design.Build(PlantedVotes.SomeProperties, others), Short).Folds;
        JsonSerializer.Serialize(other).ShouldBe(JsonSerializer.Serialize(one));
    }

    [Fact]
    public void Threads_change_no_digit()
    {
        var design = Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By([0.8, -0.5, 0, 0.3, 0, -0.2], 150, seed: 10));
        string Json(int threads) => JsonSerializer.Serialize(((SampledFit)Dissection.Fit(Subject, design, Short, threads)).Fit);
        Json(1).ShouldBe(Json(5));
    }

    [Theory]
    [InlineData(1, "one pair")]
    [InlineData(2, "one query")]
    public void Too_little_to_part_is_said(int pairs, string reason)
    {
        var scheme = pairs == 1 ? FoldScheme.Paper : FoldScheme.Query;
        var folds = Fitted(Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By([1, 1, 1, 1, 1, 1], pairs, seed: 11)), Short with { Folds = scheme }).Folds!;
        (folds.Count, folds.Quality, folds.IsMade).ShouldBe((0, null, false));
        folds.Reason!.ShouldContain(reason);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(12)]
    public void Few_pairs_and_a_single_opinion_give_finite_numbers(int pairs)
    {
        Property[] one = [PublishedProperties.Of("lengthy")];
        var rated = Enumerable.Range(0, pairs).Select(i => ComparedPair.Of(one, PlantedVotes.Rated(2 * i, [Rating.Of(i == 0 ? 20 : 100)], [Rating.Of(20)])));
        var fit = Fitted(Design.Build(one, rated.Select(pair => new JudgedPair(pair, new VoteCounts(1, 0, 0)))), Short);
        fit.Folds!.Count.ShouldBe(Math.Min(pairs, 10));
        // JSON has no place for numbers that are not finite: it would throw.
        JsonSerializer.Serialize(fit).ShouldNotContain("NaN");
    }

    [Fact]
    public void Half_votes_of_ties_are_counted_on_both_sides()
    {
        var judged = Judged(200, 12, signs => 0.8).Select((pair, i) => i % 4 == 0 ? pair with { Votes = new VoteCounts(0, 0, 1) } : pair);
        var quality = Fitted(Design.Build(Properties, judged, TieRule.Half), Short with { Ties = TieRule.Half }).Folds!.Quality!;
        quality.Votes.ShouldBe(200);
        quality.Model.Accuracy.Value!.Value.ShouldBeLessThan(0.9);
    }

    [Fact]
    public void Without_length_in_the_fit_there_is_a_reason_in_place_of_the_baseline()
    {
        var quality = Fitted(Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By([1, 0, 0, 0, 0, 0], 100, seed: 13)), Short).Folds!.Quality!;
        quality.LengthOnly.ShouldBeNull();
        quality.NoLengthReason!.ShouldContain("length");
        quality.AccuracyOverLength.Reason!.ShouldContain("length");
        quality.BeyondLength.ShouldBeEmpty();
    }

    private static HeldOutQuality Quality(IEnumerable<JudgedPair> judged) => Fitted(Design.Build(Properties, judged), Short).Folds!.Quality!;

    private static JudgeFit Fitted(Design design, DissectionOptions options) => ((SampledFit)Dissection.Fit(Subject, design, options)).Fit;

    /// <summary>Pairs with random comparisons; the response that has more of the favoured property wins with a probability.</summary>
    private static List<JudgedPair> Judged(int pairs, int seed, Func<int[], double> probability, Property[]? properties = null, int favoured = 0)
    {
        properties ??= Properties;
        var random = new Random(seed);
        var judged = new List<JudgedPair>();
        for (var i = 0; i < pairs; i++)
        {
            var signs = properties.Select(_ => random.Next(-1, 2)).ToArray();
            var rated = PlantedVotes.Rated(
                i, signs.Select((sign, p) => RatingOf(properties[p], sign)), signs.Select((_, p) => RatingOf(properties[p], 0)));
            var towards = random.NextDouble() < probability(signs);
            var first = signs[favoured] == 0 ? random.Next(2) == 0 : towards == signs[favoured] > 0;
            judged.Add(new JudgedPair(ComparedPair.Of(properties, rated), first ? new VoteCounts(1, 0, 0) : new VoteCounts(0, 1, 0)));
        }
        return judged;
    }

    private static Rating RatingOf(Property property, int sign) => property.ShortName == "lengthy" ? Rating.Of(100 + 60 * sign) : Rating.Of(1 + sign);
}
