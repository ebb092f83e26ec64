using Prefdissect.Figures;
using Prefdissect.Properties;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Dissection;

/// <summary>Draws degrees of preference: dots and intervals for one group, or a map of judges and groups.</summary>
internal sealed class DegreesChart(IReadOnlyList<JudgeDegrees> shown, IReadOnlyList<string> rows, PropertySet properties, Provenance provenance)
{
    private const string Subtitle = "How often a response with more of the property is preferred, all else in the fit equal.";

    /// <summary>Address of a property's details, by its short name.</summary>
    public Func<string, string>? LinkOf { get; init; }

    /// <summary>Whether rows stand under headings of their kind.</summary>
    public bool HasHeadings { get; init; }

    /// <summary>Dots and intervals of judges on one group.</summary>
    /// <param name="group">The group, for the words.</param>
    /// <param name="axis">Degrees that the axis covers in any case, so that figures share a scale.</param>
    public DotAndWhisker Dots(string group, Interval axis) => new(
        CaptionOf(GroupText.Of(group)), [.. shown.Select(one => PlainText.Name(one.Judge))],
        [
            .. rows.Select(name => new DotRow(PlainText.Name(name), [.. shown.Select(one => PointOf(one, name))])
            {
                Group = HasHeadings ? DegreeRows.Heading(properties, name) : null,
                Tooltip = properties.Find(name)?.Definition,
                Href = LinkOf?.Invoke(name),
            }),
        ],
        new Axis("degree of preference", ValueFormat.Percent) { AtLeast = axis })
    {
        Reference = new ReferenceLine(0.5, "indifferent"),
        Names = new DotNames(Centre: shown.Any(one => !one.IsPublished) ? "median" : "published mean", Second: "planted"),
    };

    /// <summary>A row a property and a column a judge, or a judge and group.</summary>
    public HeatMap Map()
    {
        var several = shown.Select(one => one.Group).Distinct(StringComparer.Ordinal).Count() > 1;
        var oneJudge = shown.Select(one => one.Judge).Distinct(StringComparer.Ordinal).Count() == 1;
        var values = new double?[rows.Count, shown.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            // As percentage points off indifference, which is where the diverging colours turn.
            for (var column = 0; column < shown.Count; column++) values[row, column] = shown[column].Marks.GetValueOrDefault(rows[row]) is { } mark ? 100 * (mark.Centre - 0.5) : null;
        }
        var columns = shown.Select(one => !several ? PlainText.Name(one.Judge) : oneJudge ? GroupText.Of(one.Group) : $"{PlainText.Name(one.Judge)} · {GroupText.Of(one.Group)}").ToList();
        var who = several ? oneJudge ? $"by group: {PlainText.Name(shown[0].Judge)}" : "by judge and group" : $"on {GroupText.Of(shown[0].Group)}";
        return new HeatMap(CaptionOf(who) with { Subtitle = "Degree of preference less 50 %: above 0 (orange) more of the property is liked, below (blue) disliked." }, [.. rows.Select(PlainText.Name)], columns, values)
        {
            Ramp = ColourRamp.Diverging,
            Format = ValueFormat.Number(0),
            ValueTitle = "degree of preference − 50 %, in points",
            Details = Details(),
            RowHrefs = LinkOf is { } link ? [.. rows.Select(name => link(name))] : null,
        };
    }

    private string?[,] Details()
    {
        var details = new string?[rows.Count, shown.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < shown.Count; column++) details[row, column] = shown[column].Marks.TryGetValue(rows[row], out var mark) ? Detail(shown[column], rows[row], mark) : null;
        }
        return details;
    }

    private static DotPoint? PointOf(JudgeDegrees of, string name) => of.Marks.TryGetValue(name, out var mark)
        ? new DotPoint(mark.Centre) { Inner = mark.Inner, Outer = mark.Outer, Second = mark.Planted, Detail = Detail(of, name, mark) }
        : null;

    private static string Detail(JudgeDegrees of, string name, DegreeMark mark)
    {
        var interval = mark.Outer is { } outer ? $" (95 %: {Rounded.Percent(outer.Low)} to {Rounded.Percent(outer.High)} %)" : ", no interval published";
        var planted = mark.Planted is { } truth ? $" · planted {Rounded.Percent(truth)} %" : "";
        var pairs = of.Pairs is { } count ? $" · {Rounded.Count(count, "pair", "pairs")}" : "";
        return $"{PlainText.Name(of.Judge)} · {PlainText.Name(name)} · {GroupText.Of(of.Group)}: {Rounded.Percent(mark.Centre)} %{interval} · weight {Rounded.Number(mark.Weight, 2)}{planted}{pairs}";
    }

    private Caption CaptionOf(string where)
    {
        var judges = shown.Select(one => one.Judge).Distinct(StringComparer.Ordinal).ToList();
        var who = judges.Count == 1 ? $"{PlainText.Name(judges[0])} likes and dislikes" : $"{judges.Count} judges like and dislike";
        var annotators = shown.Select(one => one.Annotator).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new Caption($"What {who}, {where}")
        {
            Subtitle = Subtitle,
            Simulated = shown.Any(one => one.IsSimulated) ? "simulated data" : null,
            Footnotes =
            [
                .. shown.Any(one => !one.IsPublished) ? [string.Join("; ", shown.Where(one => !one.IsPublished).Take(12).Select(Counted))] : Array.Empty<string>(),
                .. shown.Any(one => one.IsPublished) ? ["Published judges: posterior means of the paper, without intervals; on all pairs the mean over its 11 scenarios."] : Array.Empty<string>(),
                .. annotators.Count > 0 ? [$"Ratings by {string.Join(", ", annotators.Select(PlainText.Name))}{(provenance.Data is { } data ? $" · data {data[..Math.Min(12, data.Length)]}" : "")} · Prefdissect {provenance.Version}."] : Array.Empty<string>(),
                DissectionFigure.Caveat,
            ],
        };
    }

    private static string Counted(JudgeDegrees one) =>
        $"{PlainText.Name(one.Judge)}, {GroupText.Of(one.Group)}: {Rounded.Count(one.Pairs!.Value, "pair", "pairs")}{(one.Warnings.Count > 0 ? $" ({string.Join(", ", one.Warnings)})" : "")}";
}
