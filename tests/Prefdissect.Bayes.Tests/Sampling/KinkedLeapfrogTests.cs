using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Sampling;

public class KinkedLeapfrogTests
{
    [Fact]
    public void The_sampler_follows_the_kink_of_a_Laplace_prior_with_long_steps()
    {
        var density = NutsSamplerTests.Simulated(360, 29, 5);
        var split = NutsSampler.Sample(density, new NutsOptions { Seed = 3 });
        var plain = NutsSampler.Sample(new Target(29, density.Evaluate), new NutsOptions { Seed = 3 });
        split.Transitions.ToArray().Average(transition => transition.Leapfrogs).ShouldBeLessThan(9);
        plain.Transitions.ToArray().Average(transition => transition.Leapfrogs).ShouldBeGreaterThan(15);
        foreach (var (one, other) in PosteriorSummary.Of(split).Parameters.Zip(PosteriorSummary.Of(plain).Parameters))
        {
            one.Mean.ShouldBe(other.Mean, 4.5 * Math.Sqrt(one.McseMean!.Value * one.McseMean.Value + other.McseMean!.Value * other.McseMean.Value));
            one.Sd.ShouldBe(other.Sd, 4.5 * Math.Sqrt(one.McseSd!.Value * one.McseSd.Value + other.McseSd!.Value * other.McseSd.Value));
        }
    }

    [Fact]
    public void Steps_forward_and_back_return_to_the_start_across_the_kinks()
    {
        var integrator = new KinkedLeapfrog(NutsSamplerTests.Simulated(200, 11, 6));
        var metric = new DiagonalMetric(11);
        integrator.BeginMetric(metric);
        var point = new PhasePoint(11);
        metric.SampleMomentum(new RandomStream(3, 1), point.Momentum);
        integrator.Evaluate(point);
        var start = new PhasePoint(11);
        start.CopyFrom(point);
        for (var i = 0; i < 40; i++)
            integrator.Step(point, metric, 0.3);
        Math.Abs(point.Position[0] - start.Position[0]).ShouldBeGreaterThan(1e-3);
        for (var i = 0; i < 40; i++)
            integrator.Step(point, metric, -0.3);
        for (var i = 0; i < 11; i++)
        {
            point.Position[i].ShouldBe(start.Position[i], 1e-9);
            point.Momentum[i].ShouldBe(start.Momentum[i], 1e-8);
        }
    }

    [Fact]
    public void The_energy_error_falls_with_the_square_of_the_step()
    {
        var integrator = new KinkedLeapfrog(NutsSamplerTests.Simulated(360, 29, 5));
        var metric = new DiagonalMetric(29);
        integrator.BeginMetric(metric);
        double[] errors = [.. new[] { 0.4, 0.2, 0.1, 0.05 }.Select(size => Error(size))];
        errors[0].ShouldBeLessThan(3);
        for (var i = 1; i < errors.Length; i++)
            errors[i].ShouldBeLessThan(errors[i - 1] / 2.5);

        double Error(double size)
        {
            var random = new RandomStream(8, 0);
            var point = new PhasePoint(29);
            var sum = 0.0;
            for (var repeat = 0; repeat < 50; repeat++)
            {
                for (var i = 0; i < 29; i++)
                    point.Position[i] = 0.1 * random.NextNormal();
                metric.SampleMomentum(random, point.Momentum);
                integrator.Evaluate(point);
                var before = metric.KineticEnergy(point.Momentum) - point.LogDensity;
                for (var step = 0; step < 2 / size; step++)
                    integrator.Step(point, metric, size);
                sum += Math.Abs(metric.KineticEnergy(point.Momentum) - point.LogDensity - before);
            }
            return sum / 50;
        }
    }

    [Fact]
    public void Without_kinks_a_step_is_the_plain_leapfrog()
    {
        var (rows, outcomes) = NutsSamplerTests.SimulatedData(100, 5, 2);
        var density = new LogisticRegression(DesignMatrix.FromRows(rows), outcomes, new NormalPrior(0.5));
        var metric = new DiagonalMetric(5);
        PhasePoint one = new(5), other = new(5);
        metric.SampleMomentum(new RandomStream(1, 1), one.Momentum);
        var (split, plain) = (new KinkedLeapfrog(new WithoutKinks(density)), new Leapfrog(density));
        split.Evaluate(one);
        other.CopyFrom(one);
        foreach (var size in new[] { 0.05, 0.02, -0.03 })
        {
            split.Step(one, metric, size);
            plain.Step(other, metric, size);
        }
        for (var i = 0; i < 5; i++)
            one.Position[i].ShouldBe(other.Position[i], 1e-13);
        one.LogDensity.ShouldBe(other.LogDensity, 1e-12);
    }

    [Fact]
    public void Full_density_and_smooth_part_differ_by_the_kinks()
    {
        var density = NutsSamplerTests.Simulated(100, 4, 1);
        double[] at = [0.3, -0.2, 0.05, -1], full = new double[4], smooth = new double[4];
        var difference = density.EvaluateSmooth(at, smooth) - density.Evaluate(at, full);
        difference.ShouldBe(10 * at.Sum(Math.Abs), 1e-12);
        for (var i = 0; i < 4; i++)
            (smooth[i] - full[i]).ShouldBe(10 * Math.Sign(at[i]), 1e-12);
    }

    [Fact]
    public void Kinks_alone_are_sampled_though_no_step_is_too_long()
    {
        var density = new LogisticRegression(DesignMatrix.FromRows([[0, 0], [0, 0]]), [1, 0], new LaplacePrior(0.1));
        var draws = NutsSampler.Sample(density, new NutsOptions { Seed = 4 });
        for (var i = 0; i < 2; i++)
        {
            var summary = ParameterSummary.Of("x", draws.Parameter(i));
            summary.Mean.ShouldBe(0, 4.5 * summary.McseMean!.Value);
            summary.Sd.ShouldBe(0.1 * Math.Sqrt(2), 4.5 * summary.McseSd!.Value);
            var size = ParameterSummary.Of("|x|", draws.Quantity(x => Math.Abs(x[i])));
            size.Mean.ShouldBe(0.1, 4.5 * size.McseMean!.Value);
        }
    }

    [Fact]
    public void A_rate_that_is_none_is_refused_and_a_flat_direction_is_still_found()
    {
        foreach (var rate in new[] { -1, double.NaN, double.PositiveInfinity })
            Should.Throw<ArgumentException>(() => NutsSampler.Sample(new Kinks([1, rate]))).Message.ShouldContain("coordinate 1");
        Should.Throw<InvalidOperationException>(() => NutsSampler.Sample(new Kinks([1, 0]))).Message.ShouldContain("flat");
    }

    private sealed class Kinks(double[] rates) : IKinkedDensity
    {
        public int Dimension => rates.Length;

        public void CopyKinkRates(Span<double> target) => rates.CopyTo(target);

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient) => throw new NotSupportedException();

        public double EvaluateSmooth(ReadOnlySpan<double> position, Span<double> gradient)
        {
            gradient.Clear();
            return 0;
        }
    }

    /// <summary>A smooth density given as a kinked one.</summary>
    private sealed class WithoutKinks(ILogDensity density) : IKinkedDensity
    {
        public int Dimension => density.Dimension;

        public void CopyKinkRates(Span<double> target) => target.Clear();

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient) => density.Evaluate(position, gradient);

        public double EvaluateSmooth(ReadOnlySpan<double> position, Span<double> gradient) => density.Evaluate(position, gradient);
    }
}
