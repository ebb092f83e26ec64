using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Explaining;

namespace Prefdissect.Tests.Dissecting.Explaining;

public class ShapleyValuesTests
{
    private const double Tolerance = 1e-12;

    /// <summary>Contributions of every size: tiny, usual, huge, none, and equal ones.</summary>
    private static readonly Gen<double> Contribution = Gen.Frequency(
        (6, Gen.Choose(-1000, 1000).Select(thousandths => thousandths / 1000.0)),
        (2, Gen.Choose(-500, 500).Select(tenths => tenths / 10.0)),
        (1, Gen.Elements(0, 0.3, -0.3, 1e-9, -1e-300, double.Epsilon, 4000, -4000, 1e9)));

    private static readonly Gen<double[]> Contributions = Gen.Choose(0, 14).SelectMany(count => Contribution.ArrayOf(count)).Where(z => z.Count(one => Math.Abs(one) > 1000) < 2);

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(2, 0.3)]
    [InlineData(5, 1e-9)]
    [InlineData(7, 0.3)]
    [InlineData(8, 1)]
    [InlineData(9, 0.05)]
    [InlineData(12, 0.3)]
    [InlineData(12, 8)]
    [InlineData(12, 50)]
    [InlineData(11, 1000)]
    [InlineData(16, 0.3)]
    [InlineData(20, 0.5)]
    public void Values_are_those_of_all_coalitions(int players, double size)
    {
        for (var seed = 0; seed < (players > 12 ? 1 : 20); seed++)
        {
            var random = new Random(seed);
            var z = Enumerable.Range(0, players).Select(_ => size * (2 * random.NextDouble() - 1)).ToArray();
            ShouldAgree(z);
        }
    }

    [Fact]
    public void Awkward_contributions_give_the_values_of_all_coalitions()
    {
        ShouldAgree([.. Enumerable.Repeat(0.4, 16)]);
        ShouldAgree([.. Enumerable.Repeat(-5.0, 10)]);
        ShouldAgree([1e6, -0.2, 0.1, 0.3]);
        ShouldAgree([1e300, -1e200, 50, 0.1, -0.3]);
        ShouldAgree([300, -300, 0.5, -0.25]);
        ShouldAgree([300, -299.5, 150, 1e-12]);
        ShouldAgree([Math.PI, -Math.PI, Math.PI / 2, 2 * Math.PI]);
        ShouldAgree([double.Epsilon, -double.Epsilon, 1]);
    }

    [Fact]
    public void Values_are_those_of_all_coalitions_whatever_the_contributions() =>
        Prop.ForAll(Contributions.Where(z => z.Length <= 10).ToArbitrary(), z => Distance(Of(z), AllCoalitions.Values(z)) < Tolerance).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Values_sum_to_what_is_explained() => Holds(z => Math.Abs(Of(z).Sum() - (Degree.Of(z.Sum()) - 0.5)) < Tolerance);

    [Fact]
    public void Exchanging_the_responses_turns_every_value() => Holds(z => Distance(Of(z), [.. Of([.. z.Select(one => -one)]).Select(one => -one)]) < Tolerance);

    [Fact]
    public void The_order_of_properties_changes_nothing() => Holds(z => Distance([.. Of(z).Reverse()], Of([.. z.Reverse()])) < Tolerance);

    [Fact]
    public void A_property_that_does_not_differ_gets_nothing_and_changes_nothing() => Holds(z =>
    {
        var with = Of([.. z, 0]);
        return with[^1] == 0 && with[..^1].SequenceEqual(Of(z));
    });

    [Fact]
    public void Equal_contributions_get_equal_values_to_the_last_digit() => Holds(z =>
    {
        var values = Of(z);
        return !Enumerable.Range(0, z.Length).Any(i => Array.IndexOf(z, z[i]) is var first && values[first] != values[i]);
    });

    [Fact]
    public void A_value_has_the_sign_of_its_contribution_and_no_more_than_half_of_the_scale() =>
        Holds(z => Of(z).Zip(z).All(of => Math.Abs(of.First) <= 0.5 + Tolerance && (Math.Sign(of.First) == Math.Sign(of.Second) || Math.Abs(of.First) < Tolerance)));

    [Theory]
    [InlineData(29)]
    [InlineData(60)]
    [InlineData(200)]
    [InlineData(1000)]
    public void Many_properties_need_no_sum_over_coalitions(int players)
    {
        var random = new Random(players);
        var z = Enumerable.Range(0, players).Select(_ => random.NextDouble() - 0.45).ToArray();
        var values = Of(z);
        values.Sum().ShouldBe(Degree.Of(z.Sum()) - 0.5, Tolerance);
        // Doubling the players by halves leaves what they do together.
        var halved = Of([.. z.SelectMany(one => new[] { one / 2, one / 2 })]);
        halved.Sum().ShouldBe(values.Sum(), Tolerance);
    }

    [Fact]
    public void Equal_players_share_alike_however_many() =>
        Of([.. Enumerable.Repeat(0.05, 100)]).ShouldAllBe(value => Math.Abs(value - (Degree.Of(5) - 0.5) / 100) < 1e-13);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_is_refused(double contribution)
    {
        Should.Throw<ArgumentException>(() => Of([0.1, contribution])).Message.ShouldContain("Contribution 1");
        Should.Throw<ArgumentException>(() => new ShapleyTable([0.1, contribution])).Message.ShouldContain("Weight 1");
    }

    [Fact]
    public void What_hangs_on_digits_that_no_fit_knows_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => Of([1e9, -1e9, 0.5])).Message.ShouldContain("100000");

    [Fact]
    public void Another_number_of_places_is_refused()
    {
        Should.Throw<ArgumentException>(() => ShapleyValues.Of([1.0, 2], new double[1]));
        Should.Throw<ArgumentException>(() => new ShapleyTable([1.0, 2]).Values([1], new double[2]));
        Should.Throw<ArgumentException>(() => new ShapleyTable([1.0]).Values([2], new double[1])).Message.ShouldContain("−1, 0 or +1");
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(29, 0.3)]
    [InlineData(29, 4)]
    [InlineData(29, 20)]
    [InlineData(140, 0.2)]
    public void A_table_gives_what_one_pair_at_a_time_gives(int properties, double size)
    {
        var random = new Random(properties);
        var weights = Enumerable.Range(0, properties).Select(p => p % 9 == 5 ? 0 : size * (2 * random.NextDouble() - 1)).ToArray();
        var table = new ShapleyTable(weights);
        var values = new double[properties];
        for (var pair = 0; pair < 40; pair++)
        {
            var features = Enumerable.Range(0, properties).Select(_ => (sbyte)(random.Next(pair % 4 + 1) == 0 ? 2 * random.Next(2) - 1 : 0)).ToArray();
            table.Values(features, values);
            Distance(values, Of([.. features.Zip(weights, (x, w) => x * w)])).ShouldBeLessThan(Tolerance);
        }
    }

    private static void Holds(Func<double[], bool> law) => Prop.ForAll(Contributions.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void ShouldAgree(double[] z) => Distance(Of(z), AllCoalitions.Values(z)).ShouldBeLessThan(Tolerance, string.Join(" ", z));

    private static double[] Of(double[] contributions)
    {
        var values = new double[contributions.Length];
        ShapleyValues.Of(contributions, values);
        return values;
    }

    private static double Distance(double[] one, double[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).DefaultIfEmpty(0).Max();
}
