using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Dissecting.Folds;

public class FoldPlanTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void A_query_never_stands_in_two_folds(long seed)
    {
        var design = DesignOf(SomePairs(500));
        var plan = FoldPlan.Of(design, FoldScheme.Query, seed);
        Enumerable.Range(0, design.Rows).GroupBy(design.Query).ShouldAllBe(rows => rows.Select(row => plan[row]).Distinct().Count() == 1);
        Enumerable.Range(0, design.Rows).GroupBy(design.Query).Count(rows => rows.Count() > 1).ShouldBeGreaterThan(50, "the test needs queries with several pairs");
    }

    [Theory]
    [InlineData(FoldScheme.Query, 3)]
    [InlineData(FoldScheme.Paper, 1)]
    public void Ten_folds_differ_by_no_more_than_what_stays_together(FoldScheme scheme, int largest)
    {
        var design = DesignOf(SomePairs(1000));
        var plan = FoldPlan.Of(design, scheme, 1);
        var sizes = Enumerable.Range(0, design.Rows).CountBy(row => plan[row]).Select(fold => fold.Value).ToList();
        sizes.Count.ShouldBe(plan.Count);
        (plan.Count, sizes.Sum()).ShouldBe((10, 1000));
        (sizes.Max() - sizes.Min()).ShouldBeLessThanOrEqualTo(largest);
    }

    [Fact]
    public void One_query_with_half_of_the_pairs_is_one_fold_and_the_rest_is_shared_out()
    {
        var design = DesignOf(Enumerable.Range(0, 200).Select(i => Judged(i, i < 100 ? 0 : i)));
        var plan = FoldPlan.Of(design, FoldScheme.Query, 1);
        var sizes = Enumerable.Range(0, design.Rows).CountBy(row => plan[row]).Select(fold => fold.Value).Order().ToList();
        sizes.ShouldBe([11, 11, 11, 11, 11, 11, 11, 11, 12, 100]);
    }

    [Theory]
    [InlineData(FoldScheme.Query)]
    [InlineData(FoldScheme.Paper)]
    public void Neither_order_nor_sides_nor_votes_have_a_part_in_the_folds(FoldScheme scheme)
    {
        var judged = SomePairs(300).ToArray();
        var design = DesignOf(judged);
        var plan = FoldPlan.Of(design, scheme, 3);
        var others = judged.Select(pair => pair with { Votes = pair.Votes.Exchanged() }).ToArray();
        new Random(1).Shuffle(others);
        var other = DesignOf(others);
        var ofOther = FoldPlan.Of(other, scheme, 3);
        var byPair = Enumerable.Range(0, other.Rows).ToDictionary(other.Pair, row => ofOther[row]);
        Enumerable.Range(0, design.Rows).ShouldAllBe(row => byPair[design.Pair(row)] == plan[row]);
    }

    [Fact]
    public void Another_seed_gives_other_folds()
    {
        var design = DesignOf(SomePairs(300));
        var (one, other) = (FoldPlan.Of(design, FoldScheme.Query, 1), FoldPlan.Of(design, FoldScheme.Query, 2));
        Enumerable.Range(0, design.Rows).Count(row => one[row] == other[row]).ShouldBeInRange(5, 80);
    }

    [Theory]
    [InlineData(4, 1, 0)]
    [InlineData(4, 2, 2)]
    [InlineData(30, 7, 7)]
    [InlineData(30, 30, 10)]
    public void There_are_as_many_folds_as_queries_up_to_ten(int pairs, int queries, int folds) =>
        FoldPlan.Of(DesignOf(Enumerable.Range(0, pairs).Select(i => Judged(i, i % queries))), FoldScheme.Query, 1).Count.ShouldBe(folds);

    private static IEnumerable<JudgedPair> SomePairs(int count) => Enumerable.Range(0, count).Select(i => Judged(i, i * 7 % 389));

    private static JudgedPair Judged(int pair, int query)
    {
        var rated = PlantedVotes.Rated(pair, [Rating.Of(1 + pair % 2)], [Rating.Of(1)]) with { Query = ContentHash.Of("query", $"q{query}") };
        return new JudgedPair(ComparedPair.Of([PublishedProperties.Of("friendly")], rated), new VoteCounts(1, 0, 0));
    }

    private static Design DesignOf(IEnumerable<JudgedPair> judged) => Design.Build([PublishedProperties.Of("friendly")], judged);
}
