using Prefdissect.Dashboard.Charts;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Figures;
using Prefdissect.Judging.Bias;
using Prefdissect.Reporting;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Bias;

/// <summary>Draws how far every two judges agree as a heat map.</summary>
internal static class AgreementChart
{
    /// <summary>The heat map of one measure; <see langword="null"/> where there are not two judges.</summary>
    /// <param name="view">The judges, measured.</param>
    /// <param name="shown">Those that are shown.</param>
    /// <param name="measure">One of <see cref="BiasChoice.Agreements"/>.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="source">The study.</param>
    public static PageFigure? Of(JudgesView view, IReadOnlyList<JudgeBias> shown, string measure, Provenance provenance, Source source)
    {
        if (shown.Count < 2) return null;
        var twos = shown.Select(bias => bias.Agreements.ToDictionary(of => of.With, StringComparer.Ordinal)).ToList();
        var names = shown.Select(bias => bias.Judge.Name).ToList();
        var format = measure == "alike" ? ValueFormat.Percent : ValueFormat.Number(2);
        var (values, details, hrefs) = (new double?[names.Count, names.Count], new string?[names.Count, names.Count], new string?[names.Count, names.Count]);
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = 0; j < names.Count; j++)
            {
                if (i == j || !twos[i].TryGetValue(names[j], out var agreement)) continue;
                var figure = Measured(agreement, measure);
                values[i, j] = figure.Mean;
                details[i, j] = DetailOf(names[i], names[j], figure, format);
                hrefs[i, j] = source.Address("contrast") + PageQuery.Empty.With("x", names[i]).With("y", names[j]);
            }
        }
        var title = BiasChoice.Agreements.First(of => of.Name == measure).Title;
        var heat = new HeatMap(CaptionOf(view, shown, title, provenance), [.. names.Select(PlainText.Name)], [.. names.Select(PlainText.Name)], values)
        {
            Ramp = measure != "alike" && values.Cast<double?>().Any(value => value < 0) ? ColourRamp.Diverging : ColourRamp.Sequential,
            ValueTitle = title,
            Format = format,
            Details = details,
            Hrefs = hrefs,
        };
        return new PageFigure("agreement", $"Agreement: {title}", canvas => heat.ToSvg(canvas), DataOf(names, twos), provenance);
    }

    private static BiasFigure Measured(JudgeAgreement agreement, string measure) => measure switch { "kappa" => agreement.Kappa, "alpha" => agreement.Alpha, _ => agreement.Alike };

    private static string DetailOf(string one, string other, BiasFigure figure, ValueFormat format)
    {
        var who = $"{PlainText.Name(one)} and {PlainText.Name(other)}";
        if (figure.Mean is not { } mean) return $"{who}: no value, {figure.Reason}";
        var interval = figure is { Low: { } low, High: { } high } ? $", 95 % {format.Bare(low)} to {format.Bare(high)}" : $", {figure.Reason ?? "no interval"}";
        return $"{who}: {format.Full(mean)}{interval}, {Rounded.Count(figure.N, "pair", "pairs")} that both judged";
    }

    private static Caption CaptionOf(JudgesView view, IReadOnlyList<JudgeBias> shown, string title, Provenance provenance) => new($"How far {shown.Count} judges agree: {title}")
    {
        Simulated = shown.Any(bias => view.SimulatedJudges.Contains(bias.Judge.Name)) ? "simulated data" : null,
        Footnotes =
        [
            $"On the pairs that both judged, their number on hover and in the table · {provenance.Imprint()}",
            "Equal verdicts have other reasons than equal taste too: easy pairs, many ties, and a bias that both share. κ and α take off what chance alone would give.",
        ],
    };

    private static FigureData DataOf(IReadOnlyList<string> names, IReadOnlyList<Dictionary<string, JudgeAgreement>> twos)
    {
        var (share, number) = (ValueFormat.Percent, ValueFormat.Number(2));
        return new FigureData(
            [
                new("judge", "judge"), new("other", "other judge"), new("n", "common pairs", ValueFormat.Number(0)),
                new("alike", "alike", share), new("alikeLow", "95 % from", share), new("alikeHigh", "to", share),
                new("kappa", "κ", number), new("kappaLow", "95 % from", number), new("kappaHigh", "to", number),
                new("alpha", "α", number), new("alphaLow", "95 % from", number), new("alphaHigh", "to", number), new("reason", "why no value"),
            ],
            [
                .. from i in Enumerable.Range(0, names.Count)
                   from j in Enumerable.Range(i + 1, names.Count - i - 1)
                   where twos[i].ContainsKey(names[j])
                   select Row(names[i], twos[i][names[j]]),
            ]);
    }

    private static IReadOnlyList<object?> Row(string judge, JudgeAgreement of) =>
    [
        judge, of.With, of.Alike.N, of.Alike.Mean, of.Alike.Low, of.Alike.High, of.Kappa.Mean, of.Kappa.Low, of.Kappa.High, of.Alpha.Mean, of.Alpha.Low, of.Alpha.High,
        of.Alike.Reason ?? of.Kappa.Reason ?? of.Alpha.Reason,
    ];
}
