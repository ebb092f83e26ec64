using System.Numerics;
using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Tests.Densities;

public class LogisticRegressionTests
{
    /// <summary>Rows, columns, seed: enough to make any case of the shapes that a tile boundary can cut.</summary>
    private static readonly Arbitrary<(int Rows, int Columns, int Seed)> Cases =
        (from rows in Gen.Choose(1, 200) from columns in Gen.Choose(1, 35) from seed in Gen.Choose(0, int.MaxValue - 1) select (rows, columns, seed)).ToArbitrary();

    [Theory]
    [InlineData("360")]
    [InlineData("740")]
    public void Log_density_and_gradient_equal_the_exact_sums(string size)
    {
        var regression = Reference.Regression(size);
        foreach (var row in Reference.Rows("logdensity_reference.csv").Where(row => row["dataset"] == size))
        {
            double[] weights = [.. Enumerable.Range(1, 29).Select(i => row.Number($"w{i}"))];
            var gradient = new double[29];
            regression.Evaluate(weights, gradient).ShouldBe(row.Number("logp"), 1e-11);
            for (var i = 0; i < 29; i++)
                if (weights[i] != 0)
                    gradient[i].ShouldBe(row.Number($"g{i + 1}"), 1e-11);
        }
    }

    [Fact]
    public void Every_width_of_vector_and_both_storages_agree_with_brute_force() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Cases, c =>
    {
        var (rows, outcomes, weights, counts) = Draw(c.Rows, c.Columns, c.Seed);
        var design = DesignMatrix.FromRows(rows);
        foreach (var rowWeights in new[] { [], counts })
        {
            var (expected, expectedGradient) = BruteForce(rows, outcomes, weights, rowWeights);
            foreach (var mostWideBytes in new[] { int.MaxValue, 0 })
            {
                var tiles = new RowTiles(design, outcomes, rowWeights, mostWideBytes);
                tiles.IsCompact.ShouldBe(mostWideBytes == 0 && design.IsCompact);
                var scalar = new double[c.Columns];
                var logLikelihood = LogisticKernel<LanesScalar, double>.Evaluate(tiles, weights, scalar);
                Agree(logLikelihood, scalar, expected, expectedGradient, 1e-12);
                var gradient = new double[c.Columns];
                Agree(LogisticKernel<LanesPortable, Vector<double>>.Evaluate(tiles, weights, gradient), gradient, logLikelihood, scalar, 1e-12);
                Agree(LogisticKernel<Lanes512, Vector512<double>>.Evaluate(tiles, weights, gradient), gradient, logLikelihood, scalar, 1e-12);
            }
        }
    }));

    [Fact]
    public void Gradient_is_the_derivative_of_the_log_density() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(Cases, c =>
    {
        var (rows, outcomes, weights, counts) = Draw(c.Rows, Math.Min(c.Columns, 6), c.Seed);
        var regression = new LogisticRegression(DesignMatrix.FromRows(rows), outcomes, new NormalPrior(0.7), counts);
        double[] gradient = new double[weights.Length], ignored = new double[weights.Length];
        regression.Evaluate(weights, gradient);
        for (var i = 0; i < weights.Length; i++)
        {
            const double h = 1e-5;
            var (above, below) = (weights.ToArray(), weights.ToArray());
            above[i] += h;
            below[i] -= h;
            var slope = (regression.Evaluate(above, ignored) - regression.Evaluate(below, ignored)) / (2 * h);
            gradient[i].ShouldBe(slope, 1e-5 * (1 + Math.Abs(slope)));
        }
    }));

    [Fact]
    public void Swapping_the_labels_and_negating_the_weights_changes_nothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(Cases, c =>
    {
        var (rows, outcomes, weights, _) = Draw(c.Rows, c.Columns, c.Seed);
        var design = DesignMatrix.FromRows(rows);
        double[] gradient = new double[c.Columns], swapped = new double[c.Columns];
        var a = new LogisticRegression(design, outcomes, new LaplacePrior(0.1)).Evaluate(weights, gradient);
        var b = new LogisticRegression(design, [.. outcomes.Select(y => 1 - y)], new LaplacePrior(0.1)).Evaluate([.. weights.Select(w => -w)], swapped);
        b.ShouldBe(a);
        swapped.ShouldBe(gradient.Select(g => -g).ToArray());
    }));

    [Fact]
    public void A_weight_of_two_counts_as_a_row_given_twice_and_a_tie_as_half_of_each_outcome()
    {
        double[][] rows = [[1, -1], [0, 2]];
        double[] at = [0.3, -0.8];
        double[] twice = new double[2], weighted = new double[2], tie = new double[2];
        var repeated = new LogisticRegression(DesignMatrix.FromRows([rows[0], rows[0], rows[1]]), [1, 1, 0], new LaplacePrior(1)).Evaluate(at, twice);
        var counted = new LogisticRegression(DesignMatrix.FromRows(rows), [1, 0], new LaplacePrior(1), [2, 1]).Evaluate(at, weighted);
        counted.ShouldBe(repeated, 1e-14);
        weighted[0].ShouldBe(twice[0], 1e-14);
        weighted[1].ShouldBe(twice[1], 1e-14);

        var halves = new LogisticRegression(DesignMatrix.FromRows([rows[0], rows[0]]), [1, 0], new LaplacePrior(1), [0.5, 0.5]).Evaluate(at, tie);
        var z = at[0] - at[1];
        halves.ShouldBe(0.5 * z - Math.Log(1 + Math.Exp(z)) - 1.1, 1e-14);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1e-300)]
    [InlineData(1.0)]
    [InlineData(40.0)]
    [InlineData(700.0)]
    [InlineData(1e6)]
    [InlineData(1e300)]
    public void Extreme_linear_predictors_neither_overflow_nor_become_NaN(double z)
    {
        var gradient = new double[1];
        new LogisticRegression(DesignMatrix.FromRows([[z]]), [1], new NormalPrior(1)).Evaluate([1], gradient).ShouldBe(-0.5 - Math.Log(1 + Math.Exp(-z)), 1e-12);
        gradient[0].ShouldBe(-1 + z * (Math.Exp(-z) / (1 + Math.Exp(-z))), 1e-12);
        new LogisticRegression(DesignMatrix.FromRows([[z]]), [0], new NormalPrior(1)).Evaluate([1], gradient).ShouldBe(-0.5 - Math.Max(z, 0) - Math.Log(1 + Math.Exp(-z)), 1e-12 * (1 + z));
        double.IsFinite(gradient[0]).ShouldBeTrue();
    }

    [Fact]
    public void Overflow_is_a_log_density_of_negative_infinity_never_NaN()
    {
        var gradient = new double[2];
        var regression = new LogisticRegression(DesignMatrix.FromRows([[1e300, -1e300]]), [1], new NormalPrior(1));
        regression.Evaluate([1e300, 1e300], gradient).ShouldBe(double.NegativeInfinity);
        gradient.ShouldBe([0, 0]);
    }

    [Fact]
    public void Bad_data_is_refused_with_the_row_named()
    {
        var design = DesignMatrix.FromRows([[1, 0], [0, 1]]);
        var prior = new LaplacePrior(1);
        Should.Throw<ArgumentException>(() => new LogisticRegression(design, [1, 0.5], prior)).Message.ShouldContain("row 1");
        Should.Throw<ArgumentException>(() => new LogisticRegression(design, [double.NaN, 1], prior)).Message.ShouldContain("row 0");
        Should.Throw<ArgumentException>(() => new LogisticRegression(design, [1], prior)).Message.ShouldContain("1 outcomes for 2 rows");
        Should.Throw<ArgumentException>(() => new LogisticRegression(design, [1, 0], prior, [1, -1])).Message.ShouldContain("row 1");
        Should.Throw<ArgumentException>(() => new LogisticRegression(design, [1, 0], prior, [double.PositiveInfinity, 1])).Message.ShouldContain("row 0");
        Should.Throw<ArgumentException>(() => new LogisticRegression(design, [1, 0], prior, [0, 0])).Message.ShouldContain("no row to fit");
        Should.Throw<ArgumentException>(() => new LogisticRegression(design, [1, 0], prior).Evaluate([1], new double[2]));
    }

    private static void Agree(double value, double[] gradient, double expected, double[] expectedGradient, double tolerance)
    {
        value.ShouldBe(expected, tolerance * (1 + Math.Abs(expected)));
        for (var i = 0; i < gradient.Length; i++)
            gradient[i].ShouldBe(expectedGradient[i], tolerance * (200 + Math.Abs(expectedGradient[i])));
    }

    private static (double[][] Rows, double[] Outcomes, double[] Weights, double[] Counts) Draw(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var whole = random.Next(2) == 0;
        return (
            [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => whole ? random.Next(-3, 4) : 2 * random.NextDouble() - 1).ToArray())],
            [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(2))],
            [.. Enumerable.Range(0, columns).Select(_ => 4 * random.NextDouble() - 2)],
            [.. Enumerable.Range(0, rows).Select(i => i == 0 ? 1.5 : random.Next(4) / 2.0)]);
    }

    private static (double LogLikelihood, double[] Gradient) BruteForce(double[][] rows, double[] outcomes, double[] weights, double[] counts)
    {
        decimal total = 0;
        var gradient = new decimal[weights.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var count = (decimal)(counts.Length == 0 ? 1 : counts[i]);
            var z = (double)rows[i].Zip(weights, (x, w) => (decimal)x * (decimal)w).Sum();
            var probability = 1 / (1 + Math.Exp(-z));
            total += count * (decimal)(outcomes[i] == 1 ? -Log1PlusExp(-z) : -Log1PlusExp(z));
            for (var j = 0; j < weights.Length; j++)
                gradient[j] += count * (decimal)rows[i][j] * (decimal)(outcomes[i] - probability);
        }
        return ((double)total, [.. gradient.Select(g => (double)g)]);
    }

    private static double Log1PlusExp(double z) => z > 30 ? z + Math.Exp(-z) : Math.Log(1 + Math.Exp(z));
}
