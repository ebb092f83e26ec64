using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Contrasts;

namespace Prefdissect.Tests.Dissecting.Contrasts;

public class ContrastTests
{
    [Fact]
    public void Two_normal_posteriors_differ_by_a_normal()
    {
        var row = Contrast.Of([new ContrastPair("all", Normal("X", 0.5, 0.1, seed: 1), Normal("Y", 0.2, 0.05, seed: 2))], seed: 1).ShouldHaveSingleItem();
        var sd = Math.Sqrt(0.1 * 0.1 + 0.05 * 0.05);
        row.Difference.ShouldBe(0.3, 0.003);
        row.Low!.Value.ShouldBe(0.3 - 1.96 * sd, 0.006);
        row.High!.Value.ShouldBe(0.3 + 1.96 * sd, 0.006);
        row.ProbabilityGreater!.Value.ShouldBe(MathNet.Numerics.Distributions.Normal.CDF(0, 1, 0.3 / sd), 0.001);
        (row.Property, row.Group, row.Groups).ShouldBe(("clear", "all", 1));
    }

    [Fact]
    public void A_judge_against_itself_differs_as_two_independent_draws_do()
    {
        // The same draws on both sides: paired one to one they would be equal, and the interval a point.
        var side = Normal("X", 0.5, 0.1, seed: 1);
        var row = Contrast.Of([new ContrastPair("all", side, side)], seed: 1).ShouldHaveSingleItem();
        row.Difference.ShouldBe(0);
        (row.High!.Value - row.Low!.Value).ShouldBe(2 * 1.96 * 0.1 * Math.Sqrt(2), 0.01);
        row.ProbabilityGreater!.Value.ShouldBe(0.5, 0.02);
    }

    [Fact]
    public void A_side_without_draws_stands_still()
    {
        var (drawn, points) = (Normal("X", 0.5, 0.1, seed: 1), Points("published:p", 0.2));
        var row = Contrast.Of([new ContrastPair("all", drawn, points)], seed: 1).ShouldHaveSingleItem();
        var ordered = drawn.Draws!.Weight("clear")!.Values.ToArray().Order().ToArray();
        row.Low!.Value.ShouldBe(Prefdissect.Bayes.Summaries.Quantile.OfSorted(ordered, 0.025) - 0.2, 1e-12);
        row.High!.Value.ShouldBe(Prefdissect.Bayes.Summaries.Quantile.OfSorted(ordered, 0.975) - 0.2, 1e-12);
        var bare = Contrast.Of([new ContrastPair("all", points, Points("published:q", 0.5))], seed: 1).ShouldHaveSingleItem();
        bare.Difference.ShouldBe(-0.3, 1e-12);
        (bare.Low, bare.High, bare.ProbabilityGreater).ShouldBe((null, null, null));
    }

    [Fact]
    public void The_standardised_difference_is_the_mean_over_groups_and_its_variance_a_fourth_of_the_sum()
    {
        ContrastPair[] pairs =
        [
            new("one", Normal("X", 0.5, 0.1, seed: 1), Normal("Y", 0.1, 0.1, seed: 2)),
            new("two", Normal("X", 0.3, 0.2, seed: 3), Normal("Y", 0.1, 0.1, seed: 4)),
        ];
        var row = Contrast.MeanOf(pairs, seed: 1).ShouldHaveSingleItem();
        row.Difference.ShouldBe(0.3, 0.005);
        var sd = Math.Sqrt(0.01 + 0.01 + 0.04 + 0.01) / 2;
        (row.High!.Value - row.Low!.Value).ShouldBe(2 * 1.96 * sd, 0.02);
        (row.Group, row.Groups).ShouldBe((Contrast.Standardised, 2));
    }

    [Fact]
    public void The_seed_decides_the_pairing_and_exchanging_the_sides_negates_the_difference()
    {
        ContrastPair[] forth = [new("all", Normal("X", 0.5, 0.1, seed: 1), Normal("Y", 0.2, 0.05, seed: 2))];
        ContrastPair[] back = [new("all", forth[0].Lesser, forth[0].Greater)];
        Contrast.Of(forth, seed: 1).ShouldBe(Contrast.Of(forth, seed: 1));
        var (one, other) = (Contrast.Of(forth, seed: 1)[0], Contrast.Of(back, seed: 1)[0]);
        other.Difference.ShouldBe(-one.Difference, 1e-12);
        other.High!.Value.ShouldBe(-one.Low!.Value, 0.01);
        other.ProbabilityGreater!.Value.ShouldBe(1 - one.ProbabilityGreater!.Value, 0.002);
    }

    [Fact]
    public void Two_judges_with_the_same_votes_do_not_differ_and_the_bootstrap_knows_it_for_sure()
    {
        var judged = new VotesOnQueries(600, 3, seed: 1).Judged([0.8, -0.5, 0, 0.3, 0, -0.2]);
        ContrastPair[] pairs = [new("all", Side(judged, "X"), Side(judged, "Y"))];
        var rows = new PairedBootstrap(pairs).Beside(Contrast.Of(pairs, seed: 1), [], replicates: 30, seed: 1);
        rows.Count.ShouldBe(6);
        foreach (var row in rows)
        {
            Math.Abs(row.Difference).ShouldBeLessThan(0.02, row.Property);
            row.Low!.Value.ShouldBeLessThan(0);
            row.High!.Value.ShouldBeGreaterThan(0);
            (row.ModeDifference, row.BootstrapLow, row.BootstrapHigh).ShouldBe((0, 0, 0));
        }
    }

    [Fact]
    public void Planted_differences_lie_in_both_intervals_about_as_often_as_they_say()
    {
        double[] one = [0.6, -0.3, 0.2, 0.3, 0, -0.2], other = [0.2, 0.1, 0.2, -0.2, 0, -0.4];
        var (posterior, bootstrap, all) = (0, 0, 0);
        for (var seed = 1; seed <= 15; seed++)
        {
            var votes = new VotesOnQueries(900, 3, seed);
            ContrastPair[] pairs = [new("all", Side(votes.Judged(one), "X"), Side(votes.Judged(other), "Y"))];
            var rows = new PairedBootstrap(pairs).Beside(Contrast.Of(pairs, seed), [], replicates: 100, seed);
            foreach (var (row, truth) in rows.Zip(one.Zip(other, (x, y) => x - y)))
            {
                all++;
                if (row.Low <= truth && truth <= row.High) posterior++;
                if (row.BootstrapLow <= truth && truth <= row.BootstrapHigh) bootstrap++;
            }
        }
        // 90 intervals of 95 %: fewer than 79 have a probability below 1 in 2,000. The modes are pulled to 0 harder than the means, so the bootstrap covers a little less.
        posterior.ShouldBeGreaterThanOrEqualTo(79);
        bootstrap.ShouldBeGreaterThanOrEqualTo(74);
    }

    [Fact]
    public void A_resample_is_drawn_from_the_queries_of_both_sides_and_depends_on_its_seed_and_number_alone()
    {
        var votes = new VotesOnQueries(300, 3, seed: 1).Judged([0.8, -0.5, 0, 0.3, 0, -0.2]);
        var bootstrap = new PairedBootstrap([new ContrastPair("all", Side(votes[..200], "X"), Side(votes[100..], "Y"))]);
        bootstrap.Queries.ShouldBe(100);
        bootstrap.Counts(1, 7).Sum().ShouldBe(100);
        bootstrap.Counts(1, 7).ShouldBe(bootstrap.Counts(1, 7));
        bootstrap.Counts(1, 7).ShouldNotBe(bootstrap.Counts(1, 8));
        var times = Enumerable.Range(0, 400).Average(replicate => bootstrap.Counts(1, replicate)[0]);
        times.ShouldBe(1, 0.2);
    }

    [Fact]
    public void Without_votes_or_with_few_queries_there_is_no_bootstrap_but_a_reason()
    {
        new PairedBootstrap([new ContrastPair("all", Points("published:p", 1), Points("published:q", 2))]).Obstacle.ShouldNotBeNull();
        var few = new VotesOnQueries(30, 3, seed: 1).Judged([0.8, -0.5, 0, 0.3, 0, -0.2]);
        new PairedBootstrap([new ContrastPair("all", Side(few, "X"), Side(few, "Y"))]).Obstacle.ShouldBe("10 queries, fewer than 20");
    }

    private static ContrastSide Side(IReadOnlyList<JudgedPair> judged, string judge)
    {
        var sampled = VotesOnQueries.Fit(judged, judge);
        return new ContrastSide(sampled.Fit.PosteriorMeans) { Draws = sampled.Draws, Design = VotesOnQueries.Design(judged) };
    }

    private static ContrastSide Points(string judge, double weight) => new(new JudgeWeights(judge, "all", new Dictionary<string, double> { ["clear"] = weight }));

    private static ContrastSide Normal(string judge, double mean, double sd, int seed)
    {
        var random = new Random(seed);
        var values = new float[20_000];
        MathNet.Numerics.Distributions.Normal.Samples(random, mean, sd).Take(values.Length).Select(value => (float)value).ToArray().CopyTo(values, 0);
        return Points(judge, values.Average(value => (double)value)) with { Draws = new FitDraws(["clear"], 4, values) };
    }
}
