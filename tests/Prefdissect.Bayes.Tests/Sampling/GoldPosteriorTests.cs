using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Sampling;

public class GoldPosteriorTests
{
    [Theory]
    [InlineData("360")]
    [InlineData("740")]
    public void Every_mean_and_sd_agrees_with_Stan_within_Monte_Carlo_error(string size)
    {
        var gold = Reference.Rows($"stan_gold_n{size}_4x20000.csv");
        var summary = PosteriorSummary.Of(NutsSampler.Sample(Reference.Regression(size), new NutsOptions { Seed = 20 }));

        summary.Health.Problems.ShouldBeEmpty();
        var meanScores = summary.Parameters.Zip(gold, (ours, stan) =>
            (ours.Mean - stan.Number("mean")) / Math.Sqrt(Square(ours.McseMean!.Value) + Square(stan.Number("mcse_mean")))).ToArray();
        var sdScores = summary.Parameters.Zip(gold, (ours, stan) =>
            (ours.Sd - stan.Number("sd")) / Math.Sqrt(Square(ours.McseSd!.Value) + Square(stan.Number("mcse_sd")))).ToArray();

        meanScores.Length.ShouldBe(29);
        meanScores.Max(Math.Abs).ShouldBeLessThan(4.5);
        sdScores.Max(Math.Abs).ShouldBeLessThan(4.5);
        // Were the errors overstated, the scores would be small whatever the draws: together they must look like standard normal ones.
        RootMeanSquare(meanScores).ShouldBeInRange(0.6, 1.5);
        RootMeanSquare(sdScores).ShouldBeInRange(0.6, 1.5);
    }

    [Fact]
    public void Quantiles_agree_with_Stan()
    {
        var gold = Reference.Rows("stan_gold_n360_4x20000.csv");
        var summary = PosteriorSummary.Of(NutsSampler.Sample(Reference.Regression("360")));
        foreach (var (ours, stan) in summary.Parameters.Zip(gold))
        {
            ours.Median.ShouldBe(stan.Number("median"), 0.1 * ours.Sd);
            ours.Q05.ShouldBe(stan.Number("q5"), 0.15 * ours.Sd);
            ours.Q95.ShouldBe(stan.Number("q95"), 0.15 * ours.Sd);
        }
    }

    private static double Square(double value) => value * value;

    private static double RootMeanSquare(double[] values) => Math.Sqrt(values.Average(Square));
}
