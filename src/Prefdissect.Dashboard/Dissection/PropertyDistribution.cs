using System.Globalization;
using Prefdissect.Annotating;
using Prefdissect.Dashboard.Charts;
using Prefdissect.Figures;
using Prefdissect.Properties;
using Prefdissect.Reporting;
using Prefdissect.Studies;

namespace Prefdissect.Dashboard.Dissection;

/// <summary>How an annotator's ratings of one property are spread over the responses of a study.</summary>
/// <param name="property">The property.</param>
/// <param name="annotator">Who rated.</param>
/// <param name="counts">The ratings, counted.</param>
internal sealed class PropertyDistribution(Property property, AnnotatorIdentity annotator, IReadOnlyList<RatingCount> counts)
{
    // Lengths double from bin to bin: a hundred words more are much for a short text and little for a long one.
    private static readonly int[] LengthBins = [0, 25, 50, 100, 200, 400, 800, 1600];

    /// <summary>Ratings with a value.</summary>
    public long Measured => counts.Where(count => count.State == RatingState.Measured).Sum(count => count.Count);

    /// <summary>Ratings without one, by state.</summary>
    public IReadOnlyList<(RatingState State, long Count)> Without =>
        [.. counts.Where(count => count.State != RatingState.Measured).GroupBy(count => count.State).Select(of => (of.Key, of.Sum(count => count.Count)))];

    /// <summary>The figure; <see langword="null"/> where nothing is measured.</summary>
    public PageFigure? Figure(Provenance provenance)
    {
        if (Measured == 0) return null;
        var bars = property.Rule == ComparisonRule.Length ? ByLength() : ByLevel();
        var rows = bars.Select(bar => (IReadOnlyList<object?>)[bar.Name, bar.Count, (double)bar.Count / Measured]).ToList();
        var data = new FigureData([new("rating", property.Unit), new("responses", "responses", ValueFormat.Number(0)), new("share", "share", ValueFormat.Percent)], rows);
        return new PageFigure("distribution", $"Ratings of {property.ShortName}", canvas => Drawing(bars).ToSvg(canvas), data, provenance);
    }

    private Histogram Drawing(IReadOnlyList<(string Name, long Count)> bars) => new(
        new Caption($"How much of “{PlainText.Name(property.ShortName)}” the responses have")
        {
            Subtitle = "Share of the rated responses.",
            Footnotes = [$"n = {Rounded.Count(Measured)} ratings by {PlainText.Name(annotator.Id)}."],
        },
        [.. bars.Select(bar => bar.Name)],
        [
            new HistogramSeries("responses", [.. bars.Select(bar => (double)bar.Count / Measured)])
            {
                Details = [.. bars.Select(bar => $"{property.Unit} {bar.Name}: {Rounded.Percent((double)bar.Count / Measured)} %, n {Rounded.Count(bar.Count)}")],
            },
        ],
        property.Unit, new Axis("share of responses", ValueFormat.Percent))
    {
        IsContinuous = property.Rule == ComparisonRule.Length,
    };

    private List<(string Name, long Count)> ByLevel()
    {
        var scale = property.Scale;
        // Ratings by item are means, so that they may lie between two levels: each goes to the nearest.
        return
        [
            .. Enumerable.Range(scale.Least, scale.Span + 1).Select(level =>
            (
                scale.Words.Count > 0 ? scale.Words[level - scale.Least] : level.ToString(CultureInfo.InvariantCulture),
                counts.Where(count => count is { State: RatingState.Measured, Value: { } value } && Math.Clamp((int)Math.Round(value, MidpointRounding.AwayFromZero), scale.Least, scale.Most) == level).Sum(count => count.Count)
            )),
        ];
    }

    private List<(string Name, long Count)> ByLength() =>
    [
        .. LengthBins.Select((from, i) =>
        {
            var to = i + 1 < LengthBins.Length ? LengthBins[i + 1] : int.MaxValue;
            var name = to == int.MaxValue ? FormattableString.Invariant($"{from}+") : FormattableString.Invariant($"{from}–{to - 1}");
            return (name, counts.Where(count => count is { State: RatingState.Measured, Value: { } value } && value >= from && value < to).Sum(count => count.Count));
        }),
    ];
}
