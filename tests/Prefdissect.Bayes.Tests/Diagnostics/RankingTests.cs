using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using Prefdissect.Bayes.Diagnostics;

namespace Prefdissect.Bayes.Tests.Diagnostics;

/// <summary>Ranks found digit by digit, and those of distances by merging, against the library's sort.</summary>
public class RankingTests
{
    private static readonly double[] Odd = [0, -0.0, 1e-310, -1e-310, 1e150, -1e150, 1, -1, 1 + 1e-15];

    /// <summary>Chains, length, seed; some values repeat, some are of extreme size, some differ in the last digit only.</summary>
    private static readonly Arbitrary<double[][]> Chains = (
        from chains in Gen.Choose(1, 5)
        from length in Gen.Choose(2, 300)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from offset in Gen.Elements(0, 1e6, -3.0)
        select Draw(chains, length, offset, new Random(seed))).ToArbitrary();

    [Fact]
    public void Values_stand_in_order_each_with_its_place() => Holds(chains =>
    {
        var ranking = Ranking.Of(chains);
        ranking.Sorted.ShouldBe(chains.SelectMany(chain => chain).Order());
        ranking.Places.Order().ShouldBe(Enumerable.Range(0, ranking.Sorted.Length));
        for (var i = 0; i < ranking.Sorted.Length; i++)
            ranking.Sorted[i].ShouldBe(chains[ranking.Places[i] / chains[0].Length][ranking.Places[i] % chains[0].Length]);
    });

    [Fact]
    public void Distances_are_ranked_as_if_they_were_sorted() => Holds(chains =>
    {
        foreach (var from in new[] { chains[0][0], chains[0].Average(), 0, 1e7 })
        {
            double[][] distances = [.. chains.Select(chain => chain.Select(value => Math.Abs(value - from)).ToArray())];
            var merged = Ranking.Of(chains).OfDistances(from);
            merged.Sorted.ShouldBe(Ranking.Of(distances).Sorted);
            merged.Scores(new NormalScores(merged.Sorted.Length)).ShouldBe(NormalScores.Of(distances));
        }
    });

    [Fact]
    public void Scores_are_normal_quantiles_of_mean_ranks() => Holds(chains =>
    {
        double[] all = [.. chains.SelectMany(chain => chain)];
        var scores = NormalScores.Of(chains);
        for (var place = 0; place < all.Length; place += 7)
        {
            var rank = all.Count(value => value < all[place]) + (all.Count(value => value == all[place]) + 1) / 2.0;
            scores[place / chains[0].Length][place % chains[0].Length].ShouldBe(Normal.InvCDF(0, 1, (rank - 0.375) / (all.Length + 0.25)), 1e-9);
        }
    });

    private static void Holds(Action<double[][]> law) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Chains, law));

    private static double[][] Draw(int chains, int length, double offset, Random random) =>
        [.. Enumerable.Range(0, chains).Select(_ => Enumerable.Range(0, length).Select(_ => random.Next(5) switch
        {
            0 => Odd[random.Next(Odd.Length)],
            1 => random.Next(4),
            _ => offset + random.NextDouble() - 0.5,
        }).ToArray())];
}
