using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Densities;

/// <summary>What priors, intercept and row weights make of the regression.</summary>
public class RegressionModelsTests
{
    private static readonly string[] Priors = ["laplace:0.4", "normal:0.7", "horseshoe:0.2"];

    private static readonly Arbitrary<(string Prior, bool HasIntercept, int Rows, int Columns, int Seed)> Cases = (
        from prior in Gen.Elements(Priors)
        from intercept in Gen.Elements(true, false)
        from rows in Gen.Choose(1, 150)
        from columns in Gen.Choose(1, 8)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (prior, intercept, rows, columns, seed)).ToArbitrary();

    [Fact]
    public void Gradients_of_every_model_are_derivatives() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Cases, c =>
    {
        var (regression, position) = Draw(c);
        double[] gradient = new double[regression.Dimension], ignored = new double[regression.Dimension];
        var value = regression.Evaluate(position, gradient);
        var smooth = regression.EvaluateSmooth(position, ignored);
        var rates = new double[regression.Dimension];
        regression.CopyKinkRates(rates);
        smooth.ShouldBe(value + rates.Zip(position, (rate, x) => rate * Math.Abs(x)).Sum(), 1e-10 * (1 + Math.Abs(value)));
        for (var i = 0; i < position.Length; i++)
        {
            const double h = 1e-5;
            var (above, below) = (position.ToArray(), position.ToArray());
            above[i] += h;
            below[i] -= h;
            gradient[i].ShouldBe((regression.Evaluate(above, ignored) - regression.Evaluate(below, ignored)) / (2 * h), 1e-5 * (1 + Math.Abs(gradient[i])));
        }
    }));

    [Fact]
    public void Several_points_together_are_the_points_one_by_one() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Cases, c =>
    {
        var (regression, first) = Draw(c);
        var many = (IManyPointDensity)regression;
        double[] second = [.. first.Select(x => -0.5 * x + 0.1)];
        double[] gradients = new double[2 * first.Length], values = new double[2], gradient = new double[first.Length], alone = new double[1];
        many.EvaluateSmooth([.. first, .. second], gradients, values);
        many.EvaluateSmooth(second, gradient, alone);
        (alone[0], gradient).ShouldSatisfyAllConditions(of => of.Item1.ShouldBe(values[1]), of => of.gradient.ShouldBe(gradients[first.Length..]));
        regression.EvaluateSmooth(first, gradient).ShouldBe(values[0], 3e-7 * (10 + c.Rows) * (1 + first.Sum(Math.Abs)));
        for (var i = 0; i < first.Length; i++)
            gradients[i].ShouldBe(gradient[i], 1e-6 * (10 + c.Rows) * (1 + first.Sum(Math.Abs)));
    }));

    [Fact]
    public void An_intercept_is_the_weight_of_a_column_of_ones_that_the_prior_of_the_weights_does_not_touch()
    {
        double[][] rows = [[1, 0], [-1, 1], [0, 0.5]];
        double[] at = [0.4, -0.3, 2], gradient = new double[3], ofOnes = new double[3];
        var withIntercept = new LogisticRegression(DesignMatrix.FromRows(rows), [1, 0, 1], new LaplacePrior(0.1), default, new NormalPrior(2.5));
        var ones = new LogisticRegression(DesignMatrix.FromRows([.. rows.Select(row => (double[])[.. row, 1])]), [1, 0, 1], new LaplacePrior(0.1));
        withIntercept.Evaluate(at, gradient).ShouldBe(ones.Evaluate(at, ofOnes) + 2 / 0.1 - 0.5 * 2 * 2 / (2.5 * 2.5), 1e-12);
        gradient[2].ShouldBe(ofOnes[2] + 10 - 2 / (2.5 * 2.5), 1e-12);
        gradient[..2].ShouldBe(ofOnes[..2]);
        (withIntercept.Dimension, withIntercept.Quantities).ShouldBe((3, 3));
    }

    [Theory]
    [InlineData("laplace:0.1")]
    [InlineData("horseshoe:0.05")]
    public void An_intercept_takes_up_the_share_of_ones_however_strong_the_prior_of_the_weights(string prior)
    {
        // The rows say nothing of the weight; 90 of 100 outcomes are 1.
        var design = DesignMatrix.FromRowMajor(new sbyte[100], 100, 1);
        double[] outcomes = [.. Enumerable.Range(0, 100).Select(i => i < 90 ? 1.0 : 0)];
        var of = PriorSpecification.Parse(prior);
        var draws = NutsSampler.Sample(new LogisticRegression(design, outcomes, of, default, new NormalPrior(2.5)), new NutsOptions { Seed = 4, TargetAcceptance = of.TargetAcceptance });
        draws.Dimension.ShouldBe(2);
        var summary = PosteriorSummary.Of(draws, ["w", "intercept"]);
        summary.Health.Problems.ShouldBeEmpty();
        double mass = 0, moment = 0;
        for (var b = -10.0; b <= 20; b += 1e-3)
        {
            var density = Math.Exp(-90 * Math.Log(1 + Math.Exp(-b)) - 10 * Math.Log(1 + Math.Exp(b)) - 0.5 * b * b / 6.25);
            (mass, moment) = (mass + density, moment + density * b);
        }
        summary.Parameters[1].Mean.ShouldBe(moment / mass, 4.5 * summary.Parameters[1].McseMean!.Value);
    }

    [Fact]
    public void Row_weights_are_the_same_rows_written_out_and_a_tie_is_half_of_each_outcome() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Cases, c =>
    {
        var random = new Random(c.Seed);
        var rows = Enumerable.Range(0, c.Rows).Select(_ => Enumerable.Range(0, c.Columns).Select(_ => (double)random.Next(-2, 3)).ToArray()).ToArray();
        int[] wins = [.. rows.Select((_, i) => i == 0 ? 1 : random.Next(3))], losses = [.. rows.Select(_ => random.Next(3))], ties = [.. rows.Select(_ => random.Next(2))];
        // Twice every vote, so that half a vote is a whole one.
        var written = rows.SelectMany((row, i) => Enumerable.Repeat((row, 1.0), 2 * wins[i] + ties[i]).Concat(Enumerable.Repeat((row, 0.0), 2 * losses[i] + ties[i]))).ToArray();
        double[] counts = [.. wins.Zip(ties, (won, tie) => won + tie / 2.0), .. losses.Zip(ties, (lost, tie) => lost + tie / 2.0)];
        // The coordinates of a horseshoe depend on the information in the rows, of which there is twice as much when they are written out.
        var prior = PriorSpecification.Parse(c.Prior.StartsWith("horseshoe", StringComparison.Ordinal) ? "normal:0.3" : c.Prior);
        IIndependentPrior? intercept = c.HasIntercept ? new NormalPrior(2.5) : null;
        var counted = new LogisticRegression(
            DesignMatrix.FromRows([.. rows, .. rows]), [.. rows.Select(_ => 1.0), .. rows.Select(_ => 0.0)], prior, counts, intercept);
        var expanded = new LogisticRegression(DesignMatrix.FromRows([.. written.Select(of => of.row)]), [.. written.Select(of => of.Item2)], prior, default, intercept);
        double[] position = [.. Enumerable.Range(0, counted.Dimension).Select(_ => 2 * random.NextDouble() - 1)], gradient = new double[position.Length], twice = new double[position.Length];
        var alone = new double[position.Length];
        var ofPrior = prior.AddTo(position.AsSpan(0, prior.CoordinatesOf(c.Columns)), alone.AsSpan(0, prior.CoordinatesOf(c.Columns)))
            + (intercept?.AddTo(position.AsSpan(position.Length - 1), alone.AsSpan(position.Length - 1)) ?? 0);
        (2 * (counted.Evaluate(position, gradient) - ofPrior)).ShouldBe(expanded.Evaluate(position, twice) - ofPrior, 1e-9);
        for (var i = 0; i < position.Length; i++)
            (2 * (gradient[i] - alone[i])).ShouldBe(twice[i] - alone[i], 1e-9);
    }));

    [Fact]
    public void Draws_under_a_horseshoe_hold_weights_and_do_not_depend_on_threads()
    {
        var (rows, outcomes) = Sampling.NutsSamplerTests.SimulatedData(200, 5, 3);
        var regression = new LogisticRegression(DesignMatrix.FromRows(rows), outcomes, new HorseshoePrior(0.1), default, new NormalPrior(2.5));
        (regression.Dimension, regression.Quantities, regression.KeepsCoordinates).ShouldBe((13, 6, false));
        var options = new NutsOptions { Seed = 2, Warmup = 150, Draws = 100 };
        var draws = NutsSampler.Sample(regression, options with { Parallelism = 1 });
        (draws.Dimension, draws.Count, draws.Transitions.Length).ShouldBe((6, 400, 400));
        NutsSampler.Sample(regression, options with { Parallelism = 3 }).Values.SequenceEqual(draws.Values).ShouldBeTrue();
    }

    [Fact]
    public void A_horseshoe_lets_large_weights_be_and_brings_the_others_nearer_to_0_than_a_normal_prior()
    {
        var random = new Random(8);
        double[] truth = [2, -1.5, 0, 0, 0, 0, 0, 0, 0, 0];
        double[][] rows = [.. Enumerable.Range(0, 400).Select(_ => truth.Select(_ => (double)random.Next(-1, 2)).ToArray())];
        double[] outcomes = [.. rows.Select(row => random.NextDouble() < 1 / (1 + Math.Exp(-row.Zip(truth, (x, w) => x * w).Sum())) ? 1.0 : 0)];
        var (horseshoe, normal) = (Fit(new HorseshoePrior(HorseshoePrior.ScaleFor(2, 10, 400))), Fit(new NormalPrior(1)));
        horseshoe.Health.Problems.ShouldBeEmpty();
        foreach (var i in new[] { 0, 1 })
            horseshoe.Parameters[i].Mean.ShouldBe(normal.Parameters[i].Mean, 0.1);
        horseshoe.Parameters.Skip(2).Average(of => of.Sd).ShouldBeLessThan(0.75 * normal.Parameters.Skip(2).Average(of => of.Sd));

        PosteriorSummary Fit(IPrior prior) => PosteriorSummary.Of(
            NutsSampler.Sample(new LogisticRegression(DesignMatrix.FromRows(rows), outcomes, prior), new NutsOptions { Draws = 1000, TargetAcceptance = prior.TargetAcceptance }));
    }

    private static (LogisticRegression Regression, double[] Position) Draw((string Prior, bool HasIntercept, int Rows, int Columns, int Seed) c)
    {
        var random = new Random(c.Seed);
        var rows = Enumerable.Range(0, c.Rows).Select(_ => Enumerable.Range(0, c.Columns).Select(_ => (double)random.Next(-2, 3)).ToArray()).ToArray();
        var regression = new LogisticRegression(
            DesignMatrix.FromRows(rows), [.. rows.Select(_ => (double)random.Next(2))], PriorSpecification.Parse(c.Prior),
            [.. rows.Select((_, i) => i == 0 ? 1.5 : random.Next(4) / 2.0)], c.HasIntercept ? new NormalPrior(2.5) : null);
        // Off the kink at 0, where a difference is no derivative.
        return (regression, [.. Enumerable.Range(0, regression.Dimension).Select(_ => (0.01 + random.NextDouble()) * (2 * random.Next(2) - 1))]);
    }
}
