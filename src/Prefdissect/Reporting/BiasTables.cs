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
        [.. view.Judges.SelectMany(bias => Measures(bias).Select(of => (IReadOnlyList<string>)
            [bias.Judge.Name, of.Field, Text(of.Figure.Mean), Text(of.Figure.Low), Text(of.Figure.High), Text(of.Figure.N), of.Figure.Reason ?? ""]))]);

    private static IEnumerable<IReadOnlyList<string>> Lines(JudgeBias bias)
    {
        foreach (var (_, words, share, figure) in Measures(bias))
            yield return [words, Shown(figure.Mean, share), figure is { Low: { } low, High: { } high } ? $"[{Shown(low, share)}, {Shown(high, share)}]" : "–", Rounded.Count(figure.N), figure.Reason ?? ""];
        foreach (var (words, spread) in new[] { ("size of the margin, median, log-odds", bias.Margins), ("probability on the two letters, median", bias.Mass) })
            yield return [words, Shown(spread.Median, false), spread is { Q25: { } low, Q75: { } high } ? $"half in {Shown(low, false)}–{Shown(high, false)}" : "–", Rounded.Count(spread.N), spread.Reason ?? ""];
    }

    private static IEnumerable<(string Field, string Words, bool IsShare, BiasFigure Figure)> Measures(JudgeBias bias) =>
    [
        ("positionShare", "share of A, order by order, %", true, bias.PositionShare),
        ("orderShift", "shift towards A, both orders, log-odds", false, bias.OrderShift),
        ("flipRate", "verdicts that change with the order, %", true, bias.FlipRate),
        ("positionAlone", "pairs decided by the position alone, %", true, bias.PositionAlone),
        ("labelShare", "labels for A as shown, %", true, bias.LabelShare),
        ("tieShare", "ties, %", true, bias.TieShare),
        ("longerWins", "the longer response wins, %", true, bias.LongerWins),
        ("ownWins", "its own model's response wins, %", true, bias.OwnWins),
        ("ownByOthers", "the same with other judges, %", true, bias.OwnByOthers),
        ("selfPreference", "self-preference beyond others, points", true, bias.SelfPreference),
        ("steadiness", "asked again, the same answer, %", true, bias.Steadiness),
        ("boundedShare", "log-probabilities that are bounds, %", true, bias.BoundedShare),
    ];

    private static string Shown(double? value, bool isShare) => value is { } number ? isShare ? Rounded.Percent(number) : Rounded.Number(number, 2) : "–";

    private static string Text(double? value) => value?.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
