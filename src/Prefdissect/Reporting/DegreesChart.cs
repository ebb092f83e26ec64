using Prefdissect.Figures;
using Prefdissect.Properties;

namespace Prefdissect.Reporting;

/// <summary>
/// Draws degrees of preference of fitted and published judges side by side: dots and intervals for one group, or a map of judges and groups.
/// </summary>
/// <param name="Judges">The judges, each on a group: a series or a column each.</param>
/// <param name="Rows">Short names of the properties, in the order of the rows.</param>
/// <param name="Properties">Names and definitions of the properties.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record DegreesChart(IReadOnlyList<JudgeDegrees> Judges, IReadOnlyList<string> Rows, PropertySet Properties, Provenance Provenance)
{
    /// <summary>Most judges whose intervals can be told apart in one row, where rows have room for as many as a reader may choose.</summary>
    public const int MostChosen = 6;

    private const string Subtitle = "How often a response with more of the property is preferred, all else in the fit equal.";
    private const string MapSubtitle = "Degree of preference less 50 %: above 0 (orange) more of the property is liked, below (blue) disliked";

    /// <summary>Address of a property's details, by its short name.</summary>
    public Func<string, string>? LinkOf { get; init; }

    /// <summary>Whether rows stand under headings of their kind.</summary>
    public bool HasHeadings { get; init; }

    /// <summary>Whether the names of properties carry their definitions as tooltips; where a page's script lets the reader choose, never.</summary>
    public bool HasDefinitions { get; init; } = true;

    /// <summary>Whether the figure is looked at without a page's script, so that its marks tell their numbers as tooltips.</summary>
    public bool IsAlone { get; init; }

    /// <summary>
    /// Places of the judges shown at first, where a page's script lets the reader choose among them: the words then name none of them, rows are known by their place in
    /// <see cref="Rows"/>, and marks carry no details, since the script knows them. <see langword="null"/> where all are shown.
    /// </summary>
    public IReadOnlyList<int>? Shown { get; init; }

    /// <summary>How the group is called in words, where not by its name.</summary>
    public string? GroupName { get; init; }

    /// <summary>The smallest interval that holds every degree, interval and planted degree, and 50 %, so that figures share a scale.</summary>
    public static Interval Spanning(IEnumerable<JudgeDegrees> all)
    {
        var values = all.SelectMany(one => one.Marks.Values)
            .SelectMany(mark => new[] { mark.Outer?.Low ?? mark.Centre, mark.Outer?.High ?? mark.Centre, mark.Planted ?? mark.Centre }).Append(0.5).ToList();
        return new Interval(values.Min(), values.Max());
    }

    /// <summary>The properties that any of the judges has a degree for, as published: by kind, then in the order of their set.</summary>
    public static IReadOnlyList<string> PublishedRows(IEnumerable<JudgeDegrees> judges, PropertySet properties) =>
        [.. PublishedOrder.Of(properties, judges.SelectMany(judge => judge.Marks.Keys)).OrderBy(of => of.Known is { } known ? (int)known.Kind : int.MaxValue).Select(of => of.Name)];

    /// <summary>Dots and intervals of judges on one group.</summary>
    /// <param name="group">The group, for the words.</param>
    /// <param name="axis">Degrees that the axis covers in any case, so that figures share a scale; those of the judges alone where <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">There is no judge or no property.</exception>
    public DotAndWhisker Dots(string group, Interval? axis) => new(
        CaptionOf($" on {GroupName ?? GroupText.Of(group)}"), [.. Judges.Select(one => PlainText.Name(one.Judge))],
        [
            .. Rows.Select((name, row) => new DotRow(PlainText.Name(name), [.. Judges.Select(one => PointOf(one, name))])
            {
                Group = HasHeadings ? DissectionFigure.Heading(Properties.Find(name)) : null,
                Tooltip = Shown is null && HasDefinitions && Properties.Find(name) is { } known ? $"{known.Name}: {known.Definition}" : null,
                Href = LinkOf?.Invoke(name),
                Key = Shown is null ? null : FormattableString.Invariant($"{row}"),
            }),
        ],
        new Axis("degree of preference", ValueFormat.Percent) { AtLeast = axis })
    {
        Reference = new ReferenceLine(0.5, "indifferent"),
        Choice = Shown is null ? null : new SeriesChoice([.. Shown.Take(MostChosen)], Math.Min(MostChosen, Judges.Count)),
        Names = new DotNames(Centre: Judges.Any(one => one.Pairs is not null) ? "median" : "published mean", Second: "planted"),
    };

    /// <summary>A row a property and a column a judge, or a judge and group.</summary>
    /// <exception cref="ArgumentException">There is no judge or no property.</exception>
    public HeatMap Map()
    {
        var several = Judges.Select(one => one.Group).Distinct(StringComparer.Ordinal).Count() > 1;
        var oneJudge = Judges.Select(one => one.Judge).Distinct(StringComparer.Ordinal).Count() == 1;
        var columns = Judges.Select(one => !several ? PlainText.Name(one.Judge) : oneJudge ? GroupText.Of(one.Group) : $"{PlainText.Name(one.Judge)} · {GroupText.Of(one.Group)}").ToList();
        var where = several ? oneJudge ? ", by group" : ", by judge and group" : $" on {GroupName ?? GroupText.Of(Judges[0].Group)}";
        var unclear = Cells((_, mark) => mark?.IsUnclear is true);
        var hasUnclear = unclear.Cast<bool>().Contains(true);
        var subtitle = MapSubtitle + (hasUnclear ? "; hollow where the 95 % interval includes 50 %." : ".");
        return new HeatMap(CaptionOf(where) with { Subtitle = subtitle }, [.. Rows.Select(PlainText.Name)], columns, Cells((_, mark) => mark is null ? (double?)null : 100 * (mark.Centre - 0.5)))
        {
            Hollow = hasUnclear ? unclear : null,
            Ramp = ColourRamp.Diverging,
            Format = ValueFormat.Number(0),
            ValueTitle = "degree of preference − 50 %, in points",
            Details = IsAlone ? null : Cells((at, mark) => Shown is not null ? "" : mark is null ? null : Detail(Judges[at.Column], Rows[at.Row], mark)),
            RowHrefs = LinkOf is { } link ? [.. Rows.Select(name => link(name))] : null,
            IsSortable = Shown is not null,
            HasColumnChoice = Shown is not null,
        };
    }

    // Rows × judges, of the mark where there is one.
    private T[,] Cells<T>(Func<(int Row, int Column), DegreeMark?, T> of)
    {
        var cells = new T[Rows.Count, Judges.Count];
        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = 0; column < Judges.Count; column++) cells[row, column] = of((row, column), Judges[column].Marks.GetValueOrDefault(Rows[row]));
        }
        return cells;
    }

    private DotPoint? PointOf(JudgeDegrees of, string name) => of.Marks.TryGetValue(name, out var mark)
        ? mark.ToPoint(Shown is not null ? "" : IsAlone ? null : Detail(of, name, mark))
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
        var judges = Judges.Select(one => one.Judge).Distinct(StringComparer.Ordinal).ToList();
        var who = judges.Count == 1 ? $"{PlainText.Name(judges[0])} likes and dislikes" : Shown is not null ? "judges like and dislike" : $"{judges.Count} judges like and dislike";
        var annotators = Judges.Select(one => one.Annotator).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new Caption($"What {who}{where}")
        {
            Subtitle = Subtitle,
            Simulated = Judges.Any(one => one.IsSimulated) ? FitLines.SimulatedBadge : null,
            Footnotes =
            [
                .. Counted() is { Length: > 0 } counted ? [counted] : Array.Empty<string>(),
                .. Judges.Any(one => one.IsPublished) ? ["Published judges: posterior means of the paper, without intervals; on all pairs the mean over its 11 scenarios."] : Array.Empty<string>(),
                .. annotators.Count > 0 ? [$"Ratings by {string.Join(", ", annotators.Select(PlainText.Name))} · {Provenance.Imprint()}."]
                    : Shown is not null ? [$"Prefdissect {Provenance.Version}."] : Array.Empty<string>(),
                DissectionFigure.Caveat,
            ],
        };
    }

    // Where the reader chooses, words that name judges would name some that are not shown.
    private string Counted()
    {
        var fitted = Judges.Where(one => one.Pairs is not null).ToList();
        if (Shown is null) return string.Join("; ", fitted.Take(12).Select(Counted));
        if (fitted.Count == 0) return "";
        var (fewest, most) = (fitted.Min(one => one.Pairs!.Value), fitted.Max(one => one.Pairs!.Value));
        var warnings = fitted.Where(one => one.Warnings.Count > 0).Select(one => $"{PlainText.Name(one.Judge)}: {string.Join(", ", one.Warnings)}").ToList();
        return $"{(fewest == most ? Rounded.Count(most, "pair", "pairs") : $"{Rounded.Count(fewest)} to {Rounded.Count(most)} pairs")}{(fitted.Count > 1 ? " a judge" : "")}"
            + (warnings.Count is > 0 and <= MostChosen ? $" · {string.Join("; ", warnings)}" : warnings.Count > 0 ? $" · {warnings.Count} fits out of date or not healthy" : "");
    }

    private static string Counted(JudgeDegrees one) =>
        $"{PlainText.Name(one.Judge)}, {GroupText.Of(one.Group)}: {Rounded.Count(one.Pairs!.Value, "pair", "pairs")}{(one.Warnings.Count > 0 ? $" ({string.Join(", ", one.Warnings)})" : "")}";
}
