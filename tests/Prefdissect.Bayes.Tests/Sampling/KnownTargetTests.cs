using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Sampling;

/// <summary>The sampler on distributions that are known in closed form: moments within 4.5 standard errors, and the whole distribution.</summary>
public class KnownTargetTests
{
    [Fact]
    public void Correlated_normal_of_very_different_scales()
    {
        const double rho = 0.9;
        double[] scales = [1, 1e-4];
        var draws = NutsSampler.Sample(new Target(2, (x, gradient) =>
        {
            double a = x[0] / scales[0], b = x[1] / scales[1];
            gradient[0] = -(a - rho * b) / (1 - rho * rho) / scales[0];
            gradient[1] = -(b - rho * a) / (1 - rho * rho) / scales[1];
            return -(a * a - 2 * rho * a * b + b * b) / (2 * (1 - rho * rho));
        }), new NutsOptions { Seed = 3, Warmup = 1000 });

        ShouldHaveMoments(draws, 0, 0, 1);
        ShouldHaveMoments(draws, 1, 0, 1e-4);
        ShouldHaveMoments(draws.Quantity(x => x[0] * x[1] / 1e-4), rho);
        draws.Parameter(0).ShouldFollow(Normal);
        draws.Quantity(x => x[1] / 1e-4).ShouldFollow(Normal);
        draws.Quantity(x => (x[0] - x[1] / 1e-4) / Math.Sqrt(2 - 2 * rho)).ShouldFollow(Normal);
    }

    [Theory]
    [InlineData(MetricShape.Diagonal)]
    [InlineData(MetricShape.Dense)]
    public void Laplace_by_itself(MetricShape metric)
    {
        var draws = NutsSampler.Sample(PriorAlone(new LaplacePrior(0.1), 5), new NutsOptions { Seed = 4, Metric = metric });
        ShouldBeLaplace(draws, 5);
    }

    [Fact]
    public void Laplace_by_its_kink_alone()
    {
        // Rows without a feature and with opposite votes say nothing, so the posterior is the prior; the sampler follows its kink exactly.
        var density = new LogisticRegression(DesignMatrix.FromRows([[0, 0, 0], [0, 0, 0]]), [1, 0], new LaplacePrior(0.1));
        ShouldBeLaplace(NutsSampler.Sample(density, new NutsOptions { Seed = 4 }), 3);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(2.5)]
    public void Student_t_with_heavy_tails(double nu)
    {
        var draws = NutsSampler.Sample(
            new Target(1, (x, gradient) =>
            {
                gradient[0] = -(nu + 1) * (x[0] - 3) / (nu + (x[0] - 3) * (x[0] - 3));
                return -(nu + 1) / 2 * Math.Log(1 + (x[0] - 3) * (x[0] - 3) / nu);
            }),
            new NutsOptions { Seed = 5, Draws = 5000 });
        ShouldHaveMoments(draws.Parameter(0), 3);
        var quartile = StudentT.InvCDF(0, 1, nu, 0.75);
        ShouldHaveMoments(draws.Quantity(x => x[0] - 3 > quartile ? 1 : 0), 0.25);
        // E|t| = 2 √ν Γ((ν+1)/2) / (√π Γ(ν/2) (ν − 1)).
        ShouldHaveMoments(draws.Quantity(x => Math.Abs(x[0] - 3)),
            2 * Math.Sqrt(nu / Math.PI) * Math.Exp(SpecialFunctions.GammaLn((nu + 1) / 2) - SpecialFunctions.GammaLn(nu / 2)) / (nu - 1));
        draws.Parameter(0).ShouldFollow(x => StudentT.CDF(3, 1, nu, x));
    }

    [Theory]
    [InlineData(MetricShape.Diagonal)]
    [InlineData(MetricShape.Dense)]
    public void Banana(MetricShape metric)
    {
        // x ~ Normal(0, 2), y | x ~ Normal(x²/4, 1).
        var draws = NutsSampler.Sample(
            new Target(2, (x, gradient) =>
            {
                var residual = x[1] - x[0] * x[0] / 4;
                gradient[0] = -x[0] / 4 + residual * x[0] / 2;
                gradient[1] = -residual;
                return -x[0] * x[0] / 8 - residual * residual / 2;
            }),
            new NutsOptions { Seed = 6, Draws = 10_000, TargetAcceptance = 0.95, Metric = metric });
        ShouldHaveMoments(draws, 0, 0, 2);
        ShouldHaveMoments(draws, 1, 1, Math.Sqrt(3));
        ShouldHaveMoments(draws.Quantity(x => x[0] * x[0] * x[1]), 12);
        draws.Quantity(x => x[0] / 2).ShouldFollow(Normal);
        draws.Quantity(x => x[1] - x[0] * x[0] / 4).ShouldFollow(Normal);
        draws.Parameter(1).ShouldFollow(y => Mean(z => Normal(y - z * z)));
        PosteriorSummary.Of(draws).Health.Divergences.ShouldBe(0);
    }

    [Fact]
    public void Funnel_in_coordinates_that_are_not_centred()
    {
        // v ~ Normal(0, 3), x | v ~ Normal(0, exp(v/2)), given by v = 3a and x = exp(v/2)·b with a and b independent.
        var draws = NutsSampler.Sample(PriorAlone(new NormalPrior(1), 10), new NutsOptions { Seed = 7 });
        ShouldHaveMoments(draws.Quantity(x => 3 * x[0]), 0);
        draws.Quantity(x => 3 * x[0]).ShouldFollow(v => Normal(v / 3));
        for (var i = 1; i < 10; i++)
        {
            ShouldHaveMoments(draws, i, 0, 1);
            draws.Quantity(x => Math.Exp(1.5 * x[0]) * x[i]).ShouldFollow(x => Mean(a => Normal(x * Math.Exp(-1.5 * a))));
        }
        PosteriorSummary.Of(draws).Health.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(MetricShape.Diagonal)]
    [InlineData(MetricShape.Dense)]
    public void Centred_funnel_is_missed_in_its_neck_and_says_so(MetricShape metric)
    {
        var draws = NutsSampler.Sample(
            new Target(10, (x, gradient) =>
            {
                var (squares, precision) = (0.0, Math.Exp(-x[0]));
                for (var i = 1; i < 10; i++)
                {
                    squares += x[i] * x[i];
                    gradient[i] = -x[i] * precision;
                }
                gradient[0] = -x[0] / 9 - 4.5 + squares * precision / 2;
                return -x[0] * x[0] / 18 - 4.5 * x[0] - squares * precision / 2;
            }),
            new NutsOptions { Seed = 8, Metric = metric });
        var health = PosteriorSummary.Of(draws, ["v", .. Enumerable.Range(1, 9).Select(i => $"x{i}")]).Health;
        health.Divergences!.Value.ShouldBeGreaterThan(0);
        health.Problems.ShouldContain(problem => problem.Contains("diverged"));
        health.Problems.ShouldContain(problem => problem.Contains("ESS"));
        // What is said is so: of the lowest twentieth of the true distribution of v less than half is found.
        draws.Parameter(0).Values.ToArray().Count(v => v < -1.6449 * 3).ShouldBeLessThan(draws.Count / 40);
    }

    [Fact]
    public void A_wrong_distribution_would_be_seen()
    {
        var draws = NutsSampler.Sample(PriorAlone(new NormalPrior(1), 1), new NutsOptions { Seed = 9, Draws = 20_000 }).Parameter(0);
        draws.ShouldFollow(Normal);
        var thinned = KolmogorovSmirnov.Thinned(draws);
        Func<double, double>[] wrongs = [x => Normal(x / 1.1), x => Normal(x - 0.1), x => StudentT.CDF(0, 1, 3, x), x => Laplace(x * Math.Sqrt(2))];
        foreach (var wrong in wrongs)
            KolmogorovSmirnov.PValue(thinned, wrong).ShouldBeLessThan(KolmogorovSmirnov.ErrorRate);
        // The published 1 % point for 100 draws, 1.627624 / (√n + 0.12 + 0.11/√n): ten draws are enough for the correction.
        double[] even = [.. Enumerable.Range(0, 100).Select(i => (i + 0.5) / 100)];
        KolmogorovSmirnov.PValue(even, x => Math.Clamp(x + 1.627624 / 10.131 - 0.005, 0, 1)).ShouldBe(0.01, 1e-5);
    }

    [Fact]
    public void Gamma_on_the_log_scale_is_skewed()
    {
        const double shape = 2;
        var draws = NutsSampler.Sample(
            new Target(1, (x, gradient) =>
            {
                gradient[0] = shape - Math.Exp(x[0]);
                return shape * x[0] - Math.Exp(x[0]);
            }),
            new NutsOptions { Seed = 6 });
        ShouldHaveMoments(draws.Quantity(x => Math.Exp(x[0])), shape);
        ShouldHaveMoments(draws.Parameter(0), 1 - 0.5772156649);
        draws.Quantity(x => Math.Exp(x[0])).ShouldFollow(x => MathNet.Numerics.Distributions.Gamma.CDF(shape, 1, x));
    }

    [Fact]
    public void A_bounded_support_given_by_negative_infinity()
    {
        var draws = NutsSampler.Sample(
            new Target(1, (x, gradient) =>
            {
                gradient[0] = -1;
                return x[0] > 0 ? -x[0] : double.NegativeInfinity;
            }),
            new NutsOptions { Seed = 7, Draws = 4000 });
        draws.Values.ToArray().ShouldAllBe(value => value > 0);
        draws.Parameter(0).Values.ToArray().Average().ShouldBe(1, 0.15);
        PosteriorSummary.Of(draws).Health.Divergences!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_hundred_independent_normals_at_shallow_and_deep_trees()
    {
        var draws = NutsSampler.Sample(PriorAlone(new NormalPrior(2), 100), new NutsOptions { Seed = 8, Draws = 1000 });
        ShouldHaveMoments(draws.Quantity(x =>
        {
            var sum = 0.0;
            foreach (var value in x)
                sum += value * value;
            return sum;
        }), 400);
        var shallow = NutsSampler.Sample(PriorAlone(new NormalPrior(2), 3), new NutsOptions { Seed = 8, MaxTreeDepth = 1 });
        ShouldHaveMoments(shallow.Quantity(x => x[0] * x[0]), 4);
        shallow.Quantity(x => x[1] / 2).ShouldFollow(Normal);
        foreach (var transition in shallow.Transitions)
            transition.Leapfrogs.ShouldBe(1);
    }

    internal static ILogDensity PriorAlone(IPrior prior, int dimension) => new Target(dimension, (x, gradient) =>
    {
        gradient.Clear();
        return prior.AddTo(x, gradient);
    });

    private static void ShouldBeLaplace(PosteriorDraws draws, int dimension)
    {
        for (var i = 0; i < dimension; i++)
        {
            ShouldHaveMoments(draws, i, 0, 0.1 * Math.Sqrt(2));
            ShouldHaveMoments(draws.Quantity(x => Math.Abs(x[i])), 0.1);
            draws.Quantity(x => x[i] / 0.1).ShouldFollow(Laplace);
        }
    }

    private static double Normal(double x) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, x);

    private static double Laplace(double x) => x < 0 ? 0.5 * Math.Exp(x) : 1 - 0.5 * Math.Exp(-x);

    /// <summary>The mean of a function of a standard normal, by the trapezoidal rule.</summary>
    private static double Mean(Func<double, double> function)
    {
        const double step = 0.05;
        var sum = 0.0;
        for (var i = -160; i <= 160; i++)
            sum += function(i * step) * Math.Exp(-0.5 * i * step * i * step);
        return sum * step / Math.Sqrt(2 * Math.PI);
    }

    private static void ShouldHaveMoments(PosteriorDraws draws, int coordinate, double mean, double sd)
    {
        var summary = ParameterSummary.Of("x", draws.Parameter(coordinate));
        summary.Mean.ShouldBe(mean, 4.5 * summary.McseMean!.Value);
        summary.Sd.ShouldBe(sd, 4.5 * summary.McseSd!.Value);
        summary.McseSd!.Value.ShouldBeLessThan(0.05 * sd);
    }

    private static void ShouldHaveMoments(ScalarDraws draws, double mean)
    {
        var summary = ParameterSummary.Of("x", draws);
        summary.Mean.ShouldBe(mean, 4.5 * summary.McseMean!.Value);
        summary.McseMean!.Value.ShouldBeLessThan(0.05 * summary.Sd);
    }
}
