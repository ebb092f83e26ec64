using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Sampling;

public class DenseMetricTests
{
    private static readonly NutsOptions Dense = new() { Metric = MetricShape.Dense, Seed = 21 };

    [Fact]
    public void A_strongly_correlated_normal_has_its_moments_and_distribution()
    {
        var covariance = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.99 * 1e-3 }, { 0.99 * 1e-3, 1e-6 } });
        var draws = NutsSampler.Sample(NormalOf(covariance), Dense);
        ShouldFollow(draws, covariance);
        draws.Quantity(x => (x[0] - 1000 * x[1]) / Math.Sqrt(0.02)).ShouldFollow(x => Normal.CDF(0, 1, x));
        PosteriorSummary.Of(draws).Health.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Twenty_coordinates_of_a_random_covariance_have_their_moments_and_distributions()
    {
        var covariance = RandomCovariance(20, 3);
        var draws = NutsSampler.Sample(NormalOf(covariance), Dense with { Warmup = 1000 });
        ShouldFollow(draws, covariance);
        for (var i = 1; i < 20; i++)
        {
            var product = ParameterSummary.Of("xy", draws.Quantity(x => x[i] * x[i - 1]));
            product.Mean.ShouldBe(covariance[i, i - 1], 4.5 * product.McseMean!.Value);
        }
    }

    [Fact]
    public void The_metric_learns_the_covariance_and_spares_the_long_trajectories_of_a_diagonal_one()
    {
        var covariance = RandomCovariance(20, 3);
        var diagonal = NutsSampler.Sample(NormalOf(covariance), new NutsOptions { Seed = 21, Warmup = 1000 });
        var dense = NutsSampler.Sample(NormalOf(covariance), Dense with { Warmup = 1000 });
        var whitening = covariance.Cholesky().Factor.Inverse();
        foreach (var adaptation in dense.Adaptations)
        {
            adaptation.InverseMetric.Count.ShouldBe(400);
            // In the coordinates in which the truth is the unit matrix, what was learnt from some 500 draws is near it.
            var whitened = whitening * Matrix<double>.Build.DenseOfRowMajor(20, 20, adaptation.InverseMetric) * whitening.Transpose();
            whitened.Evd().EigenValues.ToArray().ShouldAllBe(value => value.Real > 0.4 && value.Real < 2);
        }
        EssPerLeapfrog(dense).ShouldBeGreaterThan(4 * EssPerLeapfrog(diagonal));
    }

    [Fact]
    public void Every_mean_and_sd_under_a_Laplace_prior_agrees_with_Stan()
    {
        var gold = Reference.Rows("stan_gold_n360_4x20000.csv");
        var summary = PosteriorSummary.Of(NutsSampler.Sample(Reference.Regression("360"), Dense));
        summary.Health.Problems.ShouldBeEmpty();
        foreach (var (ours, stan) in summary.Parameters.Zip(gold))
        {
            ours.Mean.ShouldBe(stan.Number("mean"), 4.5 * Math.Sqrt(ours.McseMean!.Value * ours.McseMean.Value + stan.Number("mcse_mean") * stan.Number("mcse_mean")));
            ours.Sd.ShouldBe(stan.Number("sd"), 4.5 * Math.Sqrt(ours.McseSd!.Value * ours.McseSd.Value + stan.Number("mcse_sd") * stan.Number("mcse_sd")));
        }
    }

    [Fact]
    public void Duplicated_features_pay_for_a_dense_metric_under_a_normal_prior()
    {
        var (rows, outcomes) = NutsSamplerTests.SimulatedData(300, 4, 4);
        var density = new LogisticRegression(DesignMatrix.FromRows([.. rows.Select(row => new[] { row[0], row[0], row[1], row[2] })]), outcomes, new NormalPrior(3));
        var dense = NutsSampler.Sample(density, Dense);
        EssPerLeapfrog(dense).ShouldBeGreaterThan(3 * EssPerLeapfrog(NutsSampler.Sample(density, new NutsOptions { Seed = 21 })));
        // The data do not tell the difference of equal columns: it keeps the prior's.
        dense.Quantity(x => (x[0] - x[1]) / Math.Sqrt(18)).ShouldFollow(x => Normal.CDF(0, 1, x));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(21)]
    public void The_factor_and_its_products_are_those_of_a_matrix_library(int dimension)
    {
        var covariance = RandomCovariance(dimension, dimension);
        var factor = new CovarianceFactor(dimension);
        factor.TryReplace(covariance.ToRowMajorArray()).ShouldBeTrue();
        var expected = covariance.Cholesky().Factor;
        for (var i = 0; i < dimension; i++)
            for (var j = 0; j < dimension; j++)
                factor[i, j].ShouldBe(expected[i, j], 1e-12 * expected[i, i]);

        var random = new RandomStream(1, 0);
        double[] vector = PhasePoint.NewVector(dimension), spread = PhasePoint.NewVector(dimension), gathered = PhasePoint.NewVector(dimension);
        for (var i = 0; i < dimension; i++)
            (vector[i], spread[i]) = (random.NextNormal(), 1);
        factor.AddSpread(vector, 0.5, spread);
        factor.Gather(vector, gathered);
        var plain = Vector<double>.Build.DenseOfEnumerable(vector.Take(dimension));
        for (var i = 0; i < dimension; i++)
        {
            spread[i].ShouldBe(1 + 0.5 * (expected * plain)[i], 1e-12);
            gathered[i].ShouldBe((expected.Transpose() * plain)[i], 1e-12);
        }
    }

    [Fact]
    public void What_is_no_covariance_is_refused_and_the_metric_stays()
    {
        var factor = new CovarianceFactor(2);
        factor.TryReplace([4, 2, 2, 9]).ShouldBeTrue();
        foreach (var bad in new double[][] { [1, 1, 1, 1], [1, 2, 2, 1], [0, 0, 0, 1], [1, double.NaN, double.NaN, 1], [double.PositiveInfinity, 0, 0, 1], [1, 0, 0, -1] })
            factor.TryReplace(bad).ShouldBeFalse();
        factor.Covariance.ShouldBe([4, 2, 2, 9]);
        (factor[0, 0], factor[1, 0]).ShouldBe((2, 1));
        factor[1, 1].ShouldBe(Math.Sqrt(8), 1e-15);
    }

    [Fact]
    public void A_window_gives_its_sample_covariance_shrunk_as_in_Stan()
    {
        const int draws = 25;
        var random = new RandomStream(5, 0);
        double[][] positions = [.. Enumerable.Range(0, draws).Select(_ => new[] { random.NextNormal(), 100 + random.NextNormal(), random.NextUniform() })];
        foreach (var position in positions)
            position[2] += position[0];
        var factor = new CovarianceFactor(3);
        var adaptation = new DenseAdaptation(factor);
        foreach (var position in positions)
            adaptation.Add(position);
        adaptation.EndWindow();
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
            {
                double a = positions.Average(position => position[i]), b = positions.Average(position => position[j]);
                var sample = positions.Sum(position => (position[i] - a) * (position[j] - b)) / (draws - 1);
                factor.Covariance[i * 3 + j].ShouldBe(draws / (draws + 5.0) * sample + (i == j ? 1e-3 * 5 / (draws + 5.0) : 0), 1e-12);
            }
        // A window of one position tells no covariance.
        var learnt = factor.Covariance;
        adaptation.Add(positions[0]);
        adaptation.EndWindow();
        factor.Covariance.ShouldBe(learnt);
    }

    [Fact]
    public void A_step_is_the_leapfrog_whose_velocity_is_the_covariance_times_the_momentum()
    {
        var covariance = RandomCovariance(5, 9);
        var density = NutsSamplerTests.Simulated(80, 5, 2);
        var integrator = new DenseLeapfrog(density);
        integrator.Factor.TryReplace(covariance.ToRowMajorArray());
        var metric = new DiagonalMetric(5);
        var point = new PhasePoint(5);
        metric.SampleMomentum(new RandomStream(4, 0), point.Momentum);
        integrator.Evaluate(point);

        var lower = covariance.Cholesky().Factor;
        var x = Vector<double>.Build.Dense(5);
        var p = lower.Transpose().Inverse() * Vector<double>.Build.DenseOfEnumerable(point.Momentum.Take(5));
        metric.KineticEnergy(point.Momentum).ShouldBe(0.5 * (p * (covariance * p)), 1e-12);
        for (var step = 0; step < 10; step++)
        {
            integrator.Step(point, metric, 0.02);
            p += 0.01 * Gradient(x);
            x += 0.02 * (covariance * p);
            p += 0.01 * Gradient(x);
        }
        for (var i = 0; i < 5; i++)
            point.Position[i].ShouldBe(x[i], 1e-12);
        for (var step = 0; step < 10; step++)
            integrator.Step(point, metric, -0.02);
        point.Position.ShouldAllBe(value => Math.Abs(value) < 1e-12);

        Vector<double> Gradient(Vector<double> at)
        {
            var gradient = new double[5];
            density.Evaluate(at.ToArray(), gradient);
            return Vector<double>.Build.DenseOfArray(gradient);
        }
    }

    [Fact]
    public void A_chain_evaluates_its_point_anew_where_the_metric_changes()
    {
        var integrator = new DenseLeapfrog(NormalOf(RandomCovariance(5, 9)));
        var chain = new NutsChain(0, integrator, Dense with { Draws = 1 });
        var (covariance, changes) = (integrator.Factor.Covariance, 0);
        foreach (var point in chain.Walk(new double[5], new TransitionInfo[1], null, CancellationToken.None))
        {
            var before = point.LogDensity;
            integrator.Evaluate(point);
            if (integrator.Factor.Covariance == covariance)
                continue;
            // A gradient is kept in the coordinates of the metric that it was evaluated under: the first point after a change must be the one where the chain stands.
            point.LogDensity.ShouldBe(before);
            (covariance, changes) = (integrator.Factor.Covariance, changes + 1);
        }
        changes.ShouldBe(4);
    }

    [Fact]
    public void No_memory_is_allocated_while_a_chain_walks()
    {
        var integrator = new DenseLeapfrog(NutsSamplerTests.Simulated(360, 29, 5));
        integrator.Factor.TryReplace((0.01 * RandomCovariance(29, 1)).ToRowMajorArray());
        var trajectory = new Trajectory(integrator, 10);
        var (metric, random) = (new DiagonalMetric(29), new RandomStream(1, 0));
        var (current, next) = (new PhasePoint(29), new PhasePoint(29));
        integrator.Evaluate(current);
        var before = 0L;
        for (var i = 0; i < 250; i++)
        {
            if (i == 200)
                before = GC.GetAllocatedBytesForCurrentThread();
            trajectory.Advance(current, next, metric, 0.05, random);
            (current, next) = (next, current);
        }
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_whatever_the_number_of_threads()
    {
        var density = NutsSamplerTests.Simulated(200, 6, 1);
        var brief = Dense with { Warmup = 150, Draws = 100 };
        var alone = NutsSampler.Sample(density, brief with { Parallelism = 1 });
        NutsSampler.Sample(density, brief with { Parallelism = 4 }).Values.SequenceEqual(alone.Values).ShouldBeTrue();
        NutsSampler.Sample(() => NutsSamplerTests.Simulated(200, 6, 1), brief).Values.SequenceEqual(alone.Values).ShouldBeTrue();
    }

    [Fact]
    public void A_given_covariance_is_kept_and_one_that_is_none_is_refused()
    {
        var density = NormalOf(RandomCovariance(4, 2));
        var learnt = NutsSampler.Sample(density, Dense).Adaptations[0].InverseMetric;
        var again = NutsSampler.Sample(density, Dense with { InverseMetric = learnt, Warmup = 60, Seed = 22 });
        foreach (var adaptation in again.Adaptations)
            adaptation.InverseMetric.ShouldBe(learnt);
        ShouldFollow(again, RandomCovariance(4, 2));

        var brief = Dense with { Warmup = 10, Draws = 10 };
        var two = NutsSamplerTests.Simulated(10, 2, 1);
        string Refusal(params double[] metric) => Should.Throw<ArgumentException>(() => NutsSampler.Sample(two, brief with { InverseMetric = metric })).Message;
        Refusal(1, 1).ShouldContain("2 numbers for 2 coordinates; a dense one needs 4");
        Refusal(1, 0, 0, double.NaN).ShouldContain("coordinate 1 is NaN");
        Refusal(1, 0.5, 0.4, 1).ShouldContain("not symmetric");
        Refusal(1, double.NaN, double.NaN, 1).ShouldContain("not symmetric");
        Refusal(1, 1, 1, 1).ShouldContain("not positive definite: coordinate 1");
        Should.Throw<ArgumentOutOfRangeException>(() => NutsSampler.Sample(two, brief with { Metric = (MetricShape)7 })).Message.ShouldContain("Diagonal, Dense");
    }

    internal static ILogDensity NormalOf(Matrix<double> covariance)
    {
        var precision = covariance.Inverse().ToRowMajorArray();
        var dimension = covariance.RowCount;
        return new Target(dimension, (x, gradient) =>
        {
            var sum = 0.0;
            for (var i = 0; i < dimension; i++)
            {
                gradient[i] = 0;
                for (var j = 0; j < dimension; j++)
                    gradient[i] -= precision[i * dimension + j] * x[j];
                sum += 0.5 * x[i] * gradient[i];
            }
            return sum;
        });
    }

    private static void ShouldFollow(PosteriorDraws draws, Matrix<double> covariance)
    {
        for (var i = 0; i < draws.Dimension; i++)
        {
            var sd = Math.Sqrt(covariance[i, i]);
            var summary = ParameterSummary.Of("x", draws.Parameter(i));
            summary.Mean.ShouldBe(0, 4.5 * summary.McseMean!.Value);
            summary.Sd.ShouldBe(sd, 4.5 * summary.McseSd!.Value);
            draws.Parameter(i).ShouldFollow(x => Normal.CDF(0, sd, x));
        }
    }

    private static double EssPerLeapfrog(PosteriorDraws draws) =>
        PosteriorSummary.Of(draws).Health.MinEssBulk!.Value / draws.Transitions.ToArray().Sum(transition => (double)transition.Leapfrogs);

    /// <summary>Eigenvalues from 0.01 to 10 in random directions.</summary>
    private static Matrix<double> RandomCovariance(int dimension, int seed)
    {
        var random = new RandomStream((ulong)seed, 0);
        var directions = Matrix<double>.Build.Dense(dimension, dimension, (_, _) => random.NextNormal()).QR().Q;
        var spread = Matrix<double>.Build.Diagonal(dimension, dimension, i => 0.01 * Math.Pow(1000, (i + 0.5) / dimension));
        var covariance = directions * spread * directions.Transpose();
        return 0.5 * (covariance + covariance.Transpose());
    }
}
