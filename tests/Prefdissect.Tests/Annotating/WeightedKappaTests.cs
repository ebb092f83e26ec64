using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Annotating;

namespace Prefdissect.Tests.Annotating;

/// <summary>Cohen's κ with quadratic weights, against formulas that share nothing with its code.</summary>
public class WeightedKappaTests
{
    private static readonly long[,] Table = { { 40, 9, 2, 1 }, { 11, 60, 13, 3 }, { 2, 15, 70, 16 }, { 0, 4, 12, 55 } };

    private static Gen<long[,]> Tables { get; } =
        from levels in Gen.Choose(2, 4)
        from cells in Gen.Choose(0, 9).ArrayOf(levels * levels)
        select Filled(levels, cells);

    [Fact]
    public void Two_levels_give_the_plain_kappa_of_the_textbook()
    {
        // Agreement on 35 of 50 things where chance gives one in two: (0.7 − 0.5) / (1 − 0.5).
        var kappa = WeightedKappa.Of(new long[,] { { 20, 5 }, { 10, 15 } })!;
        kappa.Value.ShouldBe(0.4, 1e-12);
        kappa.Count.ShouldBe(50);
    }

    [Fact]
    public void It_is_the_mean_square_difference_against_that_of_all_pairings() =>
        Prop.ForAll(Tables.ToArbitrary(), table =>
        {
            var things = Things(table);
            var observed = things.Sum(pair => Square(pair.One - pair.Other)) * things.Count;
            var chance = things.Sum(one => things.Sum(other => Square(one.One - other.Other)));
            var kappa = WeightedKappa.Of(table);
            if (chance == 0) kappa.ShouldBeNull();
            else
            {
                kappa!.Value.ShouldBe(1 - (observed / chance), 1e-9);
                kappa.Value.ShouldBe(Agreement.Concordance(things), 1e-9);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Who_is_named_first_does_not_matter() =>
        Prop.ForAll(Tables.ToArbitrary(), table =>
        {
            var (one, other) = (WeightedKappa.Of(table), WeightedKappa.Of(Transposed(table)));
            (one is null).ShouldBe(other is null);
            if (one is null || other is null) return;
            other.Value.ShouldBe(one.Value, 1e-12);
            other.StandardError.ShouldBe(one.StandardError, 1e-9);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Levels_read_from_the_other_end_agree_as_well() =>
        WeightedKappa.Of(Reversed(Table))!.Value.ShouldBe(WeightedKappa.Of(Table)!.Value, 1e-12);

    [Theory]
    [InlineData(0, 5, 5)]
    [InlineData(3, 2, 1)]
    public void Perfect_agreement_is_1_without_error(long a, long b, long c)
    {
        var kappa = WeightedKappa.Of(new[,] { { a, 0, 0 }, { 0, b, 0 }, { 0, 0, c } })!;
        kappa.Value.ShouldBe(1, 1e-12);
        kappa.StandardError.ShouldBe(0, 1e-7);
    }

    [Fact]
    public void Ratings_that_know_nothing_of_each_other_agree_by_chance_alone() =>
        WeightedKappa.Of(new long[,] { { 2, 4, 6 }, { 3, 6, 9 }, { 5, 10, 15 } })!.Value.ShouldBe(0, 1e-12);

    [Fact]
    public void Contrary_ratings_agree_less_than_chance() => WeightedKappa.Of(new long[,] { { 0, 0, 10 }, { 0, 0, 0 }, { 10, 0, 0 } })!.Value.ShouldBe(-1, 1e-12);

    [Fact]
    public void The_standard_error_is_that_of_the_jackknife()
    {
        var (n, whole) = (313L, WeightedKappa.Of(Table)!);
        whole.Count.ShouldBe(n);
        var left = new List<(double Value, long Times)>();
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                if (Table[i, j] == 0) continue;
                var without = (long[,])Table.Clone();
                without[i, j]--;
                left.Add((WeightedKappa.Of(without)!.Value, Table[i, j]));
            }
        }
        var mean = left.Sum(one => one.Value * one.Times) / n;
        var jackknife = Math.Sqrt((n - 1.0) / n * left.Sum(one => one.Times * Math.Pow(one.Value - mean, 2)));
        whole.StandardError.ShouldBe(jackknife, 0.02 * jackknife);
    }

    [Fact]
    public void The_standard_error_is_that_of_the_bootstrap()
    {
        var random = new Random(1);
        var things = Things(Table);
        var values = Enumerable.Range(0, 2000).Select(_ =>
        {
            var table = new long[4, 4];
            for (var i = 0; i < things.Count; i++)
            {
                var (one, other) = things[random.Next(things.Count)];
                table[(int)one, (int)other]++;
            }
            return WeightedKappa.Of(table)!.Value;
        }).ToList();
        var mean = values.Average();
        var sd = Math.Sqrt(values.Sum(value => Square(value - mean)) / (values.Count - 1));
        WeightedKappa.Of(Table)!.StandardError.ShouldBe(sd, 0.08 * sd);
    }

    [Fact]
    public void Where_chance_cannot_be_told_there_is_none()
    {
        WeightedKappa.Of(new long[3, 3]).ShouldBeNull();
        WeightedKappa.Of(new long[,] { { 0, 0 }, { 0, 7 } }).ShouldBeNull();
    }

    [Fact]
    public void A_table_that_is_none_is_refused()
    {
        Should.Throw<ArgumentException>(() => WeightedKappa.Of(new long[2, 3]));
        Should.Throw<ArgumentException>(() => WeightedKappa.Of(new long[1, 1]));
        Should.Throw<ArgumentException>(() => WeightedKappa.Of(new long[,] { { 1, -1 }, { 0, 3 } }));
    }

    private static double Square(double value) => value * value;

    private static long[,] Filled(int levels, int[] cells)
    {
        var table = new long[levels, levels];
        for (var i = 0; i < cells.Length; i++) table[i / levels, i % levels] = cells[i];
        return table;
    }

    private static List<(double One, double Other)> Things(long[,] table)
    {
        var things = new List<(double, double)>();
        for (var i = 0; i < table.GetLength(0); i++)
        {
            for (var j = 0; j < table.GetLength(1); j++) things.AddRange(Enumerable.Repeat(((double)i, (double)j), (int)table[i, j]));
        }
        return things;
    }

    private static long[,] Transposed(long[,] table) => Mapped(table, (i, j) => table[j, i]);

    private static long[,] Reversed(long[,] table) => Mapped(table, (i, j) => table[table.GetLength(0) - 1 - i, table.GetLength(0) - 1 - j]);

    private static long[,] Mapped(long[,] table, Func<int, int, long> of)
    {
        var mapped = new long[table.GetLength(0), table.GetLength(0)];
        for (var i = 0; i < mapped.GetLength(0); i++)
        {
            for (var j = 0; j < mapped.GetLength(0); j++) mapped[i, j] = of(i, j);
        }
        return mapped;
    }
}
