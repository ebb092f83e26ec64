using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Figures;

namespace Prefdissect.Reporting;

/// <summary>Judges as a map: those that prefer alike near to each other.</summary>
public static class JudgeMapFigure
{
    /// <summary>The map of a matrix, its judges told apart as those of the study, those that are simulated and those that are published.</summary>
    /// <param name="matrix">The similarities, of at least one judge, every value known.</param>
    /// <param name="map">Their map.</param>
    /// <param name="simulatedJudges">Judges that are simulated.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="href">Where a judge's point leads, by its name; nowhere where <see langword="null"/>.</param>
    public static Scatter Of(SimilarityMatrix matrix, JudgeMap map, IReadOnlySet<string> simulatedJudges, Provenance provenance, Func<string, string?>? href = null)
    {
        var kinds = matrix.Judges.Select(judge => KindOf(judge, simulatedJudges)).ToList();
        var series = kinds.Distinct(StringComparer.Ordinal).ToList();
        return new Scatter(CaptionOf(matrix, map, simulatedJudges, provenance), series,
            [.. matrix.Judges.Select((judge, i) => new ScatterPoint(PlainText.Name(judge), map.Points[i].X, map.Points[i].Y)
            {
                Series = series.IndexOf(kinds[i]),
                Detail = DetailOf(matrix, i),
                Href = href?.Invoke(judge),
            })],
            new Axis("", ValueFormat.Number(2)), new Axis("", ValueFormat.Number(2)))
        { IsMap = true };
    }

    private static string KindOf(string judge, IReadOnlySet<string> simulatedJudges) =>
        simulatedJudges.Contains(judge) ? "simulated judge"
        : PublishedJudges.HasPrefix(judge) ? "published judge"
        : "judge";

    private static string DetailOf(SimilarityMatrix matrix, int judge)
    {
        var nearest = Enumerable.Range(0, matrix.Judges.Count).Where(other => other != judge).OrderByDescending(other => matrix[judge, other].Value).Take(3)
            .Select(other => $"{PlainText.Name(matrix.Judges[other])} {SimilarityFigure.FormatOf(matrix.Metric).Bare(matrix[judge, other].Value!.Value)}").ToList();
        return nearest.Count == 0 ? PlainText.Name(matrix.Judges[judge]) : $"{PlainText.Name(matrix.Judges[judge])}, most like {string.Join(", ", nearest)}";
    }

    private static Caption CaptionOf(SimilarityMatrix matrix, JudgeMap map, IReadOnlySet<string> simulatedJudges, Provenance provenance)
    {
        return new Caption($"{(matrix.Judges.Count == 1 ? "One judge" : $"{matrix.Judges.Count} judges")} on a map: near is alike")
        {
            Subtitle = "Only distances mean something; directions do not.",
            Simulated = matrix.Judges.Any(simulatedJudges.Contains) ? FitLines.SimulatedBadge : null,
            Footnotes =
            [
                $"Multidimensional scaling of the {SimilarityTables.MetricText(matrix.Metric)} · Kruskal's stress-1 {Rounded.Number(map.Stress, 3)}: {StressText(map.Stress)}",
                $"Group: {PlainText.Name(SimilarityTables.GroupText(matrix.Groups))} · {SimilarityTables.PropertiesText(matrix)} in common · {provenance.Imprint()}",
                "Between posterior means. A plane cannot hold all distances between judges: look a pair up in the matrix before saying that two are alike.",
            ],
        };
    }

    /// <summary>Kruskal's own words for his measure (1964), with the share that they stand for.</summary>
    internal static string StressText(double stress) => stress switch
    {
        < 0.025 => "the plane holds the distances all but exactly",
        < 0.05 => "the plane holds the distances well",
        < 0.1 => "the plane holds the distances fairly",
        < 0.2 => "many distances are off by a tenth and more",
        _ => "the plane holds the distances poorly",
    };
}
