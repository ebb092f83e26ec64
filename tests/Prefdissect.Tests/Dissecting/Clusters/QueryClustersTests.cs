using Prefdissect.Bayes.Densities;
using Prefdissect.Dissecting.Clusters;

namespace Prefdissect.Tests.Dissecting.Clusters;

public class QueryClustersTests
{
    private static readonly double[] Planted = [0.8, -0.5, 0, 0.3, 0, -0.2];
    private static readonly LaplacePrior Prior = new(0.1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Independent_votes_have_a_design_effect_of_one_however_many_share_a_query(int pairsAQuery)
    {
        var (clusters, effects) = QueryClusters.Of(VotesOnQueries.Design(new VotesOnQueries(4000, pairsAQuery, seed: 1).Judged(Planted)), Prior);
        clusters.Queries.ShouldBe(4000 / pairsAQuery);
        clusters.MedianDesignEffect!.Value.ShouldBe(1, 0.08);
        effects.ShouldAllBe(effect => Math.Abs(effect - 1) < 0.2);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Votes_given_k_times_have_a_design_effect_of_k(int k)
    {
        var (clusters, _) = QueryClusters.Of(VotesOnQueries.Design(new VotesOnQueries(3000, 1, seed: 2).Judged(Planted, times: k)), Prior);
        clusters.MedianDesignEffect!.Value.ShouldBe(k, 0.1 * k);
    }

    [Fact]
    public void Pairs_repeated_within_a_query_count_as_one()
    {
        var votes = new VotesOnQueries(800, 1, seed: 3);
        var once = votes.Judged(Planted);
        var copies = once.SelectMany((pair, i) => Enumerable.Range(0, 4).Select(copy => pair with { Compared = VotesOnQueries.Of(10_000 * (copy + 1) + i, i, votes.Signs[i]) }));
        var (clusters, _) = QueryClusters.Of(VotesOnQueries.Design(copies), Prior);
        clusters.Queries.ShouldBe(800);
        clusters.MedianDesignEffect!.Value.ShouldBe(4, 0.5);
    }

    [Fact]
    public void The_robust_interval_is_wider_by_the_root_of_the_design_effect_and_never_narrower()
    {
        var weight = Reporting.FitsByHand.Weight("clear", 0.3, 0.1);
        (weight with { DesignEffect = 4 }).RobustLow!.Value.ShouldBe(0.3 - 2 * 0.196, 1e-12);
        (weight with { DesignEffect = 4 }).RobustHigh!.Value.ShouldBe(0.3 + 2 * 0.196, 1e-12);
        (weight with { DesignEffect = 0.5 }).RobustHigh.ShouldBe(weight.High);
        weight.RobustHigh.ShouldBeNull();
    }

    [Fact]
    public void The_robust_interval_covers_where_doubled_votes_make_the_plain_one_too_narrow()
    {
        var (plain, robust, all) = (0, 0, 0);
        for (var seed = 0; seed < 12; seed++)
        {
            var fit = VotesOnQueries.Fit(new VotesOnQueries(700, 1, seed).Judged(Planted, times: 6)).Fit;
            foreach (var (weight, truth) in fit.Weights.Zip(Planted))
            {
                all++;
                if (weight.Low <= truth && truth <= weight.High) plain++;
                if (weight.RobustLow <= truth && truth <= weight.RobustHigh) robust++;
            }
        }
        ((double)plain / all).ShouldBeLessThan(0.8);
        ((double)robust / all).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void What_cannot_be_told_is_null_with_a_reason()
    {
        var few = QueryClusters.Of(VotesOnQueries.Design(new VotesOnQueries(100, 10, seed: 5).Judged(Planted)), Prior);
        few.Clusters.ShouldBe(new QueryClusters(10, null, "10 queries, fewer than 20"));
        few.Effects.ShouldBeEmpty();
    }
}
