using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Bayes.Tests;
using Prefdissect.Bayes.Tests.Calibration;
using Prefdissect.Dissecting.Published;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Dissecting;

/// <summary>
/// How often intervals hold weights that are fixed: the published ones of people and of GPT-4-Turbo, group by group, votes drawn from them anew for each fit.
/// Under the paper's prior small weights are held too often and large ones too seldom, since all are pulled towards 0. This makes the table of docs/method.md.
/// </summary>
public class FixedWeightsCoverageTests(ITestOutputHelper output)
{
    private const int Replications = 20;

    /// <summary>Lower ends of the classes of |α|.</summary>
    private static readonly double[] Classes = [0, 0.1, 0.3];

    private static readonly (string Rows, int Size, string[] Groups)[] Sizes =
    [
        ("121", 121, ["express_feeling"]),
        ("400", 400, ["Advice", "Code", "Communication", "Creative Writing", "Daily Tasks", "Exam Questions", "Functional Writing", "NLP Tasks", "Unsafe Queries"]),
        ("820", 820, ["Knowledge-aware", "Others"]),
        ("1,418", 1418, ["w_constraints"]),
    ];

    [Fact]
    [Trait(SlowSuite.Trait, SlowSuite.Slow)]
    public void Intervals_of_fixed_weights_err_towards_0()
    {
        SlowSuite.Require();
        output.WriteLine("| rows | size of the weight | weights | 50 % | 90 % | 95 % | pull towards 0 |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (rows, size, groups) in Sizes)
        {
            (string Judge, string Group)[] subjects = [.. from judge in new[] { "human", "gpt-4-1106-preview" } from name in groups select (judge, name)];
            var fitted = new List<(double Truth, ParameterSummary Posterior)>[subjects.Length * Replications];
            Parallel.For(0, fitted.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => fitted[i] = Fit(subjects[i / Replications], size, Scattered.Random($"{subjects[i / Replications]}", i % Replications)));
            var all = fitted.SelectMany(fit => fit).ToList();
            var bySize = Classes.Select((low, i) => all.Where(of => Math.Abs(of.Truth) >= low && !(i + 1 < Classes.Length && Math.Abs(of.Truth) >= Classes[i + 1])).ToList()).ToList();
            foreach (var (of, low) in bySize.Zip(["below 0.1", "0.1 to 0.3", "0.3 and more"]))
            {
                output.WriteLine($"| {rows} | {low} | {of.Count / Replications} | {Share(of, p => (p.Q25, p.Q75)):F0} | {Share(of, p => (p.Q05, p.Q95)):F0} | {Share(of, p => (p.Q025, p.Q975)):F0} | {of.Average(Pull):F3} |");
            }
            // What the prior does by design: more than is said of the small ones, less of the large ones, which it pulls in.
            Share(bySize[0], p => (p.Q05, p.Q95)).ShouldBeGreaterThan(90);
            Share(bySize[2], p => (p.Q05, p.Q95)).ShouldBeLessThan(90);
            bySize[2].Average(Pull).ShouldBeGreaterThan(0.02);
        }
    }

    private static double Share(List<(double Truth, ParameterSummary Posterior)> fitted, Func<ParameterSummary, (double Low, double High)> interval) =>
        100.0 * fitted.Count(of => interval(of.Posterior) is var (low, high) && of.Truth >= low && of.Truth <= high) / fitted.Count;

    private static double Pull((double Truth, ParameterSummary Posterior) of) => Math.Sign(of.Truth) * (of.Truth - of.Posterior.Mean);

    private static List<(double Truth, ParameterSummary Posterior)> Fit((string Judge, string Group) subject, int rows, Random random)
    {
        var published = PublishedJudges.Weights(subject.Judge, subject.Group).Values;
        double[] truth = [.. PublishedProperties.All.Select(property => published[property.ShortName])];
        var features = new sbyte[rows * truth.Length];
        var outcomes = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var logOdds = 0.0;
            for (var i = 0; i < truth.Length; i++)
            {
                features[row * truth.Length + i] = (sbyte)(random.Next(4) switch { 0 => -1, 1 => 1, _ => 0 });
                logOdds += features[row * truth.Length + i] * truth[i];
            }
            outcomes[row] = random.NextDouble() < 1 / (1 + Math.Exp(-logOdds)) ? 1 : 0;
        }
        var regression = new LogisticRegression(DesignMatrix.FromRowMajor(features, rows, truth.Length), outcomes, new LaplacePrior(0.1));
        var summary = PosteriorSummary.Of(NutsSampler.Sample(regression, new NutsOptions { Seed = (ulong)random.NextInt64(), Parallelism = 1 }));
        return [.. truth.Zip(summary.Parameters)];
    }
}
