using Prefdissect.Dissecting.Similarities;
using Prefdissect.Figures;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>The data behind a similarity matrix and behind a map of judges.</summary>
public static class SimilarityData
{
    /// <summary>The columns of a map.</summary>
    public static IReadOnlyList<FigureColumn> MapColumns { get; } =
        [new("judge", "judge"), new("x", "across", ValueFormat.Number(3)), new("y", "up", ValueFormat.Number(3)), new("stress", "stress of the map", ValueFormat.Number(3)), new("simulated", "simulated")];

    /// <summary>The columns of a matrix of a metric.</summary>
    public static IReadOnlyList<FigureColumn> Columns(string metric)
    {
        var format = SimilarityFigure.FormatOf(metric);
        return
        [
            new("judge", "judge"), new("other", "other judge"), new("similarity", "similarity of the means", format),
            new("median", "of draws: median", format), new("low", "95 % from", format), new("high", "to", format),
            new("properties", "properties", ValueFormat.Number(0)), new("groups", "groups", ValueFormat.Number(0)), new("reason", "why no value"), new("simulated", "simulated"),
        ];
    }

    /// <summary>A row every two judges, in the order of the figure.</summary>
    public static FigureData Of(SimilarityView view, SimilarityOrder order)
    {
        var places = SimilarityFigure.PlacesBy(view.Matrix, order);
        return new FigureData(Columns(view.Matrix.Metric),
        [
            .. from i in Enumerable.Range(0, places.Count)
               from j in Enumerable.Range(i + 1, places.Count - i - 1)
               select RowOf(view, places[i], places[j]),
        ]);
    }

    /// <summary>A row a judge.</summary>
    public static FigureData MapOf(JudgeMap map, IReadOnlySet<string> simulated) =>
        new(MapColumns, [.. map.Judges.Select((judge, i) => (IReadOnlyList<object?>)[judge, map.Points[i].X, map.Points[i].Y, map.Stress, simulated.Contains(judge)])]);

    private static IReadOnlyList<object?> RowOf(SimilarityView view, int one, int other)
    {
        var (matrix, cell, interval) = (view.Matrix, view.Matrix[one, other], view.IntervalOf(one, other));
        var isSimulated = view.SimulatedJudges.Contains(matrix.Judges[one]) || view.SimulatedJudges.Contains(matrix.Judges[other]);
        return [matrix.Judges[one], matrix.Judges[other], cell.Value, interval?.Median, interval?.Low, interval?.High, cell.Properties, cell.Groups, cell.Reason, isSimulated];
    }
}
