using Prefdissect.Dashboard.Charts;
using Prefdissect.Figures;
using Prefdissect.Judging.Bias;
using Prefdissect.Reporting;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Bias;

/// <summary>Draws measures of judges as dots and intervals, a heading a measure and a row a judge.</summary>
/// <param name="view">The judges, measured.</param>
/// <param name="shown">Those that are shown.</param>
/// <param name="provenance">Where it comes from.</param>
internal sealed class BiasCharts(JudgesView view, IReadOnlyList<JudgeBias> shown, Provenance provenance)
{
    private const string Caveat = "Intervals: 95 %, bootstrap over queries. Of these votes and pairs: other pairs and other prompts may give other numbers.";

    /// <summary>Measures that are 50 % where a judge is not biased.</summary>
    public PageFigure? Shares() => Dots("shares", "Position, labels and length against 50 %", ["positionShare", "labelShare", "longerWins"], true, new ReferenceLine(0.5, "no bias"));

    /// <summary>How often something happens, which has no unbiased value.</summary>
    public PageFigure? Frequencies() => Dots("frequencies", "Flips, ties, steadiness and wins of its own model", ["flipRate", "positionAlone", "tieShare", "steadiness", "ownWins", "ownByOthers"], true, null);

    /// <summary>What position and length weigh.</summary>
    public PageFigure? Shifts() => Dots("shifts", "What position and length weigh, in log-odds",
        ["orderShift", "randomOrderShift", "adjustedOrderShift", "lengthAlone", "lengthBesideOthers"], false, new ReferenceLine(0, "no weight"));

    /// <summary>What a judge's own model wins beyond what it wins with others.</summary>
    public PageFigure? SelfPreference() => Dots("self-preference", "Self-preference: wins of its own model beyond those with other judges", ["selfPreference"], true, new ReferenceLine(0, "none"));

    /// <summary>How large margins are.</summary>
    public PageFigure? Margins()
    {
        var having = shown.Where(bias => bias.Margins.N > 0).ToList();
        if (having.Count == 0) return null;
        var rows = having.Select(bias => new DotRow(PlainText.Name(bias.Judge.Name), [new DotPoint(bias.Margins.Median!.Value)
        {
            Inner = new Interval(bias.Margins.Q25!.Value, bias.Margins.Q75!.Value),
            Outer = new Interval(bias.Margins.Q05!.Value, bias.Margins.Q95!.Value),
            Detail = $"{PlainText.Name(bias.Judge.Name)}: median {Rounded.Number(bias.Margins.Median.Value, 2)}, half of the pairs in {Rounded.Number(bias.Margins.Q25.Value, 2)} to {Rounded.Number(bias.Margins.Q75.Value, 2)}, n = {Rounded.Count(bias.Margins.N)}",
        }]));
        var missing = having.Count < shown.Count ? [$"Without margins: {Names(shown.Except(having))}."] : Array.Empty<string>();
        var figure = new DotAndWhisker(
            CaptionOf("How sure judges are: size of the margin", [.. missing, "Bars hold half and nine tenths of the pairs: a spread, not an interval of an estimate."], having.Select(bias => bias.Margins.N)),
            ["margin"], [.. rows], new Axis("size of the margin, log-odds", ValueFormat.Number(2)) { AtLeast = new Interval(0, 0) })
        { Names = new DotNames("median", "50 % of pairs", "90 % of pairs") };
        return new PageFigure("margins", "Size of the margin", canvas => figure.ToSvg(canvas), new FigureData(
            [new("judge", "judge"), .. new[] { "q05", "q25", "median", "q75", "q95" }.Select(name => new FigureColumn(name, name, ValueFormat.Number(2))), new("n", "pairs", ValueFormat.Number(0)), new("reason", "why none")],
            [.. shown.Select(bias => (IReadOnlyList<object?>)[bias.Judge.Name, bias.Margins.Q05, bias.Margins.Q25, bias.Margins.Median, bias.Margins.Q75, bias.Margins.Q95, bias.Margins.N, bias.Margins.Reason])]), provenance);
    }

    /// <summary>How often people agree with a judge where it is about as sure.</summary>
    public PageFigure? Calibration()
    {
        var bins = shown.SelectMany(bias => bias.Calibration.Bins.Where(bin => bin.N > 0).Select(bin => (Judge: bias.Judge.Name, Bin: bin))).ToList();
        if (bins.Count == 0) return null;
        var figure = new DotAndWhisker(
            CaptionOf("Calibration: how often people agree with a judge, by how sure it is",
                ["Dot: share of people for the response that the judge prefers, a tie being half. Tick: the judge's own mean probability of it. Where both coincide, it is calibrated.", "Bins have no intervals; few pairs in a bin tell little."], bins.Select(of => (long)of.Bin.N)),
            ["judge"],
            [.. bins.Select(of => new DotRow($"{Range(of.Bin)} (n {Rounded.Count(of.Bin.N)})", [new DotPoint(of.Bin.Agreement!.Value)
            {
                Second = of.Bin.Confidence,
                Detail = $"{PlainText.Name(of.Judge)}, {Range(of.Bin)} sure: people agree in {Rounded.Percent(of.Bin.Agreement.Value)} %, its own probability is {Rounded.Percent(of.Bin.Confidence!.Value)} %, n = {Rounded.Count(of.Bin.N)}",
            }]) { Group = PlainText.Name(of.Judge) })],
            new Axis("people agree", ValueFormat.Percent) { AtLeast = new Interval(0.5, 1) })
        { Reference = new ReferenceLine(0.5, "chance"), Names = new DotNames("people agree", Second: "judge's own probability") };
        return new PageFigure("calibration", "Calibration against people", canvas => figure.ToSvg(canvas), new FigureData(
            [new("judge", "judge"), new("least", "sure from", ValueFormat.Percent), new("most", "to", ValueFormat.Percent), new("n", "pairs", ValueFormat.Number(0)), new("confidence", "judge's probability", ValueFormat.Percent), new("agreement", "people agree", ValueFormat.Percent)],
            [.. bins.Select(of => (IReadOnlyList<object?>)[of.Judge, of.Bin.Least, of.Bin.Most, of.Bin.N, of.Bin.Confidence, of.Bin.Agreement])]), provenance);
    }

    private PageFigure? Dots(string name, string title, IReadOnlyList<string> fields, bool isShare, ReferenceLine? reference)
    {
        var all = fields.SelectMany(field => shown.Select(bias => (Judge: bias.Judge.Name, Measure: BiasTables.Measures(bias).First(measure => measure.Field == field)))).ToList();
        var told = all.Where(of => of.Measure.Figure.Mean is not null).ToList();
        if (told.Count == 0) return null;
        var format = isShare ? ValueFormat.Percent : ValueFormat.Number(2);
        var missing = all.Where(of => of.Measure.Figure.Mean is null).GroupBy(of => (of.Measure.Name, of.Measure.Figure.Reason))
            .Select(of => $"Not measured: {of.Key.Name}, {(of.Count() == shown.Count && shown.Count > 1 ? "of any judge" : $"of {Names(of.Select(one => one.Judge))}")}, because {PlainText.OneLine(of.Key.Reason ?? "")}.");
        var figure = new DotAndWhisker(
            CaptionOf(title, [.. missing, Caveat], told.Select(of => of.Measure.Figure.N)), ["mean"],
            [.. told.Select(of => new DotRow(PlainText.Name(of.Judge), [PointOf(of.Judge, of.Measure, format)]) { Group = char.ToUpperInvariant(of.Measure.Name[0]) + of.Measure.Name[1..] })],
            new Axis(isShare ? "per cent" : "log-odds", format) { AtLeast = reference is null ? new Interval(0, 0) : null })
        { Reference = reference, Names = new DotNames("value") };
        return new PageFigure(name, title, canvas => figure.ToSvg(canvas), DataOf(all, format), provenance);
    }

    private static DotPoint PointOf(string judge, BiasMeasure measure, ValueFormat format)
    {
        var figure = measure.Figure;
        var interval = figure is { Low: { } low, High: { } high } ? new Interval(low, high) : (Interval?)null;
        var words = interval is { } ends ? $", 95 % {format.Bare(ends.Low)} to {format.Bare(ends.High)}" : $", {figure.Reason ?? "no interval"}";
        return new DotPoint(figure.Mean!.Value) { Outer = interval, Detail = $"{PlainText.Name(judge)}, {measure.Name}: {format.Full(figure.Mean.Value)}{words}, n = {Rounded.Count(figure.N)}" };
    }

    private static FigureData DataOf(IReadOnlyList<(string Judge, BiasMeasure Measure)> all, ValueFormat format) => new(
        [
            new("judge", "judge"), new("measure", "measure"), new("mean", "value", format), new("low", "95 % from", format), new("high", "to", format),
            new("n", "n", ValueFormat.Number(0)), new("reason", "why no value or interval"),
        ],
        [.. all.Select(of => (IReadOnlyList<object?>)[of.Judge, of.Measure.Name, of.Measure.Figure.Mean, of.Measure.Figure.Low, of.Measure.Figure.High, of.Measure.Figure.N, of.Measure.Figure.Reason])]);

    private Caption CaptionOf(string title, IEnumerable<string> footnotes, IEnumerable<long> counts)
    {
        var (fewest, most) = (counts.Min(), counts.Max());
        var n = fewest == most ? Rounded.Count(most) : $"{Rounded.Count(fewest)} to {Rounded.Count(most)}";
        return new Caption(title)
        {
            Simulated = shown.Any(bias => view.SimulatedJudges.Contains(bias.Judge.Name)) ? "simulated data" : null,
            Footnotes = [$"{Rounded.Count(shown.Count, "judge", "judges")} · n from row to row {n}, on hover and in the table · {provenance.Imprint()}", .. footnotes],
        };
    }

    private static string Range(ReliabilityBin bin) => $"{Rounded.Number(100 * bin.Least, 0)}–{Rounded.Number(100 * bin.Most, 0)} %";

    private static string Names(IEnumerable<JudgeBias> judges) => Names(judges.Select(bias => bias.Judge.Name));

    private static string Names(IEnumerable<string> judges)
    {
        var names = judges.Select(PlainText.Name).ToList();
        return names.Count <= 6 ? PlainText.Joined(names) : $"{string.Join(", ", names.Take(5))} and {names.Count - 5} more";
    }
}
