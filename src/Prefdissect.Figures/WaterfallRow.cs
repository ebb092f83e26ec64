namespace Prefdissect.Figures;

/// <summary>One row of a drawn <see cref="Waterfall"/>: where its bar runs, and what is written beside it.</summary>
/// <param name="Label">The row's name.</param>
/// <param name="From">Where the bar begins, in data units.</param>
/// <param name="To">Where it ends; equal to <paramref name="From"/> in the first and last row, which have a dot.</param>
/// <param name="Step">The step; null in the first and last row.</param>
/// <param name="Number">The value in figures.</param>
/// <param name="Interval">Its interval in figures; empty where it has none.</param>
/// <param name="Tooltip">What shows when the pointer rests on it.</param>
internal sealed record WaterfallRow(string Label, double From, double To, WaterfallStep? Step, string Number, string Interval, string Tooltip)
{
    /// <summary>The rows of a figure, from the start to the result.</summary>
    public static IReadOnlyList<WaterfallRow> Of(Waterfall figure)
    {
        var (value, change) = (figure.Axis.Format, figure.ChangeFormat ?? figure.Axis.Format);
        var rows = new List<WaterfallRow> { Level(figure.Names.Start, figure.Start, null, value) };
        var at = figure.Start;
        foreach (var step in figure.Drawn)
        {
            var (number, interval) = (Signed(change, step.Change), step.Outer is { } outer ? $"[{Signed(change, outer.Low)}, {Signed(change, outer.High)}]" : "");
            var tooltip = step.Tooltip is null ? $"{step.Label}: {number} {interval}".TrimEnd() : $"{step.Label}: {number} {interval}".TrimEnd() + $"; {step.Tooltip}";
            rows.Add(new WaterfallRow(step.Label, at, at + step.Change, step, number, interval, tooltip));
            at += step.Change;
        }

        rows.Add(Level(figure.Names.End, figure.End, figure.EndInterval, value));
        return rows;
    }

    private static WaterfallRow Level(string label, double value, Figures.Interval? interval, ValueFormat format)
    {
        var range = interval is { } ends ? $"[{format.Bare(ends.Low)}, {format.Bare(ends.High)}]" : "";
        return new WaterfallRow(label, value, value, null, format.Bare(value), range, $"{label}: {format.Full(value)} {range}".TrimEnd());
    }

    private static string Signed(ValueFormat format, double change) =>
        format.Bare(change) is var text && change > 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "+" + text : text;
}
