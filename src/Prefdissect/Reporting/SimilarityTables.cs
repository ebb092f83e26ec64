using System.Globalization;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>A similarity matrix as tables: for a terminal, where a wide matrix would wrap, and in full for programs.</summary>
public static class SimilarityTables
{
    /// <summary>Most judges whose matrix is shown as a matrix on a terminal.</summary>
    public const int MostInMatrix = 12;

    /// <summary>What the posterior of a similarity is of.</summary>
    public const string IntervalsText = "the similarity of one draw of each judge's weights with one of the other's: the scatter of the draws pulls it to 0, "
        + "so that it is another quantity than the similarity of the posterior means and no interval around it";

    private const int NearestShown = 3;

    /// <summary>The table for a terminal: the matrix, or with more than <see cref="MostInMatrix"/> judges the three nearest to each.</summary>
    public static ReportTable Of(SimilarityMatrix matrix) => (matrix.Judges.Count > MostInMatrix ? NearestOf(matrix) : MatrixOf(matrix)) with
    {
        Title = $"{MetricText(matrix.Metric)} · {GroupText(matrix.Groups)} · {PropertiesText(matrix)}",
    };

    /// <summary>The whole matrix in full precision: a column <c>judge</c>, then one column a judge. An empty cell is a value that cannot be stated.</summary>
    public static ReportTable Csv(SimilarityMatrix matrix) => new(
        [new("judge"), .. matrix.Judges.Select(judge => new ReportColumn(judge, ColumnAlignment.Number))],
        [.. matrix.Judges.Select((judge, i) => (IReadOnlyList<string>)
            [judge, .. matrix.Cells[i].Select(cell => cell.Value?.ToString(CultureInfo.InvariantCulture) ?? "")])]);

    /// <summary>
    /// The posterior of the similarities of a study's judges: one row a pair of judges; <see langword="null"/> where there are no draws or no two judges.
    /// </summary>
    public static ReportTable? Posterior(SimilarityView view)
    {
        var (matrix, intervals) = (view.Matrix, view.Intervals);
        if (intervals.Count < 2 || intervals.Count > MostInMatrix) return null;
        var rows =
            from i in Enumerable.Range(0, intervals.Count)
            from j in Enumerable.Range(i + 1, intervals.Count - i - 1)
            where intervals[i][j] is not null
            let interval = intervals[i][j]!
            select (IReadOnlyList<string>)
            [
                PlainText.Name(matrix.Judges[i]), PlainText.Name(matrix.Judges[j]), Cell(matrix[i, j]),
                $"{Rounded.Number(interval.Median, 2)} [{Rounded.Number(interval.Low, 2)}, {Rounded.Number(interval.High, 2)}]",
            ];
        return new ReportTable(
            [new("judge"), new("judge"), new("of the means", ColumnAlignment.Number), new("of draws: median [95 %]", ColumnAlignment.Number)], [.. rows])
        {
            Title = "Two different quantities: the similarity of the posterior means, and that of draws, which their scatter pulls to 0",
        };
    }

    /// <summary>Sentences beside the table: judges of whom no similarity can be stated, and why; cells that rest on fewer groups.</summary>
    public static IReadOnlyList<ReportLine> Lines(SimilarityMatrix matrix)
    {
        var others = Others(matrix).ToList();
        var missing = others.Where(of => of.Cell.Value is null).GroupBy(of => of.Cell.Reason!, StringComparer.Ordinal)
            .Select(same => new ReportLine(LineKind.Warning, $"no similarity for {Rounded.Count(same.Count(), "pair", "pairs")} of judges: {same.Key}"));
        var partial = others.Count(of => of.Cell.Value is not null && of.Cell.Groups < matrix.Groups.Count);
        if (partial == 0) return [.. missing];
        var text = $"{Rounded.Count(partial, "pair", "pairs")} of judges compared on fewer than {matrix.Groups.Count} groups: a judge lacks the others";
        return [.. missing, new ReportLine(LineKind.Detail, text)];
    }

    /// <summary>What a metric is, for a person.</summary>
    internal static string MetricText(string metric) =>
        SimilarityMetrics.All.FirstOrDefault(known => known.Name == metric)?.Description ?? PlainText.Name(metric);

    /// <summary>The groups in words: the one there is, or their number.</summary>
    public static string GroupText(IReadOnlyList<string> groups)
    {
        if (groups.Count == 1) return groups[0];
        var published = groups.Count == Pairs.Group.PublishedScenarios.Count && groups.All(Pairs.Group.PublishedScenarios.Contains);
        return published ? $"mean over the {groups.Count} scenarios" : $"mean over {groups.Count} groups";
    }

    /// <summary>Number of properties that the cells rest on.</summary>
    internal static string PropertiesText(SimilarityMatrix matrix)
    {
        var counts = Others(matrix).Where(of => of.Cell.Value is not null).Select(of => of.Cell.Properties).DefaultIfEmpty(matrix.Judges.Count > 0 ? matrix[0, 0].Properties : 0).ToList();
        return counts.Min() == counts.Max() ? Rounded.Count(counts.Max(), "property", "properties") : $"{counts.Min()} to {counts.Max()} properties";
    }

    private static IEnumerable<(int One, int Other, SimilarityCell Cell)> Others(SimilarityMatrix matrix) =>
        from i in Enumerable.Range(0, matrix.Judges.Count)
        from j in Enumerable.Range(i + 1, matrix.Judges.Count - i - 1)
        select (i, j, matrix[i, j]);

    // Column heads are numbers: names as heads would wrap with the third judge.
    private static ReportTable MatrixOf(SimilarityMatrix matrix) => new(
        [new("", ColumnAlignment.Number), new("judge"), .. matrix.Judges.Select((_, i) => new ReportColumn(Place(i), ColumnAlignment.Number))],
        [.. matrix.Judges.Select((judge, i) => (IReadOnlyList<string>)[Place(i), PlainText.Name(judge), .. matrix.Cells[i].Select(Cell)])]);

    private static ReportTable NearestOf(SimilarityMatrix matrix) => new(
        [new("judge"), .. Enumerable.Range(1, NearestShown).Select(rank => new ReportColumn(rank == 1 ? "nearest" : $"{rank}."))],
        [.. matrix.Judges.Select((judge, i) => (IReadOnlyList<string>)[PlainText.Name(judge), .. NearestTo(matrix, i)])]);

    private static IEnumerable<string> NearestTo(SimilarityMatrix matrix, int judge)
    {
        var ranked = Enumerable.Range(0, matrix.Judges.Count)
            .Where(other => other != judge && matrix[judge, other].Value is not null)
            .OrderByDescending(other => matrix[judge, other].Value)
            .ThenBy(other => matrix.Judges[other], StringComparer.Ordinal)
            .Take(NearestShown)
            .Select(other => $"{PlainText.Name(matrix.Judges[other])} ({Cell(matrix[judge, other])})")
            .ToList();
        return ranked.Concat(Enumerable.Repeat("–", NearestShown - ranked.Count));
    }

    private static string Place(int judge) => (judge + 1).ToString(CultureInfo.InvariantCulture);

    private static string Cell(SimilarityCell cell) => cell.Value is { } value ? Rounded.Number(value, Math.Abs(value) < 0.1 ? 3 : 2) : "–";
}
