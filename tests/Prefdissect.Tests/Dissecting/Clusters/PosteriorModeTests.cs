using Prefdissect.Bayes.Densities;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Clusters;

namespace Prefdissect.Tests.Dissecting.Clusters;

public class PosteriorModeTests
{
    private static readonly double[] Planted = [0.8, -0.5, 0.05, 0.3, 0, -0.02];

    [Theory]
    [InlineData(40)]
    [InlineData(400)]
    [InlineData(4000)]
    public void Under_a_Laplace_prior_no_direction_leads_further_up(int pairs)
    {
        var design = VotesOnQueries.Design(new VotesOnQueries(pairs, 2, seed: pairs).Judged(Planted));
        var mode = ModeOf(design, new LaplacePrior(0.1));

        // The gradient of the likelihood alone, from the sampler's density with a prior too wide to matter.
        var gradient = new double[design.Columns];
        DistinctRows.Of(design, new NormalPrior(1e8)).Regression(new NormalPrior(1e8)).Evaluate(mode, gradient);
        foreach (var (weight, slope) in mode.Zip(gradient))
        {
            if (weight == 0) Math.Abs(slope).ShouldBeLessThanOrEqualTo(10);
            else slope.ShouldBe(10 * Math.Sign(weight), 1e-5);
        }
        if (pairs <= 400) mode.ShouldContain(weight => weight == 0);
    }

    [Fact]
    public void Under_a_normal_prior_the_gradient_of_the_posterior_is_zero()
    {
        var design = VotesOnQueries.Design(new VotesOnQueries(300, 2, seed: 1).Judged(Planted));
        var gradient = new double[design.Columns];
        DistinctRows.Of(design, new NormalPrior(0.3)).Regression(new NormalPrior(0.3)).Evaluate(ModeOf(design, new NormalPrior(0.3)), gradient);
        gradient.ShouldAllBe(slope => Math.Abs(slope) < 1e-6);
    }

    [Fact]
    public void Counting_a_query_twice_is_having_its_votes_twice()
    {
        var judged = new VotesOnQueries(200, 2, seed: 4).Judged(Planted);
        var rows = RowsOf(VotesOnQueries.Design(judged), new LaplacePrior(0.1));
        int[] counts = [.. rows.Queries.Select((_, i) => i % 3)];
        var times = rows.Queries.Zip(counts).ToDictionary();
        var doubled = judged.Select(pair => pair with { Votes = new VoteCounts(pair.Votes.First * times[pair.Compared.Query], pair.Votes.Second * times[pair.Compared.Query], 0) });
        var counted = new PosteriorMode(rows, new Shrinkage(10, 0)).Find(counts);
        var repeated = ModeOf(VotesOnQueries.Design(doubled), new LaplacePrior(0.1));
        counted.Zip(repeated).ShouldAllBe(both => Math.Abs(both.First - both.Second) < 1e-6);
    }

    [Fact]
    public void Perfect_separation_and_no_votes_left_give_finite_modes()
    {
        var design = VotesOnQueries.Design(new VotesOnQueries(500, 1, seed: 5).Judged([100, 0, 0, 0, 0, 0]));
        ModeOf(design, new LaplacePrior(0.1)).ShouldAllBe(weight => double.IsFinite(weight));
        ModeOf(design, new NormalPrior(100)).ShouldAllBe(weight => double.IsFinite(weight));
        var rows = RowsOf(design, new LaplacePrior(0.1));
        new PosteriorMode(rows, new Shrinkage(10, 0)).Find(new int[rows.Queries.Count], [1, 1, 1, 1, 1, 1]).ShouldAllBe(weight => weight == 0);
    }

    private static VoteRows RowsOf(Design design, IPrior prior) => new(design, design.ScalesUnder(prior));

    private static double[] ModeOf(Design design, IPrior prior) => new PosteriorMode(RowsOf(design, prior), Shrinkage.Of(prior)!.Value).Find();
}
