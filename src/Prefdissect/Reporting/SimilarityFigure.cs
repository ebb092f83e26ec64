using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Figures;
using Prefdissect.Figures.Clustering;

namespace Prefdissect.Reporting;

/// <summary>A similarity matrix as a heat map, like judges side by side.</summary>
public static class SimilarityFigure
{
    private const int FewestClustered = 4;

    /// <summary>The heat map of a matrix; with four judges or more, and every value known, clustered by average linkage.</summary>
    /// <param name="matrix">The similarities, of at least one judge.</param>
    /// <param name="simulatedJudges">Judges that are simulated.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="fits">The fits behind it, where they are known.</param>
    public static HeatMap Of(SimilarityMatrix matrix, IReadOnlySet<string> simulatedJudges, Provenance provenance, params IReadOnlyList<JudgeFit> fits) =>
        Of(matrix, simulatedJudges, provenance, SimilarityOrder.Clustered, fits);

    /// <summary>The heat map of a matrix in an order.</summary>
    /// <param name="matrix">The similarities, of at least one judge.</param>
    /// <param name="simulatedJudges">Judges that are simulated.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="order">Order of the judges; clustered, they carry the tree.</param>
    /// <param name="fits">The fits behind it, where they are known.</param>
    public static HeatMap Of(
        SimilarityMatrix matrix, IReadOnlySet<string> simulatedJudges, Provenance provenance, SimilarityOrder order, params IReadOnlyList<JudgeFit> fits)
    {
        matrix = InOrder(matrix, order);
        var tree = order == SimilarityOrder.Clustered ? TreeOf(matrix) : null;
        var names = matrix.Judges.Select(PlainText.Name).ToList();
        var who = names.Count == 1 ? "one judge is to itself" : $"{names.Count} judges are";
        var caption = new Caption($"How alike {who}: {SimilarityTables.MetricText(matrix.Metric)}")
        {
            Subtitle = SubtitleOf(order, tree is not null),
            Simulated = matrix.Judges.Any(simulatedJudges.Contains) ? FitLines.SimulatedBadge : null,
            Footnotes =
            [
                $"Group: {PlainText.Name(SimilarityTables.GroupText(matrix.Groups))} · "
                    + $"{SimilarityTables.PropertiesText(matrix)} in common · {provenance.Imprint()}",
                .. SimilarityTables.Lines(matrix).Select(line => line.Text),
                .. FlagText.Of(FlaggedFit.Among(fits)) is { } flagged ? [flagged] : Array.Empty<string>(),
                "Between posterior means. Alike weights do not mean alike votes, and judges rated by different annotators are compared "
                    + "through what each annotator measures.",
            ],
        };
        return new HeatMap(caption, names, names, Values(matrix))
        {
            Ramp = HasOpposites(matrix) ? ColourRamp.Diverging : ColourRamp.Sequential,
            ValueTitle = SimilarityTables.MetricText(matrix.Metric),
            Format = FormatOf(matrix.Metric),
            RowTree = tree,
            ColumnTree = tree,
        };
    }

    /// <summary>How a metric's values are written.</summary>
    public static ValueFormat FormatOf(string metric) => metric is "pearson" or "spearman" ? ValueFormat.Number(2) : ValueFormat.Number(3);

    /// <summary>The matrix with its judges in an order; clustering leaves them, since the tree orders the figure.</summary>
    public static SimilarityMatrix InOrder(SimilarityMatrix matrix, SimilarityOrder order)
    {
        if (order is not (SimilarityOrder.Name or SimilarityOrder.Size)) return matrix;
        var places = PlacesBy(matrix, order);
        return matrix with { Judges = [.. places.Select(i => matrix.Judges[i])], Cells = [.. places.Select(i => places.Select(j => matrix[i, j]).ToArray())] };
    }

    /// <summary>Places in the matrix in an order, for a page that reorders what is drawn; the tree's leaves where clustered.</summary>
    public static IReadOnlyList<int> PlacesBy(SimilarityMatrix matrix, SimilarityOrder order)
    {
        var places = Enumerable.Range(0, matrix.Judges.Count);
        return order switch
        {
            SimilarityOrder.Clustered => TreeOf(matrix)?.LeafOrder ?? [.. places],
            SimilarityOrder.Name => [.. places.OrderBy(i => matrix.Judges[i], StringComparer.OrdinalIgnoreCase).ThenBy(i => matrix.Judges[i], StringComparer.Ordinal)],
            SimilarityOrder.Size => [.. places.OrderByDescending(i => PublishedJudges.SizeInBillions(matrix.Judges[i]) ?? double.PositiveInfinity)
                .ThenBy(i => matrix.Judges[i], StringComparer.OrdinalIgnoreCase).ThenBy(i => matrix.Judges[i], StringComparer.Ordinal)],
            _ => [.. places],
        };
    }

    private static string? SubtitleOf(SimilarityOrder order, bool hasTree) => order switch
    {
        SimilarityOrder.Name => "By name.",
        SimilarityOrder.Size => "By size, as far as names tell: those of unknown size first, then the largest.",
        _ => hasTree ? "Judges that prefer alike stand side by side." : null,
    };

    // A correlation below 0 is another thing than a small one: judges that prefer the opposite. L1 and L2 are never above 0, and 0 is their best.
    private static bool HasOpposites(SimilarityMatrix matrix) =>
        matrix.Metric is "pearson" or "spearman" && matrix.Cells.Any(row => row.Any(cell => cell.Value < 0));

    private static double?[,] Values(SimilarityMatrix matrix)
    {
        var values = new double?[matrix.Judges.Count, matrix.Judges.Count];
        for (var i = 0; i < matrix.Judges.Count; i++)
        {
            for (var j = 0; j < matrix.Judges.Count; j++) values[i, j] = matrix[i, j].Value;
        }
        return values;
    }

    /// <summary>Distance is how much less alike two judges are than the most alike there are; a judge to itself is at 0.</summary>
    private static Dendrogram? TreeOf(SimilarityMatrix matrix)
    {
        var count = matrix.Judges.Count;
        if (count < FewestClustered || matrix.Cells.Any(row => row.Any(cell => cell.Value is null))) return null;
        var most = matrix.Cells.Max(row => row.Max(cell => cell.Value!.Value));
        var distances = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++) distances[i, j] = i == j ? 0 : most - matrix[i, j].Value!.Value;
        }
        return Dendrogram.Cluster(distances);
    }
}
