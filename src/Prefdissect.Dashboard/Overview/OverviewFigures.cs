using Prefdissect.Dashboard.Charts;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Dissecting;
using Prefdissect.Figures;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Overview;

/// <summary>Coverage of properties by scenario, a figure an annotator.</summary>
public sealed class OverviewFigures : IFigurePage
{
    private const int MostGroups = 24;

    /// <inheritdoc/>
    public string Page => "overview";

    /// <inheritdoc/>
    public IReadOnlyList<PageFigure> Figures(SourceReading reading, PageQuery query, CancellationToken cancellation) =>
        reading.Source.IsPublished ? [] : Of(StudyOverview.Of(reading), StudyExamined.Of(reading));

    /// <summary>The figures of a study that is read already.</summary>
    internal static IReadOnlyList<PageFigure> Of(StudyOverview overview, StudyExamined examined) =>
        // An annotator that measured everything needs a sentence, not a figure of one colour.
        [.. examined.Coverage.Where(of => of.Value.Any(one => one.Share < 1)).Select((of, i) => Of(of.Key, of.Value, FormattableString.Invariant($"coverage-{i + 1}"), overview))];

    private static PageFigure Of(string annotator, IReadOnlyList<PropertyCoverage> coverage, string name, StudyOverview overview)
    {
        var properties = coverage.Select(one => one.Property).Distinct(StringComparer.Ordinal).ToList();
        var groups = coverage.GroupBy(one => one.Group, StringComparer.Ordinal).OrderByDescending(of => of.Key == Group.All).ThenByDescending(of => of.Max(one => one.Eligible)).ThenBy(of => of.Key, StringComparer.Ordinal)
            .Select(of => of.Key).ToList();
        var shown = groups.Take(MostGroups).ToList();
        var byCell = coverage.ToDictionary(one => (one.Property, one.Group));
        var (values, details) = (new double?[properties.Count, shown.Count], new string?[properties.Count, shown.Count]);
        for (var row = 0; row < properties.Count; row++)
        {
            for (var column = 0; column < shown.Count; column++)
            {
                if (!byCell.TryGetValue((properties[row], shown[column]), out var cell)) continue;
                values[row, column] = cell.Share;
                details[row, column] = $"{PlainText.Name(cell.Property)} · {PlainText.Name(cell.Group)}: measured on {Rounded.Count(cell.Measured)} of {Rounded.Count(cell.Eligible, "pair", "pairs")}";
            }
        }
        var map = new HeatMap(
            new Caption($"Where {PlainText.Name(annotator)} measured what")
            {
                Subtitle = FormattableString.Invariant($"Share of a group’s pairs on which both responses are measured; a property is fitted from {100 * Design.SmallestMeasuredShare:0} % on."),
                Simulated = overview.IsSimulated ? "simulated data" : null,
                Footnotes = groups.Count > shown.Count ? [$"The {shown.Count} largest of {groups.Count} groups; the table has all."] : [],
            },
            [.. properties.Select(PlainText.Name)], [.. shown.Select(group => group == Group.All ? "all pairs" : PlainText.Name(group))], values)
        {
            Span = new Interval(0, 1),
            Format = new ValueFormat(100, 0),
            ValueTitle = "share of pairs measured, %",
            Details = details,
        };
        var data = new FigureData(
            [new("property", "property"), new("group", "group"), new("measured", "measured", ValueFormat.Number(0)), new("eligible", "of pairs", ValueFormat.Number(0)), new("share", "share", ValueFormat.Percent)],
            [.. coverage.Select(one => (IReadOnlyList<object?>)[one.Property, one.Group, one.Measured, one.Eligible, one.Share])]);
        return new PageFigure(name, $"Coverage, {annotator}", canvas => map.ToSvg(canvas), data, new Provenance { Command = "serve", Data = overview.DataHash, Options = new Dictionary<string, string> { ["annotator"] = annotator } });
    }
}
