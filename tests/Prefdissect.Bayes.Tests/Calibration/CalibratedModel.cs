using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Tests.Calibration;

/// <summary>
/// Simulation-based calibration (Talts et al., 2018) of one model: weights from the prior, outcomes from the weights, a fit; then the rank of the truth among draws
/// thinned to near independence is uniform, if prior, likelihood, gradient, sampler and warm-up are all right. Ranks are taken of every weight, of the intercept, and of two
/// functions of all: Σ|w|, which knows the prior's scale, and the log likelihood, which knows the data (Modrák et al., 2023).
/// </summary>
/// <param name="Prior">Prior of the weights in the fits.</param>
/// <param name="HasIntercept">Whether there is an intercept, with its prior Normal(0, 2.5).</param>
/// <param name="IsWeighted">Whether rows stand for one to three observations each, given with their counts.</param>
internal sealed record CalibratedModel(string Prior, bool HasIntercept, bool IsWeighted)
{
    /// <summary>Draws that the truth is ranked among.</summary>
    public const int Kept = 63;

    private const int Weights = 4, Rows = 24;
    private const double InterceptScale = 2.5;

    /// <summary>The prior that the truth is drawn from; another than <see cref="Prior"/> only to see it found out.</summary>
    public string Truth { get; init; } = Prior;

    /// <summary>A draw is kept of every so many.</summary>
    private int Thinning => Prior.StartsWith("horseshoe", StringComparison.Ordinal) ? 10 : 5;

    public IReadOnlyList<string> Quantities => [.. Enumerable.Range(1, Weights).Select(i => $"w{i}"), .. HasIntercept ? ["intercept"] : Array.Empty<string>(), "Σ|w|", "log likelihood"];

    public override string ToString() => $"{Prior}{(HasIntercept ? " + intercept" : "")}{(IsWeighted ? ", row weights" : "")}";

    /// <summary>Ranks, and the mean correlation of neighbouring kept draws, of each quantity.</summary>
    public (int[][] Ranks, double[] Autocorrelations) Run(int replications, int seed = 1)
    {
        var count = Quantities.Count;
        var ranks = new int[count][];
        var correlations = new double[count][];
        for (var quantity = 0; quantity < count; quantity++)
            (ranks[quantity], correlations[quantity]) = (new int[replications], new double[replications]);
        Parallel.For(0, replications, new ParallelOptions { MaxDegreeOfParallelism = 2 }, replication =>
        {
            var (truth, draws) = Replicate(Scattered.Random($"{this}, seed {seed}", replication));
            for (var quantity = 0; quantity < count; quantity++)
            {
                ranks[quantity][replication] = draws.Count(draw => draw[quantity] < truth[quantity]);
                correlations[quantity][replication] = Neighbours([.. draws.Select(draw => draw[quantity])]);
            }
        });
        return (ranks, [.. correlations.Select(of => of.Average())]);
    }

    /// <summary>The quantities of the truth, and of every kept draw of a fit to its data.</summary>
    private (double[] Truth, double[][] Draws) Replicate(Random random)
    {
        var weights = PriorDraw.Weights(Truth, Weights, random);
        double[] truth = HasIntercept ? [.. weights, InterceptScale * PriorDraw.Normal(random)] : weights;
        var data = new Observed();
        for (var row = 0; row < Rows; row++)
            data.Add([.. Enumerable.Range(0, Weights).Select(_ => (double)random.Next(-1, 2))], IsWeighted ? random.Next(1, 4) : 1, truth, random);
        var prior = PriorSpecification.Parse(Prior);
        var regression = new LogisticRegression(
            DesignMatrix.FromRows(data.Rows), [.. data.Outcomes], prior, IsWeighted ? [.. data.Counts] : [], HasIntercept ? new NormalPrior(InterceptScale) : null);
        var draws = NutsSampler.Sample(regression, new NutsOptions
        {
            Chains = 1,
            Warmup = 300,
            Draws = Kept * Thinning,
            Seed = (ulong)random.NextInt64(),
            Parallelism = 1,
            TargetAcceptance = prior.TargetAcceptance,
        });
        return (Of(truth, data), [.. Enumerable.Range(1, Kept).Select(i => Of(draws.Draw(0, i * Thinning - 1).ToArray(), data))]);
    }

    private double[] Of(double[] parameters, Observed data) => [.. parameters, parameters.Take(Weights).Sum(Math.Abs), data.LogLikelihood(parameters)];

    private static double Neighbours(double[] series)
    {
        var mean = series.Average();
        var square = series.Sum(value => (value - mean) * (value - mean));
        return square == 0 ? 0 : series.Zip(series.Skip(1)).Sum(pair => (pair.First - mean) * (pair.Second - mean)) / square;
    }

    /// <summary>Made-up observations: those of a row that have the same outcome are one entry with their count.</summary>
    private sealed class Observed
    {
        public List<double[]> Rows { get; } = [];

        public List<double> Outcomes { get; } = [];

        public List<double> Counts { get; } = [];

        public void Add(double[] row, int times, double[] truth, Random random)
        {
            var ones = Enumerable.Range(0, times).Count(_ => random.NextDouble() < 1 / (1 + Math.Exp(-LogOdds(row, truth))));
            foreach (var (outcome, count) in new[] { (1, ones), (0, times - ones) })
            {
                if (count == 0) continue;
                Rows.Add(row);
                Outcomes.Add(outcome);
                Counts.Add(count);
            }
        }

        public double LogLikelihood(double[] parameters) =>
            Rows.Select((row, i) => -Counts[i] * Math.Log(1 + Math.Exp((Outcomes[i] == 1 ? -1 : 1) * LogOdds(row, parameters)))).Sum();

        private static double LogOdds(double[] row, double[] parameters) => row.Zip(parameters, (x, w) => x * w).Sum() + (parameters.Length > row.Length ? parameters[^1] : 0);
    }
}
