using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Summaries;

public class InfluentialRowsTests
{
    [Fact]
    public void One_row_against_many_of_its_kind_has_the_largest_shape_of_all_rows()
    {
        var (design, outcomes) = Table(400);
        // Nobody else has the second feature: its weight hangs on this row alone.
        design[0] = [3, 40];
        outcomes[0] = 0;
        design[1] = [-3, 40];
        outcomes[1] = 1;
        var draws = Draws(design, outcomes);
        var influential = InfluentialRows.Of(DesignMatrix.FromRows(design), outcomes, draws);
        influential.Observations.Count.ShouldBe(InfluentialRows.Most);
        influential.LargestShape!.Value.ShouldBe(All(design, outcomes, draws).LargestShape!.Value, 1e-12);
    }

    [Fact]
    public void Of_ordinary_rows_none_matters()
    {
        var (design, outcomes) = Table(400);
        var draws = Draws(design, outcomes);
        var leftOut = InfluentialRows.Of(DesignMatrix.FromRows(design), outcomes, draws);
        leftOut.LargestShape!.Value.ShouldBeLessThan(0.5);
        var health = PosteriorSummary.Of(draws).Health;
        health.With(leftOut).ShouldSatisfyAllConditions(with => with.MaxShape.ShouldBe(leftOut.LargestShape), with => with.Problems.ShouldBe(health.Problems));
    }

    [Fact]
    public void A_vote_that_a_weight_hangs_on_makes_the_fit_unhealthy()
    {
        // A column with one row under a wide prior: with the row the weight is far out, without it anywhere.
        var (design, outcomes) = Table(100);
        foreach (var row in design) row[1] = 0;
        design[0] = [0, 1];
        outcomes[0] = 1;
        design[1] = [-6, 0];
        outcomes[1] = 1;
        var draws = Draws(design, outcomes, new NormalPrior(30));
        var health = PosteriorSummary.Of(draws).Health.With(InfluentialRows.Of(DesignMatrix.FromRows(design), outcomes, draws));
        health.MaxShape!.Value.ShouldBeGreaterThan(0.7);
        health.Problems.ShouldContain(problem => problem.Contains("k-hat"));
    }

    private static LeaveOneOut All(double[][] design, double[] outcomes, PosteriorDraws draws) => LeaveOneOut.Of(design.Length, Math.Min(2000, draws.Count), (row, values) =>
    {
        for (var i = 0; i < values.Length; i++)
        {
            var weights = draws.Values.Slice((int)((long)i * draws.Count / values.Length) * 2, 2);
            var logOdds = (2 * outcomes[row] - 1) * (design[row][0] * weights[0] + design[row][1] * weights[1]);
            values[i] = -Math.Log(1 + Math.Exp(-logOdds));
        }
    });

    private static PosteriorDraws Draws(double[][] design, double[] outcomes, IPrior? prior = null) => NutsSampler.Sample(
        new LogisticRegression(DesignMatrix.FromRows(design), outcomes, prior ?? new NormalPrior(1)), new NutsOptions { Draws = 1000, Seed = 3 }, cancellation: TestContext.Current.CancellationToken);

    private static (double[][] Design, double[] Outcomes) Table(int rows)
    {
        var random = new RandomStream(9, 0);
        double[][] design = [.. Enumerable.Range(0, rows).Select(_ => new[] { random.NextNormal(), random.NextNormal() })];
        return (design, [.. design.Select(row => random.NextUniform() < 1 / (1 + Math.Exp(-row[0])) ? 1.0 : 0.0)]);
    }
}
