using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Writers;

namespace Prefdissect.Tests.Dissecting.Writers;

public class WriterControlTests
{
    private static readonly DissectionOptions Controlled = new() { Warmup = 300, Draws = 500, Control = Control.Model };
    private static readonly string[] Models = ["poor", "fair", "good"];
    private static readonly double[] Strengths = [-0.8, 0, 0.8];

    [Fact]
    public void A_judge_of_writers_alone_seems_to_like_their_style_until_the_writers_are_held_fixed()
    {
        var judged = ByWriters(1500, seed: 1);
        var plain = VotesOnQueries.Fit(judged.Select(pair => pair with { Writers = null })).Fit;
        var held = VotesOnQueries.Fit(judged, options: Controlled).Fit;
        plain.Weights[0].Low.ShouldBeGreaterThan(0.2);
        plain.Writers.ShouldBeEmpty();
        held.Weights[0].Low.ShouldBeLessThan(0);
        held.Weights[0].High.ShouldBeGreaterThan(0);
        held.Weights.Count.ShouldBe(6);
        foreach (var (strength, truth) in held.Writers.Zip(new[] { 0, 0.8, -0.8 }))
        {
            strength.Posterior.Q025.ShouldBeLessThan(truth, strength.Writer);
            strength.Posterior.Q975.ShouldBeGreaterThan(truth, strength.Writer);
        }
        held.Writers.Select(strength => strength.Writer).ShouldBe(["fair", "good", "poor"]);
        held.Writers.Sum(strength => strength.Posterior.Mean).ShouldBe(0, 1e-9);
    }

    [Fact]
    public void A_judge_of_properties_keeps_its_weights_when_writers_are_held_fixed()
    {
        double[] planted = [0.8, -0.5, 0, 0.3, 0, -0.2];
        var random = new Random(3);
        var judged = new VotesOnQueries(2500, 1, seed: 2).Judged(planted).Select(pair => pair with { Writers = Meeting(random) });
        var fit = VotesOnQueries.Fit(judged, options: Controlled).Fit;
        foreach (var (weight, truth) in fit.Weights.Zip(planted)) Math.Abs(weight.Mean - truth).ShouldBeLessThan(4 * weight.Sd, weight.Property);
        fit.Writers.ShouldAllBe(strength => strength.Posterior.Q025 < 0 && strength.Posterior.Q975 > 0);
        fit.Health.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_horseshoe_refuses_a_controlled_fit_because_writers_would_share_its_scale()
    {
        var design = VotesOnQueries.Design(ByWriters(100, seed: 1));
        Dissection.ObstacleTo(design, Controlled).ShouldBeNull();
        Dissection.ObstacleTo(design, Controlled with { Prior = "horseshoe:0.05" })!.ShouldContain("laplace:SCALE");
    }

    [Fact]
    public void Writers_that_no_vote_names_refuse_a_controlled_fit_and_change_nothing_else()
    {
        var judged = new VotesOnQueries(100, 1, seed: 2).Judged([0.8, -0.5, 0, 0.3, 0, -0.2]);
        var design = VotesOnQueries.Design(judged);
        Dissection.ObstacleTo(design, Controlled)!.ShouldContain("model_a");
        Dissection.ObstacleTo(design, new DissectionOptions()).ShouldBeNull();
        Controlled.Hash.ShouldNotBe((Controlled with { Control = Control.None }).Hash);
    }

    [Fact]
    public void A_design_has_a_column_a_writer_but_the_most_frequent_and_counts_pairs_whose_writers_are_not_known()
    {
        var votes = new VotesOnQueries(4, 1, seed: 2).Judged([0, 0, 0, 0, 0, 0]);
        PairWriters?[] writers = [new("b", "a"), new("a", "c"), new("a", "a"), null];
        var judged = votes.Zip(writers, (pair, of) => pair with { Writers = of }).ToList();
        var design = VotesOnQueries.Design(judged);
        design.ReferenceWriter.ShouldBe("a");
        design.Writers.ShouldBe(["b", "c"]);
        design.Report.UnknownWriters.ShouldBe(1);
        var expected = new Dictionary<Prefdissect.Pairs.ContentHash, sbyte[]>
        {
            [judged[0].Compared.Pair] = [1, 0],
            [judged[1].Compared.Pair] = [0, -1],
            [judged[2].Compared.Pair] = [0, 0],
            [judged[3].Compared.Pair] = [0, 0],
        };
        for (var row = 0; row < design.Rows; row++) design.Features(row)[design.Properties.Count..].ToArray().ShouldBe(expected[design.Pair(row)]);
        design.DataHash.ShouldNotBe(VotesOnQueries.Design(votes).DataHash);
    }

    [Fact]
    public void What_tells_a_writer_is_found()
    {
        var told = WriterTelltale.Of(VotesOnQueries.Design(ByWriters(600, seed: 4, always: true)));
        told[0].Determination.ShouldBe(1, 1e-6);
        told.Single(one => one.Name == "friendly").Determination.ShouldBeGreaterThan(0.95);
        told.Single(one => one.Name == "polite").Determination.ShouldBeLessThan(0.1);

        var random = new Random(3);
        var apart = new VotesOnQueries(600, 1, seed: 2).Judged([0, 0, 0, 0, 0, 0]).Select(pair => pair with { Writers = Meeting(random) });
        WriterTelltale.Of(VotesOnQueries.Design(apart)).ShouldAllBe(one => one.Determination < 0.15);
    }

    [Fact]
    public void Sides_that_one_writer_holds_are_found()
    {
        var sides = WriterSides.Of("j", [("m", "x", 95), ("m", "y", 5), ("x", "m", 0)])!;
        (sides.SideA, sides.SideB, sides.Most).ShouldBe((new("m", 1), new("x", 0.95), new("m", 1)));
        var mixed = WriterSides.Of("j", [("m", "x", 10), ("x", "m", 10), ("y", "x", 20)])!;
        (mixed.SideA.Share, mixed.Most).ShouldBe((0.5, new WriterShare("x", 1)));
        WriterSides.Of("j", []).ShouldBeNull();
    }

    private static PairWriters Meeting(Random random)
    {
        var (first, other) = (random.Next(3), random.Next(2));
        return new PairWriters(Models[first], Models[(first + 1 + other) % 3]);
    }

    /// <summary>Votes that look at the writer only, where better writers are friendlier: nearly always, or strictly so between the best and the others.</summary>
    private static List<JudgedPair> ByWriters(int pairs, int seed, bool always = false)
    {
        var random = new Random(seed);
        var votes = new VotesOnQueries(pairs, 1, seed);
        var judged = new List<JudgedPair>();
        for (var i = 0; i < pairs; i++)
        {
            var writers = always && i % 2 == 0 ? new PairWriters("good", "poor") : always ? new PairWriters("poor", "good") : Meeting(random);
            var ahead = Strengths[Array.IndexOf(Models, writers.First)] - Strengths[Array.IndexOf(Models, writers.Second)];
            int[] signs = [always || random.NextDouble() < 0.75 ? Math.Sign(ahead) : random.Next(-1, 2), .. votes.Signs[i][1..]];
            judged.Add(new JudgedPair(VotesOnQueries.Of(i, i, signs), votes.Vote(Degree.Of(ahead)), writers));
        }
        return judged;
    }
}
