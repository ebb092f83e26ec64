using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Calibration;

/// <summary>
/// How often credible intervals of 29 weights hold the truth when the truth is drawn from the prior: as often as they say, whatever the prior and the number of rows.
/// Features of −1, 0 and 1, half of them 0; a fit takes the usual 4 × (500 + 2,000) draws.
/// </summary>
public class CoverageTests(ITestOutputHelper output)
{
    private const int Weights = 29;

    /// <summary>
    /// Standard errors that a coverage may be off by; once in a hundred runs of the slow suite one is by chance. They are taken between fits where that is more than the
    /// binomial one: weights that share the scale of a horseshoe are held or missed together.
    /// </summary>
    private const double Farthest = 4;

    private static readonly (double Level, Func<ParameterSummary, (double Low, double High)> Interval)[] Intervals =
        [(0.5, of => (of.Q25, of.Q75)), (0.9, of => (of.Q05, of.Q95)), (0.95, of => (of.Q025, of.Q975))];

    [Fact]
    public void Intervals_hold_weights_drawn_from_the_prior_as_often_as_they_say() => ShouldCover("laplace:0.1", 400, 40);

    [Theory]
    [Trait(SlowSuite.Trait, SlowSuite.Slow)]
    [InlineData("horseshoe:0.02", 50)]
    [InlineData("laplace:0.1", 200)]
    [InlineData("normal:0.2", 200)]
    public void Intervals_hold_weights_drawn_from_any_prior_as_often_as_they_say_at_every_size_of_group(string prior, int replications)
    {
        SlowSuite.Require();
        output.WriteLine("| prior | rows | fits | 50 % | 90 % | 95 % | fits with a warning |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var rows in new[] { 121, 400, 820, 1418 })
            ShouldCover(prior, rows, replications);
    }

    private void ShouldCover(string prior, int rows, int replications)
    {
        var covered = Intervals.Select(_ => new double[replications]).ToArray();
        var warned = 0;
        Parallel.For(0, replications, new ParallelOptions { MaxDegreeOfParallelism = 2 }, replication =>
        {
            var (truth, summary) = Fit(prior, rows, Scattered.Random($"{prior}, {rows} rows", replication));
            if (!summary.Health.IsHealthy) Interlocked.Increment(ref warned);
            for (var i = 0; i < Intervals.Length; i++)
                covered[i][replication] = truth.Zip(summary.Parameters.Select(Intervals[i].Interval)).Average(pair => pair.First >= pair.Second.Low && pair.First <= pair.Second.High ? 1.0 : 0);
        });
        double[] shares = [.. covered.Select(ofFits => ofFits.Average())];
        output.WriteLine($"| `{prior}` | {rows} | {replications} | {string.Join(" | ", shares.Select(share => $"{100 * share:F1}"))} | {warned} |");
        for (var i = 0; i < shares.Length; i++)
        {
            var level = Intervals[i].Level;
            var betweenFits = Math.Sqrt(covered[i].Sum(share => (share - level) * (share - level)) / replications / replications);
            shares[i].ShouldBe(level, Farthest * Math.Max(betweenFits, Math.Sqrt(level * (1 - level) / (replications * Weights))), $"{prior}, {rows} rows, {level:P0}");
        }
    }

    private static (double[] Truth, PosteriorSummary Summary) Fit(string prior, int rows, Random random)
    {
        var truth = PriorDraw.Weights(prior, Weights, random);
        var features = new sbyte[rows * Weights];
        var outcomes = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var logOdds = 0.0;
            for (var i = 0; i < Weights; i++)
            {
                features[row * Weights + i] = (sbyte)(random.Next(4) switch { 0 => -1, 1 => 1, _ => 0 });
                logOdds += features[row * Weights + i] * truth[i];
            }
            outcomes[row] = random.NextDouble() < 1 / (1 + Math.Exp(-logOdds)) ? 1 : 0;
        }
        var regression = new LogisticRegression(DesignMatrix.FromRowMajor(features, rows, Weights), outcomes, PriorSpecification.Parse(prior));
        var draws = NutsSampler.Sample(regression, new NutsOptions
        {
            Seed = (ulong)random.NextInt64(),
            Parallelism = 1,
            TargetAcceptance = regression.Prior.TargetAcceptance,
        });
        return (truth, PosteriorSummary.Of(draws));
    }
}
