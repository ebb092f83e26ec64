using Prefdissect.Dissecting;
using Prefdissect.Figures;
using Prefdissect.Properties;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>Degrees of preference of fits as <c>dissect</c> draws them, for a file that is looked at without a script.</summary>
/// <param name="View">The fits.</param>
/// <param name="Provenance">Where they come from.</param>
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
    internal bool HasDefinitions { get; init; } = true;

    /// <summary>The figure of a group as <c>dissect --svg</c> draws it.</summary>
    /// <exception cref="ArgumentException">No judge shown was fitted on the group.</exception>
    public static DotAndWhisker Of(DissectionView view, string group, Provenance provenance) => new DissectionFigure(view, provenance).Of(group);

    /// <summary>The figure of a group: a series a judge, with intervals.</summary>
    /// <exception cref="ArgumentException">No judge shown was fitted on the group.</exception>
    public DotAndWhisker Of(string group) => ChartOf(group).Dots(group, Axis);

    /// <summary>The map of a group: a column a judge, for more judges than intervals can be told apart.</summary>
    /// <inheritdoc cref="Of(string)"/>
    public HeatMap MapOf(string group) => ChartOf(group).Map();

    /// <summary>The smallest interval that holds every 95 % interval and planted degree of some fits, for <see cref="Axis"/>.</summary>
    internal static Interval Spanning(DissectionView view, IEnumerable<JudgeFit> fits) => DegreesChart.Spanning(fits.Select(fit => JudgeDegrees.Of(fit, view)));

    private DegreesChart ChartOf(string group)
    {
        var fits = FitsOn(group);
        if (fits.Count == 0) throw new ArgumentException($"No judge shown is fitted on group '{PlainText.Name(group)}'.", nameof(group));
        var order = Order ?? (fits.Count == 1 ? RowOrder.Ranked : RowOrder.Published);
        var rows = InOrder(fits, order).ToList();
        return new DegreesChart([.. fits.Select(fit => JudgeDegrees.Of(fit, View))], [.. rows.Select(row => row.Name)], View.Properties, Provenance with { Data = View.DataHash })
        {
            HasHeadings = order == RowOrder.Published && rows.Select(row => Heading(row.Known)).Distinct(StringComparer.Ordinal).Count() > 1,
            HasDefinitions = HasDefinitions,
            IsAlone = true,
        };
    }

    private List<JudgeFit> FitsOn(string group)
    {
        var fits = View.Fits.Where(fit => fit.Subject.Group == group && fit.Weights.Count > 0).ToList();
        return Judges.Count == 0 ? fits : [.. Judges.SelectMany(judge => fits.Where(fit => fit.Subject.Judge == judge).Take(1))];
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
}
