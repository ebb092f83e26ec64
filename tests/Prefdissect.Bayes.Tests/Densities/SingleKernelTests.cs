using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Tests.Densities;

public class SingleKernelTests
{
    private static readonly Arbitrary<(int Rows, int Columns, int Points, int Seed)> Cases = (
        from rows in Gen.Choose(1, 700)
        from columns in Gen.Choose(1, 40)
        from points in Gen.Choose(1, 9)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (rows, columns, points, seed)).ToArbitrary();

    [Fact]
    public void What_a_point_gets_does_not_depend_on_the_points_beside_it() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Cases, c =>
    {
        foreach (var tiles in Storages(c.Rows, c.Columns, c.Seed))
        {
            var (positions, gradients, values) = Evaluated(tiles, c.Points, c.Seed, 0.3);
            for (var point = 0; point < c.Points; point++)
            {
                var (gradient, value) = (new double[c.Columns], new double[1]);
                SingleKernel.Evaluate(new SingleTiles(tiles), positions.AsSpan(point * c.Columns, c.Columns), gradient, value);
                value[0].ShouldBe(values[point]);
                gradient.ShouldBe(gradients[(point * c.Columns)..((point + 1) * c.Columns)]);
            }
        }
    }));

    [Fact]
    public void It_is_near_the_kernel_of_double_precision() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Cases, c =>
    {
        foreach (var tiles in Storages(c.Rows, c.Columns, c.Seed))
        {
            var (positions, gradients, values) = Evaluated(tiles, c.Points, c.Seed, 0.3);
            for (var point = 0; point < c.Points; point++)
            {
                var exact = new double[c.Columns];
                var value = LogisticKernel<LanesScalar, double>.Evaluate(tiles, positions.AsSpan(point * c.Columns, c.Columns), exact);
                values[point].ShouldBe(value, 3e-7 * (10 + c.Rows));
                for (var i = 0; i < c.Columns; i++)
                    gradients[point * c.Columns + i].ShouldBe(exact[i], 1e-6 * (10 + c.Rows));
            }
        }
    }));

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    [InlineData(3.0)]
    public void Errors_do_not_pile_up_over_many_rows(double size)
    {
        const int rows = 100_000;
        foreach (var tiles in Storages(rows, 29, 7))
        {
            var (positions, gradients, values) = Evaluated(tiles, 2, 3, size);
            for (var point = 0; point < 2; point++)
            {
                var exact = new double[29];
                var value = LogisticKernel<LanesScalar, double>.Evaluate(tiles, positions.AsSpan(point * 29, 29), exact);
                values[point].ShouldBe(value, 2e-8 * (rows + Math.Abs(value)));
                for (var i = 0; i < 29; i++)
                    gradients[point * 29 + i].ShouldBe(exact[i], 2e-8 * rows);
            }
        }
    }

    [Fact]
    public void Exponential_and_logarithm_are_those_of_the_library_within_a_few_parts_in_ten_million()
    {
        for (var x = 0.0; x > -87; x -= 0.00137)
        {
            var single = (float)x;
            var exp = SingleMath.ExpOfNegative(Vector512.Create(single))[0];
            ((double)exp).ShouldBe(Math.Exp(single), Math.Exp(single) * (2e-7 + 4e-8 * -x));
            var e = (float)Math.Exp(x);
            ((double)SingleMath.LogOnePlus(Vector512.Create(e))[0]).ShouldBe(2 * Math.Atanh(e / (2.0 + e)), 4e-7 * e);
        }
    }

    [Fact]
    public void Far_out_where_single_precision_fails_the_answer_is_that_of_double()
    {
        var regression = (IManyPointDensity)new LogisticRegression(DesignMatrix.FromRows([[1, -1], [0, 127], [-127, 5]]), [1, 0, 1], new LaplacePrior(0.1));
        foreach (var size in new[] { 0, 1e-300, 1e-30, 1, 100, 1e10, 1e37, 1e39, 1e300 })
        {
            double[] gradients = new double[4], values = new double[2], exact = new double[2];
            regression.EvaluateSmooth([size, size, -size, size], gradients, values);
            values[1].ShouldBe(regression.EvaluateSmooth([-size, size], exact), 1e-6 * (1 + size));
            gradients[2].ShouldBe(exact[0], 1e-4);
            gradients[3].ShouldBe(exact[1], 1e-4);
        }
    }

    private static (double[] Positions, double[] Gradients, double[] Values) Evaluated(RowTiles tiles, int points, int seed, double size)
    {
        var random = new Random(seed);
        double[] positions = [.. Enumerable.Range(0, points * tiles.Columns).Select(_ => size * (2 * random.NextDouble() - 1))];
        var (gradients, values) = (new double[positions.Length], new double[points]);
        SingleKernel.Evaluate(new SingleTiles(tiles), positions, gradients, values);
        return (positions, gradients, values);
    }

    /// <summary>The same rows unweighted and weighted, in wide tiles and in bytes.</summary>
    private static IEnumerable<RowTiles> Storages(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var cells = new sbyte[rows * columns];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = (sbyte)random.Next(-1, 2);
        var design = DesignMatrix.FromRowMajor(cells, rows, columns);
        double[] outcomes = [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(2))];
        double[] counts = [.. Enumerable.Range(0, rows).Select(i => i == 0 ? 1.5 : random.Next(4) / 2.0)];
        foreach (var rowWeights in new[] { [], counts })
            foreach (var mostWideBytes in new[] { int.MaxValue, 0 })
                yield return new RowTiles(design, outcomes, rowWeights, mostWideBytes);
    }
}
