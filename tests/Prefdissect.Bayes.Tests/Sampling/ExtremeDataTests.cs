using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Sampling;

public class ExtremeDataTests
{
    private static readonly NutsOptions Options = new() { Seed = 9, Draws = 1000 };

    [Fact]
    public void Perfect_separation_stays_finite_because_the_prior_is_proper()
    {
        double[][] rows = [.. Enumerable.Range(0, 40).Select(i => new[] { i < 20 ? -1.0 : 1.0 })];
        double[] outcomes = [.. Enumerable.Range(0, 40).Select(i => i < 20 ? 0.0 : 1.0)];
        var weight = Fit(rows, outcomes, new NormalPrior(1)).Parameters[0];
        weight.Mean.ShouldBe(ByQuadrature(w => 40 * -Math.Log(1 + Math.Exp(-w)) - w * w / 2), 4.5 * weight.McseMean!.Value);
        weight.ProbabilityPositive.ShouldBe(1);
    }

    [Fact]
    public void One_row_barely_moves_the_prior()
    {
        var weight = Fit([[1]], [1], new LaplacePrior(0.1)).Parameters[0];
        weight.Mean.ShouldBe(ByQuadrature(w => -Math.Log(1 + Math.Exp(-w)) - 10 * Math.Abs(w)), 4.5 * weight.McseMean!.Value);
        weight.Sd.ShouldBe(0.1414, 0.01);
    }

    [Fact]
    public void A_feature_that_does_not_vary_from_zero_keeps_its_prior()
    {
        var (rows, outcomes) = NutsSamplerTests.SimulatedData(100, 2, 3);
        var summary = Fit([.. rows.Select(row => new[] { row[0], 0, row[1] })], outcomes, new LaplacePrior(0.1));
        summary.Parameters[1].Mean.ShouldBe(0, 4.5 * summary.Parameters[1].McseMean!.Value);
        summary.Parameters[1].Sd.ShouldBe(0.1 * Math.Sqrt(2), 4.5 * summary.Parameters[1].McseSd!.Value);
    }

    [Fact]
    public void Duplicated_features_share_their_effect()
    {
        var (rows, outcomes) = NutsSamplerTests.SimulatedData(300, 3, 4);
        var summary = Fit([.. rows.Select(row => new[] { row[0], row[0], row[2] })], outcomes, new LaplacePrior(0.1));
        var (a, b) = (summary.Parameters[0], summary.Parameters[1]);
        a.Mean.ShouldBe(b.Mean, 4.5 * (a.McseMean!.Value + b.McseMean!.Value));
    }

    [Fact]
    public void All_outcomes_alike_give_a_finite_answer()
    {
        var (rows, _) = NutsSamplerTests.SimulatedData(200, 4, 5);
        Fit(rows, [.. rows.Select(_ => 1.0)], new LaplacePrior(0.1));
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(1e-6)]
    public void Features_of_extreme_size_give_a_finite_answer_with_health_told(double size)
    {
        var (rows, outcomes) = NutsSamplerTests.SimulatedData(60, 3, 6);
        var summary = Fit([.. rows.Select(row => new[] { row[0] * size, row[1], row[2] })], outcomes, new LaplacePrior(0.1));
        summary.Parameters[0].Sd.ShouldBeGreaterThan(0);
        if (size > 1)
            summary.Parameters[0].Sd.ShouldBeLessThan(1e-5);
    }

    private static PosteriorSummary Fit(double[][] rows, double[] outcomes, IPrior prior)
    {
        var draws = NutsSampler.Sample(new LogisticRegression(DesignMatrix.FromRows(rows), outcomes, prior), Options);
        var summary = PosteriorSummary.Of(draws);
        PublicSurface.ShouldHoldNoNaN(summary);
        summary.Health.Problems.ShouldBeEmpty();
        return summary;
    }

    private static double ByQuadrature(Func<double, double> logDensity)
    {
        double mass = 0, moment = 0;
        for (var w = -20.0; w <= 20; w += 1e-4)
        {
            var density = Math.Exp(logDensity(w));
            mass += density;
            moment += w * density;
        }
        return moment / mass;
    }
}
