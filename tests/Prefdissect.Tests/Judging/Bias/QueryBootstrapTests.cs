using MathNet.Numerics.Statistics;
using Prefdissect.Judging.Bias;
using Prefdissect.Pairs;

namespace Prefdissect.Tests.Judging.Bias;

public sealed class QueryBootstrapTests
{
    [Fact]
    public void Pairs_of_one_query_stay_together()
    {
        // Each of 50 queries ten times over: the interval is that of 50, not of 500.
        var alone = Verdicts(50, 1);
        var ten = Verdicts(50, 10);
        var (one, other) = (Share(alone, 50), Share(ten, 50));
        other.Mean.ShouldBe(one.Mean);
        (other.Low, other.High).ShouldBe((one.Low, one.High));
    }

    [Fact]
    public void The_interval_of_a_share_is_about_its_normal_one()
    {
        var figure = Share(Verdicts(1000, 1), 1000);
        var error = 1.96 * Math.Sqrt(figure.Mean!.Value * (1 - figure.Mean.Value) / 1000);
        figure.Low!.Value.ShouldBe(figure.Mean.Value - error, 0.1 * error);
        figure.High!.Value.ShouldBe(figure.Mean.Value + error, 0.1 * error);
    }

    [Fact]
    public void Many_queries_on_heaps_give_the_interval_of_as_many_queries()
    {
        const int Queries = 60_000;
        var figure = Share(Verdicts(Queries, 1), Queries);
        var error = 1.96 * Math.Sqrt(figure.Mean!.Value * (1 - figure.Mean.Value) / Queries);
        (figure.High!.Value - figure.Low!.Value).ShouldBe(2 * error, 0.15 * error);
        figure.N.ShouldBe(Queries);
    }

    [Fact]
    public void Sums_by_kind_give_the_interval_of_sums_by_query()
    {
        var random = new Random(5);
        List<SeenPair> pairs = [.. Enumerable.Range(0, 700).Select(_ => Voted(random.Next(300), random.NextDouble() < 0.6 ? 1 : -1))];
        var figure = Share(pairs, 300);
        var queries = pairs.GroupBy(pair => pair.Query).OrderBy(of => of.Key).Select(of => (N: of.Count(), Longer: of.Count(pair => pair.Sign > 0))).ToList();
        var shares = new double[ClusterResampling.Replicates];
        new ClusterResampling(queries.Count, 1).Run((number, times) =>
            shares[number] = queries.Select((query, i) => times[i] * query.Longer).Sum() / queries.Select((query, i) => times[i] * query.N).Sum());
        Array.Sort(shares);
        figure.Low!.Value.ShouldBe(SortedArrayStatistics.QuantileCustom(shares, 0.025, QuantileDefinition.R7), 1e-12);
        figure.High!.Value.ShouldBe(SortedArrayStatistics.QuantileCustom(shares, 0.975, QuantileDefinition.R7), 1e-12);
    }

    [Fact]
    public void Draws_are_the_same_however_many_numbers_of_clusters_come_between()
    {
        var shared = new SharedResampling(3);
        var first = shared.Of(40).ToArray();
        for (var clusters = 41; clusters < 50; clusters++) shared.Of(clusters).Length.ShouldBe(clusters * ClusterResampling.Replicates);
        shared.Of(40).ToArray().ShouldBe(first);
        first.Chunk(40).ShouldAllBe(draw => draw.Sum(times => times) == 40);
    }

    [Fact]
    public void A_million_pairs_are_summed_once()
    {
        const int Queries = 1_000_000;
        var figure = Share(Verdicts(Queries, 1), Queries);
        figure.N.ShouldBe(Queries);
        (figure.High!.Value - figure.Low!.Value).ShouldBeInRange(0.001, 0.004);
    }

    [Fact]
    public void A_share_of_all_is_not_known_exactly()
    {
        var all = Share([.. Enumerable.Range(0, 20).Select(i => Voted(i, 0))], 20, new TieShare());
        (all.Mean, all.High).ShouldBe((1, 1));
        all.Low!.Value.ShouldBe(20 / 23.841458820694124, 1e-12);
        var none = Share([.. Enumerable.Range(0, 20).Select(i => Voted(i, 1))], 20, new TieShare());
        (none.Mean, none.Low).ShouldBe((0, 0));
        none.High!.Value.ShouldBe(3.841458820694124 / 23.841458820694124, 1e-12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_digits_and_another_others()
    {
        var pairs = Verdicts(200, 2);
        Share(pairs, 200).ShouldBe(Share(pairs, 200));
        QueryBootstrap.Of(pairs, pair => pair.Query, 200, new LongerWins(), 2).Low.ShouldNotBe(Share(pairs, 200).Low);
    }

    [Fact]
    public void A_query_without_a_number_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => QueryBootstrap.Of([Voted(3, 1)], pair => pair.Query, 3, new TieShare(), 1));

    private static List<SeenPair> Verdicts(int queries, int each)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, queries).SelectMany(query => Enumerable.Repeat(Voted(query, random.NextDouble() < 0.7 ? 1 : -1), each))];
    }

    private static SeenPair Voted(int query, int sign) => new() { Query = query, Sign = sign, WordsFirst = 2, WordsSecond = 1, WriterFirst = -1, WriterSecond = -1 };

    private static BiasFigure Share(IReadOnlyList<SeenPair> pairs, int queries, IPairMeasure<SeenPair>? measure = null) =>
        QueryBootstrap.Of(pairs, pair => pair.Query, queries, measure ?? new LongerWins(), 1);
}
