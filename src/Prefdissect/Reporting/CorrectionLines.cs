using Prefdissect.Dissecting;
using Prefdissect.Dissecting.AnnotatorErrors;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>What is said of the mistakes of an annotator and of weights corrected for them.</summary>
public static class CorrectionLines
{
    /// <summary>Heading of a column of corrected degrees.</summary>
    internal const string Column = "corrected % [95 %]";

    /// <summary>The mistakes, a row a property.</summary>
    public static ReportTable Of(DoublyRatedPairs mistakes) => new(
        [
            new("property"), new("pairs", ColumnAlignment.Number), new("differing", ColumnAlignment.Number), new("none seen as none %", ColumnAlignment.Number), new("difference missed %", ColumnAlignment.Number),
            new("side mistaken %", ColumnAlignment.Number), new("not corrected because"),
        ],
        [
            .. mistakes.Confusions.Select(of => (IReadOnlyList<string>)
            [
                PlainText.Name(of.Property), Rounded.Count(of.Pairs), Rounded.Count(of.Differing), Share(of, of.Confusion?.NoneKept), Share(of, of.Confusion?.Missed), Share(of, of.Confusion?.Turned),
                PlainText.OneLine(of.Obstacle ?? ""),
            ]),
        ])
    {
        Title = $"How the annotator mistakes features, taking {PlainText.Name(mistakes.Trusted.Id)} to be right · {Rounded.Count(mistakes.Count, "pair", "pairs")} rated by both",
    };

    /// <summary>The lines under a fit that is shown with its correction; none where it has none.</summary>
    internal static IEnumerable<ReportLine> Of(JudgeFit fit, DissectionView view)
    {
        if (view.CorrectionOf(fit) is not { } correction) yield break;
        var trusted = PlainText.Name(correction.Trusted.Id);
        if (view.StaleCorrections.Contains(fit.Subject))
            yield return new ReportLine(LineKind.Warning, $"ratings changed since the correction: run `prefdissect fit --annotator-error {trusted}` again");
        yield return new ReportLine(LineKind.Detail, $"corrected for the mistakes of {PlainText.Name(fit.Subject.Annotator.Id)} against {trusted}, which is taken to be right, on "
            + $"{Rounded.Count(correction.Pairs, "pair", "pairs")} rated by both: {correction.Corrected} of {Rounded.Count(correction.Weights.Count, "weight", "weights")}. It undoes the pull towards 0; where mistakes depend on other "
            + "properties it can move weights the wrong way");
        foreach (var same in correction.Weights.Where(weight => weight.Reason is not null).GroupBy(weight => weight.Reason!, StringComparer.Ordinal))
            yield return new ReportLine(LineKind.Detail, $"not corrected, {PlainText.OneLine(same.Key)}: {string.Join(", ", same.Select(weight => PlainText.Name(weight.Property)))}");
    }

    /// <summary>The corrected degree of a weight, as a cell.</summary>
    internal static string Cell(FitCorrection correction, string property) =>
        correction[property] is { Preference: { } degree, PreferenceLow: { } low, PreferenceHigh: { } high } ? Rounded.PercentInterval(degree, low, high) : "–";

    private static string Share(MeasuredConfusion of, double? share) => of.Pairs > 0 && share is { } known ? Rounded.Percent(known) : "–";
}
