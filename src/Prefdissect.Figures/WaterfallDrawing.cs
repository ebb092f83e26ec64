using Prefdissect.Figures.Drawing;

namespace Prefdissect.Figures;

/// <summary>Draws one checked <see cref="Waterfall"/> on one canvas.</summary>
internal sealed class WaterfallDrawing
{
    private const double Bar = 14;
    private const double Tip = 6;
    private const double LabelLine = 20;
    private const double TickLine = 16;
    private const double Gap = 2 * Tokens.Space;

    // blue and vermillion, the ends of the diverging scale, in the shades that stand out from either paper
    private const string Fall = "full-0";
    private const string Rise = "full-1";
    private readonly Waterfall figure;
    private readonly Canvas canvas;
    private readonly SvgWriter svg = new();
    private readonly IReadOnlyList<WaterfallRow> rows;
    private readonly ValueAxis axis;
    private readonly double labelRoom;
    private readonly double numbersWidth;
    private readonly double intervalsWidth;

    public WaterfallDrawing(Waterfall figure, Canvas canvas)
    {
        (this.figure, this.canvas) = (figure, canvas);
        rows = WaterfallRow.Of(figure);
        intervalsWidth = rows.Max(row => TextMeasure.Width(row.Interval, TextStyle.Quiet)) is > 0 and var wide ? wide + Gap : 0;
        numbersWidth = Math.Max(rows.Max(row => TextMeasure.Width(row.Number, TextStyle.Body)) + intervalsWidth, TextMeasure.Width(SafeText.OneLine(Heading), TextStyle.Small));
        var content = canvas.Width - (2 * Tokens.Margin);
        var widest = rows.Max(row => TextMeasure.Width(SafeText.OneLine(row.Label), StyleOf(row)));
        labelRoom = canvas.IsNarrow ? content : Math.Min(content * 0.36, widest);
        var left = Tokens.Margin + (canvas.IsNarrow ? 0 : labelRoom + (3 * Tokens.Space));
        axis = Inset(left, canvas.Width - Tokens.Margin - (canvas.IsNarrow ? 0 : numbersWidth + (3 * Tokens.Space)));
    }

    private string Heading => intervalsWidth > 0 ? $"{figure.Names.Change} [{figure.Names.Outer}]" : figure.Names.Change;

    private double RowHeight => canvas.IsNarrow ? LabelLine + Bar + Gap : Bar + (2.5 * Tokens.Space);

    public string Draw()
    {
        var y = Frame.Head(svg, canvas, figure.Caption);
        y = KeyItem.Flow(svg, canvas, y, Key(), TextStyle.Small) + Gap;
        if (!canvas.IsNarrow)
        {
            svg.Text(canvas.Width - Tokens.Margin, y + TickLine - Tokens.Space, Heading, TextStyle.Small, Anchor.End);
            y += TickLine + Tokens.Space;
        }

        var bottom = y + (rows.Count * RowHeight);
        for (var i = 0; i < rows.Count; i += 2)
            svg.Rect(Tokens.Margin / 2, y + (i * RowHeight), canvas.Width - Tokens.Margin, RowHeight, "stripe", Tokens.Radius / 2);
        for (var i = 0; i < rows.Count; i++)
            Uprights(y + (i * RowHeight));
        svg.Line(axis.Scale.From, bottom, axis.Scale.To, bottom, "axis");
        for (var i = 0; i < rows.Count; i++)
            Row(i, y + (i * RowHeight));
        axis.Labels(svg, bottom + TickLine);
        y = AxisTitle(bottom + TickLine + Tokens.Space);
        var height = Frame.Foot(svg, canvas, figure.Caption, y);
        return svg.Finish(canvas, height, figure.Caption.Title, figure.Caption.Description ?? OwnDescription());
    }

    private static TextStyle StyleOf(WaterfallRow row) => row.Step is null ? TextStyle.Heading : TextStyle.Body;

    private ValueAxis Inset(double left, double right)
    {
        List<double> values = [.. rows.Select(row => row.To)];
        if (figure.EndInterval is { } end)
            values.AddRange([end.Low, end.High]);
        if (figure.Axis.AtLeast is { } span)
            values.AddRange([span.Low, span.High]);
        var whole = new Interval(values.Min(), values.Max());
        var half = ValueAxis.Over(whole, figure.Axis.Format, left, right).WidestLabel / 2;
        return ValueAxis.Over(whole, figure.Axis.Format, left + half, right - half);
    }

    private static string ClassOf(WaterfallStep step) => (step.IsUnclear, step.Change < 0) switch
    {
        (true, true) => "hollow-0",
        (true, false) => "hollow-1",
        (false, true) => Fall,
        _ => Rise,
    };

    private IEnumerable<KeyItem> Key()
    {
        if (rows.Any(row => row.Step is { Change: > 0 }))
            yield return new KeyItem((x, y) => Arrow(x - 9, x + 9, y, Rise), 18, figure.Names.Rise);
        if (rows.Any(row => row.Step is { Change: < 0 }))
            yield return new KeyItem((x, y) => Arrow(x + 9, x - 9, y, Fall), 18, figure.Names.Fall);
        if (rows.Any(row => row.Step is { IsUnclear: true }))
            yield return new KeyItem((x, y) => Arrow(x - 9, x + 9, y, "key-hollow"), 18, $"{figure.Names.Outer} interval includes no change");
        if (figure.EndInterval is not null)
            yield return new KeyItem((x, y) => svg.Line(x - 9, y, x + 9, y, "key-outer"), 18, $"{figure.Names.Outer} interval of the result");
    }

    // in the narrow layout labels stand in the plot, and no line may run through them
    private void Uprights(double y)
    {
        var top = canvas.IsNarrow ? y + LabelLine : y;
        axis.Guides(svg, top, y + RowHeight);
        svg.Line(axis.Scale.At(figure.Start), top, axis.Scale.At(figure.Start), y + RowHeight, "reference");
        svg.Line(axis.Scale.At(figure.End), top, axis.Scale.At(figure.End), y + RowHeight, "axis");
    }

    private void Row(int index, double y)
    {
        var row = rows[index];
        var middle = canvas.IsNarrow ? y + LabelLine + (Bar / 2) : y + (RowHeight / 2);
        var baseline = canvas.IsNarrow ? y + Tokens.Space + TextStyle.Body.Size - 1 : middle + TextStyle.Body.Drop;
        Words(row, baseline);
        svg.OpenGroup(row.Tooltip);
        var (from, to) = (axis.Scale.At(row.From), axis.Scale.At(row.To));
        svg.Rect(Math.Min(from, to) - 6, middle - (Bar / 2), Math.Abs(to - from) + 12, Bar, "touch");
        if (row.Step is { } step)
            Arrow(from, to, middle, ClassOf(step));
        else
            Level(index > 0 ? figure.EndInterval : null, from, middle);
        svg.CloseGroup();
        if (index < rows.Count - 1)
            Connector(to, middle + (Bar / 2), y + RowHeight + (canvas.IsNarrow ? 0 : (RowHeight - Bar) / 2));
    }

    private void Words(WaterfallRow row, double y)
    {
        var right = canvas.Width - Tokens.Margin;
        svg.Text(Tokens.Margin, y, row.Label, StyleOf(row), room: (canvas.IsNarrow ? labelRoom - numbersWidth - Gap : labelRoom) + 0.01);
        svg.Text(right - intervalsWidth, y, row.Number, StyleOf(row), Anchor.End);
        if (row.Interval.Length > 0)
            svg.Text(right, y, row.Interval, TextStyle.Quiet, Anchor.End);
    }

    // the connector stops above a label that stands in the plot
    private void Connector(double x, double from, double to) => svg.Line(x, from, x, to, "axis");

    private void Level(Interval? interval, double x, double y)
    {
        if (interval is { } ends)
            svg.Line(axis.Scale.At(ends.Low), y, axis.Scale.At(ends.High), y, "key-outer");
        svg.Circle(x, y, 4.5, "key-full");
    }

    /// <summary>A bar whose end towards <paramref name="to"/> is a tip; where it is shorter than a tip, all of it is one.</summary>
    private void Arrow(double from, double to, double y, string classes)
    {
        var half = (Bar / 2) - 1;
        var length = Math.Max(Math.Abs(to - from), 1.5);
        var way = to < from ? -1 : 1;
        (double back, double neck, double point) = (from, from + (way * Math.Max(0, length - Tip)), from + (way * length));
        svg.Path(classes + " closed", ('M', back, y - half), ('L', neck, y - half), ('L', point, y), ('L', neck, y + half), ('L', back, y + half));
    }

    private double AxisTitle(double y)
    {
        var style = TextStyle.Quiet;
        var room = canvas.Width - (2 * Tokens.Margin);
        var half = Math.Min(room, TextMeasure.Width(SafeText.OneLine(figure.Axis.Title), style)) / 2;
        var x = Math.Clamp((axis.Scale.From + axis.Scale.To) / 2, Tokens.Margin + half, canvas.Width - Tokens.Margin - half);
        svg.Text(x, y + (style.LineHeight / 2) + style.Drop, figure.Axis.Title, style, Anchor.Middle, room + 0.01);
        return y + style.LineHeight;
    }

    private string OwnDescription() =>
        $"Waterfall of {figure.Steps.Count} steps. {figure.Axis.Title}. {string.Join("; ", rows.Select(row => row.Tooltip))}.";
}
