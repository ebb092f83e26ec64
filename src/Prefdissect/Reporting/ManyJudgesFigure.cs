using Prefdissect.Figures;
using Prefdissect.Properties;

namespace Prefdissect.Reporting;

/// <summary>
/// Degrees of preference of many judges on one group, fitted and published ones side by side, of whom a page's reader chooses a few: a dot-and-whisker figure
/// with a series a judge and a keyed row a property.
/// </summary>
/// <param name="Judges">The judges, a series each, in the same order in every group so that each keeps its colour.</param>
/// <param name="Properties">Order, names and definitions of the properties.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record ManyJudgesFigure(IReadOnlyList<JudgeDegrees> Judges, PropertySet Properties, Provenance Provenance)
{
    /// <summary>Most judges whose intervals can be told apart in one row.</summary>
    public const int Most = 6;

    /// <summary>Places of the judges shown at first, at most <see cref="Most"/>; the first ones where <see langword="null"/>.</summary>
    public IReadOnlyList<int>? Shown { get; init; }

    /// <summary>Degrees that the axis covers in any case, so that groups share a scale.</summary>
    public Interval? Axis { get; init; }

    /// <summary>How the group is called in a sentence; <see langword="null"/> for its name.</summary>
    public string? GroupText { get; init; }

    /// <summary>Where the name of a property leads; nowhere where <see langword="null"/>.</summary>
    public Func<string, string?>? PropertyHref { get; init; }

    /// <summary>What a page's script knows a row by; its short name where <see langword="null"/>.</summary>
    public Func<string, string>? KeyOf { get; init; }

    /// <summary>Whether marks carry no details, because the page's script knows them.</summary>
    internal bool IsTerse { get; init; }

    /// <summary>The properties that any judge has, in the order of the set.</summary>
    public IReadOnlyList<string> Rows => [.. PublishedOrder.Of(Properties, Judges.SelectMany(judge => judge.Degrees.Keys)).OrderBy(KindOf).Select(of => of.Name)];

    /// <summary>The figure of a group.</summary>
    /// <param name="group">The group's name.</param>
    /// <exception cref="ArgumentException">No judge has degrees.</exception>
    public DotAndWhisker Of(string group)
    {
        var rows = Rows;
        if (rows.Count == 0) throw new ArgumentException($"No judge shown has weights on group '{PlainText.Name(group)}'.", nameof(group));
        var headings = rows.Select(row => DissectionFigure.Heading(Properties.Find(row))).Distinct(StringComparer.Ordinal).Count();
        return new DotAndWhisker(CaptionOf(group), [.. Judges.Select(judge => PlainText.Name(judge.Judge))],
            [.. rows.Select(row => new DotRow(PlainText.Name(row), [.. Judges.Select(judge => PointOf(judge, row))])
            {
                Key = KeyOf?.Invoke(row) ?? row,
                Group = headings > 1 ? DissectionFigure.Heading(Properties.Find(row)) : null,
                Href = PropertyHref?.Invoke(row),
            })],
            new Axis("degree of preference", ValueFormat.Percent) { AtLeast = Axis })
        {
            Reference = new ReferenceLine(0.5, "indifferent"),
            Choice = new SeriesChoice(Shown ?? [.. Enumerable.Range(0, Math.Min(Most, Judges.Count))], Math.Min(Most, Judges.Count)),
            Names = new DotNames(Centre: Judges.All(judge => judge.Pairs is null) ? "published" : "median"),
        };
    }

    private static int KindOf((string Name, Property? Known) row) => row.Known is { } property ? (int)property.Kind : int.MaxValue;

    private DotPoint? PointOf(JudgeDegrees judge, string property)
    {
        if (!judge.Degrees.TryGetValue(property, out var point)) return null;
        return IsTerse ? point with { Detail = "" } : point;
    }

    private Caption CaptionOf(string group)
    {
        var counts = Judges.Select(judge => judge.Pairs).OfType<int>().ToList();
        var annotators = Judges.Select(judge => judge.Annotator).OfType<string>().Distinct(StringComparer.Ordinal).Select(PlainText.Name).ToList();
        var n = counts.Count == 0 ? null
            : counts.Min() == counts.Max() ? $"{Rounded.Count(counts.Max(), "pair", "pairs")} a judge"
            : $"{Rounded.Count(counts.Min())} to {Rounded.Count(counts.Max())} pairs a judge";
        string?[] facts =
        [
            $"Group: {GroupText ?? FitLines.GroupName(group)}", n, annotators.Count > 0 ? $"ratings by {string.Join(", ", annotators)}" : null,
            Provenance.Data is { } hash ? $"data {FitLines.ShortHash(hash)}" : null, $"Prefdissect {Provenance.Version}",
        ];
        return new Caption($"What judges like and dislike: {GroupText ?? FitLines.GroupName(group)}")
        {
            Subtitle = "How often a response with more of the property is preferred, all else in the fit equal.",
            Simulated = Judges.Any(judge => judge.IsSimulated) ? FitLines.SimulatedBadge : null,
            Footnotes =
            [
                string.Join(" · ", facts.OfType<string>()),
                .. counts.Count < Judges.Count(judge => judge.Degrees.Count > 0) ? ["Published weights are points: how sure they are was not published."] : Array.Empty<string>(),
                DissectionFigure.Caveat,
            ],
        };
    }
}
