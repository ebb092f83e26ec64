using Prefdissect.Workflows.Bench;

namespace Prefdissect.Reporting;

/// <summary>Benchmarks of the sampler, for a person.</summary>
public static class BenchTables
{
    /// <summary>One row a table of data.</summary>
    public static ReportTable Of(IEnumerable<PosteriorBenchRow> rows) => new(
        [
            new("data"), new("from"), new("rows", ColumnAlignment.Number), new("seconds [fastest, slowest]", ColumnAlignment.Number), new("leapfrogs a draw", ColumnAlignment.Number),
            new("min bulk ESS", ColumnAlignment.Number), new("ESS/s", ColumnAlignment.Number),
        ],
        [
            .. rows.Select(row => (IReadOnlyList<string>)
            [
                row.Data, row.Source, Rounded.Count(row.Rows), $"{Rounded.Number(row.Seconds, 3)} [{Rounded.Number(row.FastestSeconds, 3)}, {Rounded.Number(row.SlowestSeconds, 3)}]",
                Rounded.Number(row.LeapfrogsPerDraw, 1), Rounded.Count((long)row.MinEssBulk), Rounded.Count((long)row.EssPerSecond),
            ]),
        ])
    {
        Title = "4 × (500 + 2,000) draws, Laplace(0, 0.1), one core; medians over runs with different seeds",
    };

    /// <summary>The paper's workload.</summary>
    public static ReportTable Of(PaperBenchResult result) => new(
        [
            new("fits", ColumnAlignment.Number), new("cores", ColumnAlignment.Number), new("seconds", ColumnAlignment.Number), new("with ESS", ColumnAlignment.Number),
            new("median of min bulk ESS", ColumnAlignment.Number), new("smallest", ColumnAlignment.Number), new("divergences", ColumnAlignment.Number), new("peak MiB", ColumnAlignment.Number),
        ],
        [
            [
                Rounded.Count(result.Fits), Rounded.Count(result.Threads), Rounded.Number(result.Seconds, 1), Rounded.Number(result.SecondsWithDiagnostics, 1),
                Rounded.Count((long)result.MedianMinEssBulk), Rounded.Count((long)result.MinEssBulk), Rounded.Count(result.Divergences), Rounded.Count((long)result.PeakMemoryMb),
            ],
        ])
    {
        Title = FormattableString.Invariant($"33 judges × 16 groups × 10 folds, the first {result.Chains} × ({result.Warmup} + {result.Draws}), the others {result.Chains} × ({result.WarmupOfOtherFolds} + {result.Draws}) with its metric; groups: {result.Groups}"),
    };

    /// <summary>Exact Shapley values beside permutation sampling.</summary>
    public static ReportTable Of(ShapleyBenchResult result) => new(
        [new("Shapley values"), new("permutations each", ColumnAlignment.Number), new("seconds", ColumnAlignment.Number), new("error of a value", ColumnAlignment.Number)],
        [
            ["exact", "", $"{Rounded.Number(result.Seconds, 3)} [{Rounded.Number(result.FastestSeconds, 3)}, {Rounded.Number(result.SlowestSeconds, 3)}]", Small(result.LargestError) + " (largest)"],
            ["sampled, in the same time", Rounded.Count(result.EqualTimePermutations), "", Small(result.EqualTimeError)],
            ["sampled, to 0.001", Rounded.Count(result.CoarsePermutations), Rounded.Number(result.CoarseSeconds, 1) + " (scaled up)", Small(result.CoarseError)],
        ])
    {
        Title = FormattableString.Invariant(
            $"{result.Pairs} made-up pairs × {result.Judges} published judges, {result.Properties} properties, half of the features 0, {result.Threads} threads; errors against sums over all subsets on {result.Sample} of them; exact values miss what they explain by at most {Small(result.LargestGap)}"),
    };

    private static string Small(double error) => error.ToString("0.0e-0", System.Globalization.CultureInfo.InvariantCulture);
}
