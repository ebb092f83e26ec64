using System.Diagnostics;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Sampling;

public class MillionRowsTests(ITestOutputHelper output)
{
    private const int Rows = 1_000_000, Weights = 29;

    [Theory]
    [Trait(SlowSuite.Trait, SlowSuite.Slow)]
    [InlineData("laplace:0.1")]
    [InlineData("normal:1")]
    public void A_million_rows_give_a_healthy_posterior_at_the_truth(string text)
    {
        SlowSuite.Require();
        var random = new Random(6);
        double[] truth = [.. Enumerable.Range(0, Weights).Select(i => i < 10 ? 0.2 * (i - 5) : 0)];
        var (features, outcomes) = (new sbyte[Rows * Weights], new double[Rows]);
        for (var row = 0; row < Rows; row++)
        {
            var logOdds = 0.3;
            for (var i = 0; i < Weights; i++)
            {
                features[row * Weights + i] = (sbyte)(random.Next(4) switch { 0 => -1, 1 => 1, _ => 0 });
                logOdds += features[row * Weights + i] * truth[i];
            }
            outcomes[row] = random.NextDouble() < 1 / (1 + Math.Exp(-logOdds)) ? 1 : 0;
        }
        var design = DesignMatrix.FromRowMajor(features, Rows, Weights);
        var prior = PriorSpecification.Parse(text);
        var started = Stopwatch.GetTimestamp();
        var regression = new LogisticRegression(design, outcomes, prior, default, new NormalPrior(2.5));
        var draws = NutsSampler.Sample(regression, new NutsOptions { Warmup = 300, Draws = 400, Seed = 1, Parallelism = 2, TargetAcceptance = prior.TargetAcceptance });
        var summary = PosteriorSummary.Of(draws);
        PublicSurface.ShouldHoldNoNaN(summary);
        output.WriteLine($"{prior}, {Rows} rows: {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s for 4 × (300 + 400), "
            + $"{draws.Transitions.ToArray().Average(transition => transition.Leapfrogs):F0} steps a draw, bulk ESS {summary.Health.MinEssBulk:F0}, tail ESS {summary.Health.MinEssTail:F0}");
        summary.Health.Problems.ShouldBeEmpty();
        foreach (var (posterior, value) in summary.Parameters.Zip([.. truth, 0.3]))
        {
            // Within the prior's pull, which is a small part of the standard error here.
            posterior.Mean.ShouldBe(value, 5 * posterior.Sd, posterior.Name);
            posterior.Sd.ShouldBeLessThan(0.01);
        }
    }
}
