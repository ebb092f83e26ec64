using Prefdissect.Dissecting;
using Prefdissect.Figures;
using Prefdissect.Properties;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>Degrees of preference as a dot-and-whisker figure: a series a judge, a row a property.</summary>
public sealed record DissectionFigure(DissectionView View, Provenance Provenance)
{
    /// <summary>What a reader may not conclude; stands under every figure and page.</summary>
    public const string Caveat = "An association in these pairs, given the other properties of the fit, not a cause; a property is what this annotator measures.";

    /// <summary>Judges to show, in this order; all that have the group where empty.</summary>
    public IReadOnlyList<string> Judges { get; init; } = [];

    /// <summary>Order of the rows; where <see langword="null"/>, ranked for one judge and as published for several.</summary>
    public RowOrder? Order { get; init; }

    /// <summary>Degrees that the axis covers in any case, so that figures share a scale.</summary>
    public Interval? Axis { get; init; }

    /// <summary>Whether the names of the properties carry their definitions as tooltips: not where the same names stand in many figures of one page.</summary>
    internal bool Explained { get; init; } = true;

    /// <summary>The figure of a group as <c>dissect --svg</c> draws it.</summary>
    /// <exception cref="ArgumentException">No judge shown was fitted on the group.</exception>
    public static DotAndWhisker Of(DissectionView view, string group, Provenance provenance) => new DissectionFigure(view, provenance).Of(group);

    /// <summary>The figure of a group.</summary>
    /// <exception cref="ArgumentException">No judge shown was fitted on the group.</exception>
    public DotAndWhisker Of(string group)
    {
        var fits = FitsOn(group);
        if (fits.Count == 0) throw new ArgumentException($"No judge shown is fitted on group '{PlainText.Name(group)}'.", nameof(group));
        return new DotAndWhisker(CaptionOf(group, fits), [.. fits.Select(fit => PlainText.Name(fit.Subject.Judge))], [.. Rows(fits)],
            new Axis("degree of preference", ValueFormat.Percent) { AtLeast = Axis })
        {
            Reference = new ReferenceLine(0.5, "indifferent"),
            Names = new DotNames(Second: "planted"),
        };
    }

    /// <summary>The smallest interval that holds every 95 % interval and planted degree of some fits, for <see cref="Axis"/>.</summary>
    internal static Interval Spanning(DissectionView view, IEnumerable<JudgeFit> fits) => DegreesChart.Spanning(fits.Select(fit => JudgeDegrees.Of(fit, view)));

    private List<JudgeFit> FitsOn(string group)
    {
        var fits = View.Fits.Where(fit => fit.Subject.Group == group && fit.Weights.Count > 0).ToList();
        return Judges.Count == 0 ? fits : [.. Judges.SelectMany(judge => fits.Where(fit => fit.Subject.Judge == judge).Take(1))];
    }

    private IEnumerable<DotRow> Rows(List<JudgeFit> fits)
    {
        var order = Order ?? (fits.Count == 1 ? RowOrder.Ranked : RowOrder.Published);
        var byProperty = fits.Select(fit => fit.Weights.ToDictionary(weight => weight.Property, StringComparer.Ordinal)).ToList();
        var rows = InOrder(fits, order).ToList();
        var headings = rows.Select(row => Heading(row.Known)).Distinct(StringComparer.Ordinal).Count();
        foreach (var (property, known) in rows)
        {
            var points = fits.Select((fit, i) => byProperty[i].TryGetValue(property, out var weight) ? Point(fit, weight) : null);
            yield return new DotRow(PlainText.Name(property), [.. points])
            {
                Group = order == RowOrder.Published && headings > 1 ? Heading(known) : null,
                Tooltip = known is null || !Explained ? null : $"{known.Name}: {known.Definition}",
            };
        }
    }

    private IEnumerable<(string Name, Property? Known)> InOrder(List<JudgeFit> fits, RowOrder order)
    {
        var rows = PublishedOrder.Of(View.Properties, fits.SelectMany(fit => fit.Weights.Select(weight => weight.Property)));
        if (order == RowOrder.Published) return rows.OrderBy(row => row.Known is { } property ? (int)property.Kind : int.MaxValue);
        var firsts = fits[0].Weights.ToDictionary(weight => weight.Property, weight => weight.Posterior.Median, StringComparer.Ordinal);
        return rows.OrderByDescending(row => firsts.TryGetValue(row.Name, out var median) ? median : double.NegativeInfinity);
    }

    /// <summary>The heading that a property stands under where rows are grouped by kind.</summary>
    public static string Heading(Property? property) => property?.Kind switch
    {
        PropertyKind.Basic => "Basic",
        PropertyKind.Error => "Errors",
        PropertyKind.QuerySpecific => "Query-specific",
        _ => "Other",
    };

    private DotPoint Point(JudgeFit fit, PropertyWeight weight) => DegreeMark.Of(weight, View.PlantedWeight(fit.Subject.Judge, weight.Property)).ToPoint();

    private Caption CaptionOf(string group, List<JudgeFit> fits)
    {
        var who = fits.Count == 1 ? PlainText.Name(fits[0].Subject.Judge) : $"{fits.Count} judges";
        var verb = fits.Count == 1 ? "likes and dislikes" : "like and dislike";
        var annotators = fits.Select(fit => PlainText.Name(fit.Subject.Annotator.Id)).Distinct(StringComparer.Ordinal).ToList();
        return new Caption($"What {who} {verb} on {GroupText.Of(group)}")
        {
            Subtitle = "How often a response with more of the property is preferred, all else in the fit equal.",
            Simulated = fits.Any(fit => View.SimulatedJudges.Contains(fit.Subject.Judge)) ? FitLines.SimulatedBadge : null,
            Footnotes =
            [
                $"{(fits.Count == 1 ? "Judge" : "Judges")}: {string.Join("; ", fits.Select(JudgeText))}.",
                $"Group: {GroupText.Of(group)} · ratings by {string.Join(", ", annotators)} · "
                    + (Provenance with { Data = View.DataHash }).Imprint(),
                Caveat,
            ],
        };
    }

    private string JudgeText(JudgeFit fit)
    {
        var marks = new[]
        {
            View.Stale.Contains(fit.Subject) ? "out of date" : null,
            fit.Design.FlaggedPairs > 0 ? $"{Rounded.Count(fit.Design.FlaggedPairs.Value)} of them with a response that shows signs of manipulation" : null,
            fit.Design.FlaggedLeftOut > 0 ? $"without {Rounded.Count(fit.Design.FlaggedLeftOut)} with a response that shows signs of manipulation" : null,
            fit.Health.IsHealthy ? null : "sampling not healthy",
        }.OfType<string>().ToList();
        var text = $"{PlainText.Name(fit.Subject.Judge)}, {Rounded.Count(fit.Design.Pairs, "pair", "pairs")}";
        return marks.Count == 0 ? text : $"{text} ({string.Join(", ", marks)})";
    }
}
