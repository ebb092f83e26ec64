using Prefdissect.Judging.Bias;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Reporting;

/// <summary>How judges are biased and how reliable they are, as tables for a person.</summary>
public static class BiasTables
{
    /// <summary>One judge: a measure a line, with its interval and what it rests on.</summary>
    public static ReportTable Of(JudgeBias bias) => new(
        [new("measure"), new("value", ColumnAlignment.Number), new("95 % interval", ColumnAlignment.Number), new("n", ColumnAlignment.Number), new("")],
        [.. Lines(bias)])
    {
        Title = $"{PlainText.Name(bias.Judge.Name)}: {KindText.Of(bias.Judge)}, {Rounded.Count(bias.Pairs, "pair", "pairs")}",
    };

    /// <summary>All judges as one table, a line a judge and measure.</summary>
    public static ReportTable Of(JudgesView view) => new(
        [new("judge"), new("measure"), new("mean"), new("low"), new("high"), new("n"), new("reason")],
        [
            .. view.Judges.SelectMany(bias => Measures(bias).Select(of => (of.Field, of.Figure)).Concat(Between(bias)).Select(of => (IReadOnlyList<string>)
                [bias.Judge.Name, of.Field, Text(of.Figure.Mean), Text(of.Figure.Low), Text(of.Figure.High), Text(of.Figure.N), of.Figure.Reason ?? ""])),
        ]);

    private static IEnumerable<(string Field, BiasFigure Figure)> Between(JudgeBias bias) =>
        bias.Agreements.SelectMany(of => new[] { ($"alike with {of.With}", of.Alike), ($"kappa with {of.With}", of.Kappa), ($"alpha with {of.With}", of.Alpha) });

    /// <summary>How far a judge agrees with every other; intervals in brackets.</summary>
    public static ReportTable Agreements(JudgeBias bias) => new(
        [new("agrees with"), new(""), new("n", ColumnAlignment.Number), new("alike, %", ColumnAlignment.Number), new("κ", ColumnAlignment.Number), new("α", ColumnAlignment.Number)],
        [
            .. bias.Agreements.Select(of => (IReadOnlyList<string>)
                [PlainText.Name(of.With), of.IsPerson ? "people" : "", Rounded.Count(of.Alike.N), Interval(of.Alike, true), Interval(of.Kappa, false), Interval(of.Alpha, false)]),
        ]);

    /// <summary>What could not be told of a judge and why, a line a reason.</summary>
    public static IEnumerable<string> Missing(JudgeBias bias) => Measures(bias).Where(of => of.Figure.Mean is null).GroupBy(of => of.Figure.Reason)
        .Select(of => $"  not told, because {PlainText.OneLine(of.Key ?? "")}: {string.Join("; ", of.Select(one => one.Name))}");

    private static IEnumerable<IReadOnlyList<string>> Lines(JudgeBias bias)
    {
        foreach (var (_, words, share, figure) in Measures(bias).Where(of => of.Figure.Mean is not null))
            yield return [words, Shown(figure.Mean, share), figure is { Low: { } low, High: { } high } ? $"[{Shown(low, share)}, {Shown(high, share)}]" : "–", Rounded.Count(figure.N), figure.Reason ?? ""];
        foreach (var (words, spread) in new[] { ("size of the margin, median, log-odds", bias.Margins), ("probability on the two letters, median", bias.Mass) }.Where(of => of.Item2.N > 0))
            yield return [words, Shown(spread.Median, false), $"half in {Shown(spread.Q25, false)}–{Shown(spread.Q75, false)}", Rounded.Count(spread.N), ""];
    }

    private static string Interval(BiasFigure figure, bool isShare) => figure switch
    {
        { Mean: null } => "–",
        { Low: { } low, High: { } high } => $"{Shown(figure.Mean, isShare)} [{Shown(low, isShare)}, {Shown(high, isShare)}]",
        _ => Shown(figure.Mean, isShare),
    };

    /// <summary>Every measure of a judge, also those that could not be told.</summary>
    public static IReadOnlyList<BiasMeasure> Measures(JudgeBias bias) =>
    [
        new("positionShare", "share of A, order by order, %", true, bias.PositionShare),
        new("orderShift", "shift towards A, both orders, log-odds", false, bias.OrderShift),
        new("flipRate", "verdicts that change with the order, %", true, bias.FlipRate),
        new("positionAlone", "pairs decided by the position alone, %", true, bias.PositionAlone),
        new("randomOrderShift", "shift towards A, order by chance, log-odds", false, bias.RandomOrderShift),
        new("adjustedOrderShift", "the same shift, writers and length held fixed, log-odds", false, bias.AdjustedOrderShift),
        new("labelShare", "labels for A as shown, %", true, bias.LabelShare),
        new("tieShare", "ties, %", true, bias.TieShare),
        new("longerWins", "the longer response wins, %", true, bias.LongerWins),
        new("lengthAlone", "weight of length alone, log-odds", false, bias.LengthAlone),
        new("lengthBesideOthers", "weight of length beside the others, log-odds", false, bias.LengthBesideOthers),
        new("ownWins", "its own model's response wins, %", true, bias.OwnWins),
        new("ownByOthers", "its own model's response with other judges, %", true, bias.OwnByOthers),
        new("selfPreference", "self-preference beyond others, points", true, bias.SelfPreference),
        new("steadiness", "asked again, the same answer, %", true, bias.Steadiness),
        new("boundedShare", "log-probabilities that are bounds, %", true, bias.BoundedShare),
        new("calibration.slope", "slope of people's verdicts on its log-odds", false, bias.Calibration.Slope),
        new("calibration.brier", "Brier score against people", false, bias.Calibration.Brier),
        new("calibration.error", "calibration error against people, points", true, bias.Calibration.Error),
    ];

    private static string Shown(double? value, bool isShare) => value is { } number ? isShare ? Rounded.Percent(number) : Rounded.Number(number, 2) : "–";

    private static string Text(double? value) => value?.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
