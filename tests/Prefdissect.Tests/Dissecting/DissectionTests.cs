using System.Text.Json;
using Prefdissect.Annotating;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Properties;
using Property = Prefdissect.Properties.Property;

namespace Prefdissect.Tests.Dissecting;

public class DissectionTests
{
    private static readonly FitSubject Subject = new("judge", "all", new AnnotatorIdentity("surface", "1"));
    private static readonly DissectionOptions Short = new() { Warmup = 300, Draws = 500 };
    private static readonly double[] Planted = [0.8, -0.5, 0, 0.3, 0, -0.2];

    [Fact]
    public void A_judge_with_known_weights_is_recovered()
    {
        var fit = Fit(PlantedVotes.By(Planted, 6000, seed: 1), new DissectionOptions());
        fit.Weights.Select(weight => weight.Property).ShouldBe(PlantedVotes.SomeProperties.Select(property => property.ShortName));
        foreach (var (weight, truth) in fit.Weights.Zip(Planted)) Math.Abs(weight.Mean - truth).ShouldBeLessThan(4 * weight.Sd, weight.Property);
        SimilarityMetrics.Pearson.Of([.. fit.Weights.Select(weight => weight.Mean)], Planted)!.Value.ShouldBeGreaterThan(0.99);
        fit.Health.Problems.ShouldBeEmpty();
        (fit.Weights[0].Verdict, fit.Weights[1].Verdict).ShouldBe((WeightVerdict.Liked, WeightVerdict.Disliked));
    }

    [Fact]
    public void Merging_equal_rows_leaves_the_posterior_as_it_was()
    {
        var judged = PlantedVotes.By(Planted, 400, seed: 2);
        var design = Design.Build(PlantedVotes.SomeProperties, judged);
        var rows = Enumerable.Range(0, design.Rows).SelectMany(row => design.Features(row).ToArray()).ToArray();
        var outcomes = Enumerable.Range(0, design.Rows).Select(design.FirstWins).ToArray();
        var plain = new LogisticRegression(DesignMatrix.FromRowMajor(rows, design.Rows, design.Columns), outcomes, new LaplacePrior(0.1));
        var merged = DistinctRows.Of(design, new LaplacePrior(0.1)).Regression(new LaplacePrior(0.1));
        merged.Rows.ShouldBeLessThan(plain.Rows);

        // Rows of zeros add log ½ each and nothing else.
        var zeros = Enumerable.Range(0, design.Rows).Count(row => design.Features(row).IndexOfAnyExcept((sbyte)0) < 0);
        var (one, other) = (new double[design.Columns], new double[design.Columns]);
        foreach (var position in new[] { Planted, [0.1, 0.2, 0.3, -0.4, -0.5, 2], new double[6] })
        {
            var difference = plain.Evaluate(position, one) - merged.Evaluate(position, other);
            difference.ShouldBe(-zeros * Math.Log(2), 1e-9);
            one.Zip(other).ShouldAllBe(both => Math.Abs(both.First - both.Second) < 1e-9);
        }
    }

    [Fact]
    public void Swapping_the_labels_negates_the_weights()
    {
        var judged = PlantedVotes.By(Planted, 1500, seed: 3);
        var forth = Fit(judged, new DissectionOptions());
        var back = Fit([.. judged.Select(pair => pair with { Votes = pair.Votes.Exchanged() })], new DissectionOptions());
        foreach (var (one, other) in forth.Weights.Zip(back.Weights))
        {
            var error = Math.Sqrt(Math.Pow(one.Posterior.McseMean!.Value, 2) + Math.Pow(other.Posterior.McseMean!.Value, 2));
            Math.Abs(one.Mean + other.Mean).ShouldBeLessThan(5 * error, one.Property);
        }
    }

    [Fact]
    public void Swapping_the_responses_and_the_labels_does_not_change_a_digit()
    {
        var judged = PlantedVotes.By(Planted, 300, seed: 4);
        var swapped = judged.Select((pair, i) =>
        {
            int[] negated = [.. Enumerable.Range(0, 6).Select(p => -pair.Compared[p]!.Value)];
            return new JudgedPair(PlantedVotes.Compared(PlantedVotes.SomeProperties, i, negated), pair.Votes.Exchanged());
        });
        Means(Fit([.. swapped], Short)).ShouldBe(Means(Fit(judged, Short)));
    }

    [Fact]
    public void The_order_of_pairs_does_not_change_a_digit()
    {
        var judged = PlantedVotes.By(Planted, 300, seed: 5);
        var shuffled = judged.ToArray();
        new Random(6).Shuffle(shuffled);
        var (one, other) = (Fit(judged, Short), Fit([.. shuffled], Short));
        Means(other).ShouldBe(Means(one));
        other.DataHash.ShouldBe(one.DataHash);
    }

    [Fact]
    public void What_the_texts_are_does_not_change_a_digit()
    {
        var judged = PlantedVotes.By(Planted, 300, seed: 5);
        var others = judged.Select((pair, i) => pair with
        {
            Compared = PlantedVotes.Compared(PlantedVotes.SomeProperties, i + 1000, [.. Enumerable.Range(0, 6).Select(p => pair.Compared[p]!.Value)]),
        });
        Means(Fit([.. others], Short)).ShouldBe(Means(Fit(judged, Short)), "other texts stand in another canonical order");
    }

    [Fact]
    public void Fits_made_side_by_side_are_the_fits_made_alone()
    {
        var design = Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By(Planted, 200, seed: 7));
        string[] groups = ["all", "Code", "Advice", "Others"];
        var alone = groups.Select(group => Means(Fitted(Subject with { Group = group }, design, Short))).ToArray();
        var together = new double[groups.Length][];
        Parallel.For(0, groups.Length, i => together[i] = Means(Fitted(Subject with { Group = groups[i] }, design, Short)));
        together.ShouldBe(alone);
        alone[0].ShouldNotBe(alone[1], "each fit has a seed of its own");
    }

    [Fact]
    public void A_vote_given_twice_weighs_as_two()
    {
        var judged = PlantedVotes.By(Planted, 300, seed: 8);
        var doubled = judged.Select(pair => pair with { Votes = new VoteCounts(2 * pair.Votes.First, 2 * pair.Votes.Second, 0) });
        var (once, twice) = (Fit(judged, Short), Fit([.. doubled], Short));
        (once.Design.UsedVotes, twice.Design.UsedVotes).ShouldBe((300, 600));
        twice.Weights[0].Sd.ShouldBeLessThan(once.Weights[0].Sd);
        Math.Abs(twice.Weights[0].Mean).ShouldBeGreaterThan(Math.Abs(once.Weights[0].Mean), "the prior weighs less");
    }

    [Fact]
    public void Nothing_but_ties_counted_half_leaves_every_weight_at_0()
    {
        var tied = PlantedVotes.By(Planted, 300, seed: 9).Select(pair => pair with { Votes = new VoteCounts(0, 0, 1) });
        var fit = Fitted(Subject, Design.Build(PlantedVotes.SomeProperties, tied, TieRule.Half), Short with { Ties = TieRule.Half });
        fit.Weights.ShouldAllBe(weight => Math.Abs(weight.Mean) < 5 * weight.Posterior.McseMean && weight.Verdict == WeightVerdict.Unclear);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(2000)]
    public void A_judge_who_always_takes_the_same_side_has_finite_weights(int pairs)
    {
        Property[] one = [PublishedProperties.Of("lengthy")];
        var rated = Enumerable.Range(0, pairs).Select(i => ComparedPair.Of(one, PlantedVotes.Rated(i, [Rating.Of(100)], [Rating.Of(20)])));
        var fit = Fitted(Subject, Design.Build(one, rated.Select(pair => new JudgedPair(pair, new VoteCounts(1, 0, 0)))), Short);
        var weight = fit.Weights.ShouldHaveSingleItem();
        weight.Mean.ShouldBeGreaterThan(0);
        double[] numbers = [weight.Mean, weight.Sd, weight.Low, weight.High, weight.Posterior.EssBulk!.Value, weight.Posterior.RHat!.Value];
        numbers.ShouldAllBe(value => double.IsFinite(value));
        (weight.Low < weight.Mean && weight.Mean < weight.High).ShouldBeTrue();
        (weight.PreferenceLow < weight.Preference && weight.Preference < weight.PreferenceHigh).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_to_fit_is_a_refusal_with_a_reason()
    {
        var refusal = Dissection.Fit(Subject, Design.Build(PlantedVotes.SomeProperties, []), Short).ShouldBeOfType<FitRefusal>();
        refusal.Reason.ShouldContain("no votes");
        refusal.Subject.ShouldBe(Subject);
    }

    [Fact]
    public void A_prior_that_is_none_is_refused() =>
        Should.Throw<FormatException>(() => Dissection.Fit(Subject, Design.Build(PlantedVotes.SomeProperties, []), Short with { Prior = "cauchy:1" }))
            .Message.ShouldContain("cauchy");

    [Fact]
    public void Cancelling_ends_the_sampling() =>
        Should.Throw<OperationCanceledException>(() => Dissection.Fit(
            Subject, Design.Build(PlantedVotes.SomeProperties, PlantedVotes.By(Planted, 50, seed: 10)), Short, new CancellationToken(canceled: true)));

    [Fact]
    public void A_fit_makes_the_round_trip_through_JSON()
    {
        var fit = Fit(PlantedVotes.By(Planted, 50, seed: 11), Short);
        var json = JsonSerializer.Serialize(fit);
        var read = JsonSerializer.Deserialize<JudgeFit>(json)!;
        JsonSerializer.Serialize(read).ShouldBe(json);
        read.Weights.ShouldBe(fit.Weights);
        (read.Subject, read.Options, read.DataHash).ShouldBe((fit.Subject, fit.Options, fit.DataHash));
    }

    [Fact]
    public void Verdicts_and_the_expected_number_of_wrong_signs_follow_from_the_intervals()
    {
        var fit = Fit(PlantedVotes.By(Planted, 50, seed: 12), Short);
        fit = fit with { Weights = [Weight("a", 0.01, 0.9, 0.98), Weight("b", -0.9, -0.1, 0.01), Weight("c", -0.1, 0.4, 0.7)] };
        fit.Weights.Select(weight => weight.Verdict).ShouldBe([WeightVerdict.Liked, WeightVerdict.Disliked, WeightVerdict.Unclear]);
        fit.ExpectedWrongSigns.ShouldBe(0.02 + 0.01, 1e-12);
        fit.PosteriorMeans.Values["c"].ShouldBe(0.15, 1e-12);
    }

    [Fact]
    public void Options_that_change_a_digit_change_their_hash()
    {
        var options = new DissectionOptions();
        DissectionOptions[] others =
        [
            options with { Prior = "normal:1" }, options with { Chains = 3 }, options with { Warmup = 501 }, options with { Draws = 501 }, options with { Seed = 2 },
            options with { Ties = TieRule.Half },
        ];
        others.Append(options).Select(one => one.Hash).ShouldBeUnique();
        new DissectionOptions().Hash.ShouldBe(options.Hash);
        new[] { options.SeedOf("a", "b"), options.SeedOf("ab", ""), options.SeedOf("b", "a"), (options with { Seed = 2 }).SeedOf("a", "b") }.ShouldBeUnique();
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5246, 0.62822)]
    [InlineData(-0.5246, 0.37178)]
    [InlineData(800, 1)]
    [InlineData(-800, 0)]
    public void The_degree_of_preference_is_the_logistic_function_of_the_weight(double weight, double degree) => Degree.Of(weight).ShouldBe(degree, 1e-5);

    private static PropertyWeight Weight(string name, double low, double high, double probability)
    {
        var middle = (low + high) / 2;
        var posterior = ParameterSummary.Of(name, new ScalarDraws(1, [low, middle, high]));
        return new PropertyWeight(posterior with { Q025 = low, Q975 = high, ProbabilityPositive = probability });
    }

    private static JudgeFit Fit(List<JudgedPair> judged, DissectionOptions options) =>
        Fitted(Subject, Design.Build(PlantedVotes.SomeProperties, judged, options.Ties), options);

    private static JudgeFit Fitted(FitSubject subject, Design design, DissectionOptions options) => ((SampledFit)Dissection.Fit(subject, design, options)).Fit;

    private static double[] Means(JudgeFit fit) => [.. fit.Weights.Select(weight => weight.Mean)];
}
