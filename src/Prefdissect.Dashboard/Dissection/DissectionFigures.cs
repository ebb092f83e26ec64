using Prefdissect.Dashboard.Charts;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Reporting;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Dissection;

/// <summary>Degrees of preference: one figure a group, or one map of all.</summary>
public sealed class DissectionFigures : IFigurePage
{
    private const int MostColumns = 80;

    /// <inheritdoc/>
    public string Page => "dissection";

    /// <inheritdoc/>
    public IReadOnlyList<PageFigure> Figures(SourceReading reading, PageQuery query, CancellationToken cancellation)
    {
        var degrees = DegreesOfSource.Of(reading, query.One("annotator"));
        var figures = Of(degrees, reading.Source, query);
        return query.One("property") is { } name && PropertyDetails.Of(reading, degrees, name) is { Distribution: { } distribution } ? [.. figures, distribution] : figures;
    }

    /// <summary>The figures of degrees that are read already.</summary>
    internal static IReadOnlyList<PageFigure> Of(DegreesOfSource degrees, Source source, PageQuery query)
    {
        var choice = DissectionChoice.Of(degrees, query);
        var all = choice.Groups.SelectMany(group => choice.Judges.Select(judge => degrees.Find(judge, group))).OfType<JudgeDegrees>().ToList();
        if (all.Count == 0) throw new RequestException("None of the judges chosen is fitted on the groups chosen. Choose others.");
        if (all.Count > MostColumns) throw new RequestException($"{all.Count} judges and groups at once are more than a figure can show; choose at most {MostColumns}.");
        var rows = DegreeRows.Of(all, degrees.Properties, choice.Sort);
        var provenance = new Provenance
        {
            Command = "serve",
            Data = degrees.View?.DataHash,
            Options = new Dictionary<string, string> { ["source"] = source.Name, ["judges"] = string.Join(", ", choice.Judges), ["groups"] = string.Join(", ", choice.Groups), ["sort"] = choice.Sort },
        };
        DegreesChart Chart(IReadOnlyList<JudgeDegrees> shown) => new(shown, rows, degrees.Properties, provenance)
        {
            HasHeadings = choice.Sort == "published",
            LinkOf = name => query.With("property", name).ToLink() + "#property-title",
        };
        if (choice.IsMap)
        {
            return [new PageFigure("map", "Degrees of preference, a map", canvas => Chart(all).Map().ToSvg(canvas), DegreesData.Of(all, rows), provenance)];
        }
        var axis = DegreesChart.Spanning(all);
        return
        [
            .. all.GroupBy(one => one.Group).Select((ofGroup, i) =>
            {
                var shown = ofGroup.ToList();
                return new PageFigure($"degrees-{i + 1}", $"Degrees of preference, {GroupText.Of(ofGroup.Key)}", canvas => Chart(shown).Dots(ofGroup.Key, axis).ToSvg(canvas), DegreesData.Of(shown, rows), provenance);
            }),
        ];
    }
}
