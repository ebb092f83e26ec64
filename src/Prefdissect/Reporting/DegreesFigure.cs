using Prefdissect.Dissecting;
using Prefdissect.Figures;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>What many judges prefer, at one look: a heat map of properties by judges, hatched where an interval includes indifference.</summary>
public static class DegreesFigure
{
    /// <summary>The heat map of a group: degree of preference minus 50 %, in percentage points, where the 95 % interval is clear of 50 %.</summary>
    /// <exception cref="ArgumentException">No judge is fitted on the group.</exception>
    public static HeatMap Of(DissectionView view, string group, Provenance provenance)
    {
        var fits = view.Fits.Where(fit => fit.Subject.Group == group && fit.Weights.Count > 0).ToList();
        if (fits.Count == 0) throw new ArgumentException($"No judge is fitted on group '{PlainText.Name(group)}'.", nameof(group));
        var properties = PublishedOrder.Of(view.Properties, fits.SelectMany(fit => fit.Weights.Select(weight => weight.Property))).Select(of => of.Name).ToList();
        var values = Values(fits, properties);
        var judges = fits.Select(fit => PlainText.Name(fit.Subject.Judge));
        return new HeatMap(CaptionOf(view, group, fits, provenance), [.. properties.Select(PlainText.Name)], [.. judges], values)
        {
            Ramp = ColourRamp.Diverging,
            Format = new ValueFormat(100, 1),
            ValueTitle = "degree of preference minus 50 %, in points",
            Span = Symmetric(values),
        };
    }

    private static double?[,] Values(List<JudgeFit> fits, List<string> properties)
    {
        var values = new double?[properties.Count, fits.Count];
        for (var column = 0; column < fits.Count; column++)
        {
            var weights = fits[column].Weights.ToDictionary(weight => weight.Property, StringComparer.Ordinal);
            for (var row = 0; row < properties.Count; row++)
            {
                if (weights.GetValueOrDefault(properties[row]) is { Verdict: not WeightVerdict.Unclear } weight) values[row, column] = weight.Preference - 0.5;
            }
        }
        return values;
    }

    private static Interval Symmetric(double?[,] values)
    {
        var largest = values.Cast<double?>().Max(value => Math.Abs(value ?? 0));
        var reach = Math.Max(0.05, Math.Ceiling(largest * 20) / 20);
        return new Interval(-reach, reach);
    }

    private static Caption CaptionOf(DissectionView view, string group, List<JudgeFit> fits, Provenance provenance)
    {
        var annotators = fits.Select(fit => PlainText.Name(fit.Subject.Annotator.Id)).Distinct(StringComparer.Ordinal);
        return new Caption($"What {Rounded.Count(fits.Count, "judge", "judges")} like and dislike on {GroupText.Of(group)}")
        {
            Subtitle = "Percentage points above (liked) or below (disliked) an even chance; hatched where the 95 % interval includes 50 % "
                + "or the property is not in the fit.",
            Simulated = fits.Any(fit => view.SimulatedJudges.Contains(fit.Subject.Judge)) ? FitLines.SimulatedBadge : null,
            Footnotes =
            [
                $"{FitLines.Pairs(fits)} a judge · group: {GroupText.Of(group)} · ratings by {string.Join(", ", annotators)} · "
                    + (provenance with { Data = view.DataHash }).Imprint(),
                .. FlagText.Of(FlaggedFit.Among(fits)) is { } flagged ? [flagged] : Array.Empty<string>(),
                "Intervals stand in each judge's own figure and table.",
                DissectionFigure.Caveat,
            ],
        };
    }
}
