using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Quality;

namespace Prefdissect.Tests.Dissecting.Quality;

/// <summary>Scores held against straightforward loops over every vote in both orientations.</summary>
public class ScoresTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Scores_are_those_of_single_votes_in_both_orientations(int seed)
    {
        var rows = SomeRows(seed, 60, queries: 25);
        // Votes are whole or half: in units of half a vote each becomes so many equal single votes.
        var single = rows.SelectMany(row => new[] { (P: row.Probability, Won: row.Won, Lost: row.Lost), (P: 1 - row.Probability, Won: row.Lost, Lost: row.Won) })
            .SelectMany(row => Enumerable.Repeat((row.P, Y: 1), (int)(2 * row.Won)).Concat(Enumerable.Repeat((row.P, Y: 0), (int)(2 * row.Lost)))).ToList();
        var scores = new ScoredVotes(rows, 25).Scores(new QueryBootstrap(25, 1));

        scores.Accuracy.Value!.Value.ShouldBe(single.Average(vote => vote.P == 0.5 ? 0.5 : vote.P > 0.5 == (vote.Y == 1) ? 1 : 0), 1e-12);
        scores.LogLoss.Value!.Value.ShouldBe(single.Average(vote => -Math.Log(vote.Y == 1 ? vote.P : 1 - vote.P)), 1e-12);
        scores.Brier.Value!.Value.ShouldBe(single.Average(vote => Math.Pow(vote.Y - vote.P, 2)), 1e-12);
        var (winners, losers) = (single.Where(vote => vote.Y == 1).ToList(), single.Where(vote => vote.Y == 0).ToList());
        var above = winners.Sum(winner => losers.Sum(loser => winner.P > loser.P ? 1 : winner.P == loser.P ? 0.5 : 0));
        scores.Auc.Value!.Value.ShouldBe(above / winners.Count / losers.Count, 1e-12);
        // The slope solves Σ logit·(y − σ(slope·logit)) = 0.
        single.Sum(vote => Logit(vote.P) * (vote.Y - Degree.Of(scores.CalibrationSlope.Value!.Value * Logit(vote.P)))).ShouldBe(0, 1e-6);
        scores.Bins.Sum(bin => bin.Votes).ShouldBe(rows.Sum(row => row.Votes), 1e-9);
        foreach (var bin in scores.Bins)
        {
            // An even pair stands in the bin in both orientations, and counts half in each.
            var inside = single.Where(vote => vote.P >= bin.From && (vote.P < bin.To || bin.To == 1)).Select(vote => (vote.P, vote.Y, Weight: vote.P == 0.5 ? 0.5 : 1)).ToList();
            bin.Predicted.ShouldBe(inside.Sum(vote => vote.Weight * vote.P) / inside.Sum(vote => vote.Weight), 1e-9);
            bin.Observed.ShouldBe(inside.Sum(vote => vote.Weight * vote.Y) / inside.Sum(vote => vote.Weight), 1e-9);
        }
        foreach (var estimate in new[] { scores.Accuracy, scores.LogLoss, scores.Brier, scores.Auc, scores.CalibrationSlope })
        {
            estimate.Low!.Value.ShouldBeLessThan(estimate.Value!.Value);
            estimate.High!.Value.ShouldBeGreaterThan(estimate.Value!.Value);
        }
    }

    [Fact]
    public void Exchanging_the_responses_changes_no_digit()
    {
        var rows = SomeRows(4, 80, queries: 30);
        var turned = rows.Select(row => new HeldOutRow(row.Query, row.Lost, row.Won, 1 - row.Probability)).ToList();
        var (one, other) = (new ScoredVotes(rows, 30).Scores(new QueryBootstrap(30, 1)), new ScoredVotes(turned, 30).Scores(new QueryBootstrap(30, 1)));
        other.Accuracy.ShouldBe(one.Accuracy);
        other.Auc.Value!.Value.ShouldBe(one.Auc.Value!.Value, 1e-12);
        other.LogLoss.Value!.Value.ShouldBe(one.LogLoss.Value!.Value, 1e-12);
        other.CalibrationSlope.Value!.Value.ShouldBe(one.CalibrationSlope.Value!.Value, 1e-9);
    }

    [Fact]
    public void Even_predictions_score_as_a_coin_and_have_no_slope()
    {
        var rows = SomeRows(5, 50, queries: 20).Select(row => row with { Probability = 0.5 }).ToList();
        var scores = new ScoredVotes(rows, 20).Scores(new QueryBootstrap(20, 1));
        (scores.Accuracy.Value, scores.Auc.Value, scores.Brier.Value).ShouldBe((0.5, 0.5, 0.25));
        scores.LogLoss.Value!.Value.ShouldBe(Math.Log(2), 1e-12);
        (scores.Accuracy.Low, scores.Accuracy.High).ShouldBe((0.5, 0.5));
        scores.CalibrationSlope.Value.ShouldBeNull();
        scores.CalibrationSlope.Reason!.ShouldContain("even");
    }

    [Fact]
    public void Predictions_without_an_error_have_finite_scores_and_a_reason_in_place_of_a_slope()
    {
        var rows = Enumerable.Range(0, 40).Select(i => new HeldOutRow(i, i % 2, 1 - i % 2, i % 2)).ToList();
        var scores = new ScoredVotes(rows, 40).Scores(new QueryBootstrap(40, 1));
        (scores.Accuracy.Value, scores.Auc.Value, scores.Brier.Value).ShouldBe((1.0, 1.0, 0.0));
        scores.LogLoss.Value!.Value.ShouldBe(0, 1e-12);
        scores.CalibrationSlope.Value.ShouldBeNull();
        var wrong = new ScoredVotes([.. rows.Select(row => row with { Won = row.Lost, Lost = row.Won })], 40).Scores(new QueryBootstrap(40, 1));
        wrong.LogLoss.Value!.Value.ShouldBe(15 * Math.Log(10), 1e-6, "a vote against certainty is dear, not infinite");
    }

    [Fact]
    public void Calibrated_predictions_have_slope_one_and_timid_ones_more()
    {
        var random = new Random(6);
        var rows = Enumerable.Range(0, 20000).Select(i =>
        {
            var probability = Degree.Of(3 * random.NextDouble() - 1.5);
            var won = random.NextDouble() < probability ? 1 : 0;
            return new HeldOutRow(i, won, 1 - won, probability);
        }).ToList();
        var slope = new ScoredVotes(rows, 20000).Scores(new QueryBootstrap(20000, 1)).CalibrationSlope;
        slope.Value!.Value.ShouldBe(1, 0.06);
        (slope.Low < 1 && slope.High > 1).ShouldBeTrue();
        // The standard error is 1/√information, and the interval about twice 1.96 of them wide.
        var information = rows.Sum(row => Math.Pow(Logit(row.Probability), 2) * row.Probability * (1 - row.Probability));
        (slope.High!.Value - slope.Low!.Value).ShouldBe(2 * 1.96 / Math.Sqrt(information), 0.15 / Math.Sqrt(information) * 3);
        var timid = rows.Select(row => row with { Probability = Degree.Of(Logit(row.Probability) / 2) }).ToList();
        new ScoredVotes(timid, 20000).Scores(new QueryBootstrap(20000, 1)).CalibrationSlope.Value!.Value.ShouldBe(2 * slope.Value!.Value, 1e-6);
    }

    [Fact]
    public void The_interval_of_a_mean_has_the_width_of_its_standard_error_over_queries()
    {
        // Two votes a query that always agree are one observation: the error is that of the queries.
        var random = new Random(7);
        var rows = Enumerable.Range(0, 400).SelectMany(query =>
        {
            var won = random.Next(2);
            return Enumerable.Repeat(new HeldOutRow(query, won, 1 - won, 0.7), 2);
        }).ToList();
        var accuracy = new ScoredVotes(rows, 400).Scores(new QueryBootstrap(400, 1)).Accuracy;
        var expected = 2 * 1.96 * Math.Sqrt(accuracy.Value!.Value * (1 - accuracy.Value.Value) / 400);
        (accuracy.High!.Value - accuracy.Low!.Value).ShouldBe(expected, 0.1 * expected);
    }

    [Fact]
    public void Few_queries_give_a_number_without_an_interval_and_say_so()
    {
        var scores = new ScoredVotes(SomeRows(8, 40, queries: 9), 9).Scores(new QueryBootstrap(9, 1));
        scores.Accuracy.Value.ShouldNotBeNull();
        (scores.Accuracy.Low, scores.Accuracy.High).ShouldBe((null, null));
        scores.Accuracy.Reason!.ShouldContain("9 queries");
    }

    private static double Logit(double probability) => Math.Log(probability / (1 - probability));

    private static List<HeldOutRow> SomeRows(int seed, int count, int queries)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
                new HeldOutRow(i % queries, random.Next(4) / 2.0 + (i % 3 == 0 ? 0.5 : 0), random.Next(4) / 2.0 + 0.5, i % 7 == 0 ? 0.5 : random.Next(1, 32) / 32.0)),
        ];
    }
}
