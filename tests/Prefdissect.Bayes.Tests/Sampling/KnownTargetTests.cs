using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Sampling;

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
    }

    [Fact]
    public void Laplace_by_itself()
    {
        var draws = NutsSampler.Sample(PriorAlone(new LaplacePrior(0.1), 5), new NutsOptions { Seed = 4 });
        for (var i = 0; i < 5; i++)
        {
            ShouldHaveMoments(draws, i, 0, 0.1 * Math.Sqrt(2));
            ShouldHaveMoments(draws.Quantity(x => Math.Abs(x[i])), 0.1);
        }
    }

    [Fact]
    public void Student_t_with_heavy_tails()
    {
        const double nu = 5;
        var draws = NutsSampler.Sample(
            new Target(1, (x, gradient) =>
            {
                gradient[0] = -(nu + 1) * (x[0] - 3) / (nu + (x[0] - 3) * (x[0] - 3));
                return -(nu + 1) / 2 * Math.Log(1 + (x[0] - 3) * (x[0] - 3) / nu);
            }),
            new NutsOptions { Seed = 5, Draws = 5000 });
        ShouldHaveMoments(draws.Parameter(0), 3);
        // The upper quartile of Student's t with five degrees of freedom.
        ShouldHaveMoments(draws.Quantity(x => x[0] - 3 > 0.7266868438 ? 1 : 0), 0.25);
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
        foreach (var transition in shallow.Transitions)
            transition.Leapfrogs.ShouldBe(1);
    }

    internal static ILogDensity PriorAlone(IPrior prior, int dimension) => new Target(dimension, (x, gradient) =>
    {
        gradient.Clear();
        return prior.AddTo(x, gradient);
    });

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
