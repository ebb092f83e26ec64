using Prefdissect.Dashboard.Charts;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Figures;
using Prefdissect.Reporting;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Similarity;

/// <summary>How alike judges are: a matrix, and a map.</summary>
public sealed class SimilarityFigures : IFigurePage
{
    /// <inheritdoc/>
    public string Page => "similarity";

    /// <inheritdoc/>
    public IReadOnlyList<PageFigure> Figures(SourceReading reading, PageQuery query, CancellationToken cancellation) => Of(ComparedJudges.Of(reading, query), reading.Source);

    /// <summary>The figures of judges that are compared already.</summary>
    internal static IReadOnlyList<PageFigure> Of(ComparedJudges compared, Source source)
    {
        var (view, choice) = (compared.View, compared.Choice);
        var provenance = new Provenance
        {
            Command = "serve",
            Data = view.DataHash,
            Seed = view.Intervals.Count > 0 ? 1u : null,
            Options = new Dictionary<string, string>
            {
                ["source"] = source.Name,
                ["metric"] = choice.Metric.Name,
                ["group"] = string.Join(", ", view.Matrix.Groups),
                ["order"] = choice.Order.ToString().ToLowerInvariant(),
                ["judges"] = string.Join(", ", view.Matrix.Judges),
            },
        };
        var ordered = view.Among(SimilarityFigure.InOrder(view.Matrix, choice.Order).Judges);
        var links = new ContrastLinks(source, choice);
        var matrix = new Lazy<HeatMap>(() => Matrix(ordered, choice, provenance, links));
        var figures = new List<PageFigure> { new("matrix", "How alike judges are", canvas => matrix.Value.ToSvg(canvas), SimilarityData.Of(ordered, choice.Order), provenance) };
        if (view.Matrix.Judges.Count > 2 && view.Matrix.IsComplete)
        {
            var map = JudgeMap.Of(view.Matrix);
            var drawing = new Lazy<Scatter>(() => JudgeMapFigure.Of(view.Matrix, map, view.SimulatedJudges, provenance, links.OfJudge));
            figures.Add(new PageFigure("map", "Judges on a map", canvas => drawing.Value.ToSvg(canvas), SimilarityData.MapOf(map, view.SimulatedJudges), provenance));
        }
        return figures;
    }

    private static HeatMap Matrix(SimilarityView view, SimilarityChoice choice, Provenance provenance, ContrastLinks links)
    {
        var (matrix, count) = (view.Matrix, view.Matrix.Judges.Count);
        var (details, hrefs) = (new string?[count, count], new string?[count, count]);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                if (i == j) continue;
                details[i, j] = DetailOf(view, i, j);
                hrefs[i, j] = matrix[i, j].Value is null ? null : links.Of(matrix.Judges[i], matrix.Judges[j]);
            }
        }
        return SimilarityFigure.Of(matrix, view.SimulatedJudges, provenance, choice.Order, view.Fits) with
        {
            Details = details,
            Hrefs = hrefs,
            RowHrefs = [.. matrix.Judges.Select(links.OfJudge)],
        };
    }

    private static string DetailOf(SimilarityView view, int one, int other)
    {
        var (matrix, cell, format) = (view.Matrix, view.Matrix[one, other], SimilarityFigure.FormatOf(view.Matrix.Metric));
        var who = $"{PlainText.Name(matrix.Judges[one])} and {PlainText.Name(matrix.Judges[other])}";
        if (cell.Value is not { } value) return $"{who}: no value, {cell.Reason}";
        var draws = view.IntervalOf(one, other) is { } interval
            ? $"; of draws median {format.Bare(interval.Median)}, 95 % {format.Bare(interval.Low)} to {format.Bare(interval.High)}"
            : "; means only, no interval";
        var where = cell.Groups > 1 ? $", mean over {cell.Groups} groups" : "";
        return $"{who}: {format.Bare(value)}{draws}; {Rounded.Count(cell.Properties, "property", "properties")}{where}";
    }
}
