using System.Diagnostics;
using System.Globalization;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Benchmarks.Bayes;

/// <summary>What a benchmark of time alone does not show: effective draws a second, and gradients a draw. Medians of several seeds, one core.</summary>
internal static class PosteriorTable
{
    private const int Seeds = 9;

    public static void Print(TextWriter output)
    {
        output.WriteLine("| rows | s | gradients a draw | min bulk ESS | min bulk ESS/s | min tail ESS | step size |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var rows in new[] { 360, 740 })
        {
            var regression = PlantedRegression.OfRows(rows);
            NutsSampler.Sample(regression, new NutsOptions { Parallelism = 1 });
            Run[] runs = [.. Enumerable.Range(1, Seeds).Select(seed =>
            {
                var clock = Stopwatch.StartNew();
                var draws = NutsSampler.Sample(regression, new NutsOptions { Parallelism = 1, Seed = (ulong)seed });
                return new Run(clock.Elapsed.TotalSeconds, draws, PosteriorSummary.Of(draws).Health);
            })];
            var seconds = Median(runs, run => run.Seconds);
            var bulk = Median(runs, run => run.Health.MinEssBulk!.Value);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {rows} | {seconds:F4} | {Median(runs, run => run.Draws.Transitions.ToArray().Average(t => t.Leapfrogs)):F2} | {bulk:F0} | {bulk / seconds:F0} | {Median(runs, run => run.Health.MinEssTail!.Value):F0} | {Median(runs, run => run.Draws.Adaptations.Average(a => a.StepSize)):F3} |"));
        }
    }

    private static double Median(Run[] runs, Func<Run, double> of) => runs.Select(of).Order().ElementAt(Seeds / 2);

    private sealed record Run(double Seconds, PosteriorDraws Draws, PosteriorHealth Health);
}
