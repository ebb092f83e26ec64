using System.Globalization;
using Prefdissect.Figures.Drawing;

namespace Prefdissect.Figures;

/// <summary>Draws one checked <see cref="DotAndWhisker"/> on one canvas.</summary>
internal sealed class DotAndWhiskerDrawing
{
    private const double HeadingHeight = 28;
    private const double Lane = 11;
    private const double LabelLine = 20;
    private const double TickLine = 16;
    private readonly DotAndWhisker figure;
    private readonly Canvas canvas;
    private readonly SvgWriter svg = new();
    private readonly NumberColumn? numbers;
    private readonly ValueAxis axis;
    private readonly double labelRoom;

    public DotAndWhiskerDrawing(DotAndWhisker figure, Canvas canvas)
    {
        (this.figure, this.canvas) = (figure, canvas);
        HasIntervals = figure.Rows.SelectMany(r => r.Points).Any(p => p is { Inner: not null } or { Outer: not null });
        numbers = figure.Series.Count == 1 ? new NumberColumn(figure, canvas.Width - Tokens.Margin) : null;
        var content = canvas.Width - (2 * Tokens.Margin);
        labelRoom = canvas.IsNarrow ? content : Math.Min(content * 0.36, WidestLabel());
        var left = Tokens.Margin + (canvas.IsNarrow ? 0 : labelRoom + (3 * Tokens.Space));
        var right = canvas.Width - Tokens.Margin - (canvas.IsNarrow || numbers is null ? 0 : numbers.Width + (3 * Tokens.Space));
        axis = Inset(left, right);
    }

    private bool HasTopTicks => RowsHeight > 400;

    private int LaneCount => figure.Choice?.Most ?? figure.Series.Count;

    // points without intervals can stand closer
    private double Lanes => LaneCount == 1 ? 14 : LaneCount * (figure.Choice is null || HasIntervals ? Lane : Lane - 3);

    private bool HasIntervals { get; }

    private double RowHeight => canvas.IsNarrow ? LabelLine + Lanes + Tokens.Space : Math.Max(6 * Tokens.Space, Lanes + (2.5 * Tokens.Space));

    private double RowsHeight => (figure.Rows.Count * RowHeight) + (Enumerable.Range(0, figure.Rows.Count).Count(StartsGroup) * HeadingHeight);

    private double Radius => figure.Series.Count == 1 ? 4.5 : 4;

    public string Draw()
    {
        var y = Frame.Head(svg, canvas, figure.Caption);
        if (figure.Series.Count > 1)
            y = figure.Choice is { } choice
                ? ChosenKey.Draw(svg, canvas, y, [.. SeriesKey()], choice)
                : KeyItem.Flow(svg, canvas, y, SeriesKey(), TextStyle.Body);
        y = KeyItem.Flow(svg, canvas, y, MarkKey(), TextStyle.Small) + (2 * Tokens.Space);
        if (figure.Choice is not null)
            DefineMarks();
        y = TopAxis(y);
        var bottom = y + RowsHeight;
        Stripes(y);
        Uprights(y, bottom);
        svg.Line(axis.Scale.From, bottom, axis.Scale.To, bottom, "axis");
        Rows(y);
        axis.Labels(svg, bottom + TickLine);
        y = AxisTitle(bottom + TickLine + Tokens.Space);
        var height = Frame.Foot(svg, canvas, figure.Caption, y);
        return svg.Finish(canvas, height, figure.Caption.Title, figure.Caption.Description ?? OwnDescription());
    }

    private ValueAxis Inset(double left, double right)
    {
        var values = figure.Rows.SelectMany(r => r.Points).OfType<DotPoint>().SelectMany(Values).ToList();
        if (figure.Reference is { } reference)
            values.Add(reference.Value);
        if (figure.Axis.AtLeast is { } span)
            values.AddRange([span.Low, span.High]);
        var whole = values.Count > 0 ? new Interval(values.Min(), values.Max()) : new Interval(0, 1);
        var half = ValueAxis.Over(whole, figure.Axis.Format, left, right).WidestLabel / 2;
        return ValueAxis.Over(whole, figure.Axis.Format, left + half, right - half);
    }

    private static IEnumerable<double> Values(DotPoint point)
    {
        yield return point.Centre;
        if (point.Second is { } second)
            yield return second;
        foreach (var interval in new[] { point.Inner, point.Outer }.OfType<Interval>())
        {
            yield return interval.Low;
            yield return interval.High;
        }
    }

    private IEnumerable<KeyItem> SeriesKey() => figure.Series.Select((name, i) => new KeyItem(
        (x, y) =>
        {
            Whisker("outer", i, x - 10, x + 10, y);
            Mark(i, x, y, isHollow: false);
        },
        20,
        name));

    private IEnumerable<KeyItem> MarkKey()
    {
        var points = figure.Rows.SelectMany(r => r.Points).OfType<DotPoint>().ToList();
        yield return new KeyItem((x, y) => svg.Circle(x, y, 4, "key-full"), 8, figure.Names.Centre);
        if (points.Any(p => p.Inner is not null))
            yield return new KeyItem((x, y) => svg.Line(x - 9, y, x + 9, y, "key-inner"), 18, figure.Names.Inner + " interval");
        if (points.Any(p => p.Outer is not null))
            yield return new KeyItem((x, y) => svg.Line(x - 9, y, x + 9, y, "key-outer"), 18, figure.Names.Outer + " interval");
        if (figure.Reference is { } reference && points.Any(p => p.Crosses(reference.Value)))
            yield return new KeyItem((x, y) => svg.Circle(x, y, 4, "key-hollow"), 8, $"{figure.Names.Outer} interval includes {WriteReference(reference.Value)}");
        if (points.Any(p => p.Second is not null))
            yield return new KeyItem((x, y) => svg.Line(x, y - 6, x, y + 6, "second"), 4, figure.Names.Second);
    }

    // as the tick says it where it is one, exactly otherwise
    private string WriteReference(double value) =>
        axis.Ticks.Values.Any(t => Math.Abs(t - value) < axis.Ticks.Step * 1e-6) ? axis.Label(value) : figure.Axis.Format.Full(value);

    private double TopAxis(double y)
    {
        var baseline = y + TickLine - Tokens.Space;
        if (figure.Reference is { } reference)
        {
            var room = axis.Scale.To - axis.Scale.From;
            var half = Math.Min(room, TextMeasure.Width(SafeText.OneLine(reference.Label), TextStyle.Small)) / 2;
            var x = Math.Clamp(axis.Scale.At(reference.Value), axis.Scale.From + half, axis.Scale.To - half);
            svg.Text(x, baseline, reference.Label, TextStyle.Small with { Colour = "ink" }, Anchor.Middle, room + 0.01);
            if (HasTopTicks)
                baseline += TickLine;
        }

        if (HasTopTicks)
            axis.Labels(svg, baseline);
        if (!canvas.IsNarrow)
            numbers?.Heading(svg, baseline);
        return baseline + (1.5 * Tokens.Space);
    }

    private double AxisTitle(double y)
    {
        var style = TextStyle.Quiet;
        var title = SafeText.OneLine(figure.Axis.Title);
        var (least, most) = (Tokens.Margin, canvas.Width - Tokens.Margin);
        var half = Math.Min(most - least, TextMeasure.Width(title, style)) / 2;
        var x = Math.Clamp((axis.Scale.From + axis.Scale.To) / 2, least + half, most - half);
        svg.Text(x, y + (style.LineHeight / 2) + style.Drop, title, style, Anchor.Middle, most - least + 0.01);
        return y + style.LineHeight;
    }

    private double WidestLabel() => Math.Max(
        figure.Rows.Max(r => TextMeasure.Width(SafeText.OneLine(r.Label), TextStyle.Body)),
        figure.Rows.Max(r => TextMeasure.Width(SafeText.OneLine(r.Group ?? ""), TextStyle.Heading)));

    // in the narrow layout labels stand in the plot, and no line may run through them
    private void Uprights(double top, double bottom)
    {
        if (!canvas.IsNarrow)
        {
            Upright(top, bottom);
            return;
        }

        foreach (var (i, _, y) in Places(top))
            if (figure.Rows[i].Key is null)
                Upright(y + LabelLine, y + RowHeight);
    }

    private void Upright(double top, double bottom)
    {
        axis.Guides(svg, top, bottom);
        if (figure.Reference is { } reference)
            svg.Line(axis.Scale.At(reference.Value), top, axis.Scale.At(reference.Value), bottom, "reference");
    }

    private bool StartsGroup(int index) => figure.Rows[index].Group is { } group && (index == 0 || figure.Rows[index - 1].Group != group);

    private IEnumerable<(int Index, int InGroup, double Y)> Places(double y)
    {
        var inGroup = 0;
        for (var i = 0; i < figure.Rows.Count; i++)
        {
            if (StartsGroup(i))
                (y, inGroup) = (y + HeadingHeight, 0);
            yield return (i, inGroup++, y);
            y += RowHeight;
        }
    }

    private void Stripes(double top)
    {
        foreach (var (_, inGroup, y) in Places(top))
            if (inGroup % 2 == 0)
                svg.Rect(Tokens.Margin / 2, y, canvas.Width - Tokens.Margin, RowHeight, "stripe", Tokens.Radius / 2);
    }

    private void Rows(double top)
    {
        foreach (var (i, _, y) in Places(top))
        {
            var row = figure.Rows[i];
            if (StartsGroup(i))
                Heading(row, y - (2 * Tokens.Space));
            if (row.Key is { } key)
            {
                svg.OpenGroup(("data-row", key), ("data-top", SvgWriter.Number(y)), ("data-height", SvgWriter.Number(RowHeight)),
                    ("data-lanes", figure.Choice is null ? null : SvgWriter.Number(Lanes)));
                if (canvas.IsNarrow)
                    Upright(y + LabelLine, y + RowHeight);
            }

            var lanes = canvas.IsNarrow ? y + LabelLine : y + ((RowHeight - Lanes) / 2);
            var label = canvas.IsNarrow ? y + Tokens.Space + TextStyle.Body.Size - 1 : y + (RowHeight / 2) + TextStyle.Body.Drop;
            Label(row, label);
            // where series are chosen all are drawn in the middle of the row, and those shown moved from there
            if (figure.Choice is not null)
                svg.OpenGroup(("transform", $"translate(0 {SvgWriter.Number(lanes + (Lanes / 2))})"));
            for (var s = 0; s < row.Points.Count; s++)
                if (row.Points[s] is { } point)
                    Point(row, s, point, figure.Choice is null ? lanes + ((s + 0.5) * Lanes / figure.Series.Count) : 0);
            if (figure.Choice is not null)
                svg.CloseGroup();
            if (row.Key is not null)
                svg.CloseGroup();
        }
    }

    private void Heading(DotRow row, double y)
    {
        if (row.Key is not null)
            svg.OpenGroup(("data-heading", row.Group));
        svg.Text(Tokens.Margin, y, row.Group!, TextStyle.Heading, room: labelRoom + 0.01);
        if (row.Key is not null)
            svg.CloseGroup();
    }

    private bool IsShown(int series) => figure.Choice is not { } choice || choice.Shown.Contains(series);

    private void Label(DotRow row, double y)
    {
        var room = labelRoom;
        if (numbers is not null && row.Points[0] is { } point)
        {
            if (canvas.IsNarrow)
                room -= numbers.WriteWhole(svg, point, y) + (3 * Tokens.Space);
            else
                numbers.Write(svg, point, y);
        }

        if (row.Href is { } href)
            svg.OpenLink(href, row.Label);
        svg.Text(Tokens.Margin, y, row.Label, TextStyle.Body, room: room + 0.01, tooltip: row.Tooltip);
        if (row.Href is not null)
            svg.CloseGroup();
    }

    private void Point(DotRow row, int series, DotPoint point, double y)
    {
        if (figure.Choice is not null && point is { Inner: null, Outer: null, Second: null, Href: null })
        {
            svg.Use(SymbolOf(series, isHollow: false), axis.Scale.At(point.Centre), y, PointAttributes(row, series, point, y));
            return;
        }

        OpenPoint(row, series, point, y);
        var reach = Values(point).Select(axis.Scale.At).ToList();
        svg.Rect(reach.Min() - 6, y - (Lane / 2), reach.Max() - reach.Min() + 12, Lane, "touch");
        if (point.Outer is { } outer)
            Whisker("outer", series, axis.Scale.At(outer.Low), axis.Scale.At(outer.High), y);
        if (point.Inner is { } inner)
            Whisker("inner", series, axis.Scale.At(inner.Low), axis.Scale.At(inner.High), y);
        var isHollow = figure.Reference is { } reference && point.Crosses(reference.Value);
        if (figure.Choice is not null)
            svg.Use(SymbolOf(series, isHollow), axis.Scale.At(point.Centre), y);
        else
            Mark(series, axis.Scale.At(point.Centre), y, isHollow);
        if (point.Second is { } second)
            Second(axis.Scale.At(second), y);
        svg.CloseGroup();
        if (point.Href is not null)
            svg.CloseGroup();
    }

    private string? Moved(int series)
    {
        if (figure.Choice is not { Shown.Count: > 1 } choice || choice.PlaceOf(series) is not (>= 0 and var lane))
            return null;
        return $"translate(0 {SvgWriter.Number((((lane + 0.5) / choice.Shown.Count) - 0.5) * Lanes)})";
    }

    private void OpenPoint(DotRow row, int series, DotPoint point, double y)
    {
        var detail = point.Detail ?? point.Tooltip ?? OwnTooltip(row, series, point);
        if (point.Href is { } href)
            svg.OpenLink(href, detail);
        if (row.Key is null && point.Detail is null && !figure.IsScripted)
        {
            svg.OpenGroup(detail);
            return;
        }

        svg.OpenGroup(PointAttributes(row, series, point, y));
    }

    private (string, string?)[] PointAttributes(DotRow row, int series, DotPoint point, double y)
    {
        var isKeyed = row.Key is not null;
        var detail = point.Detail ?? point.Tooltip ?? OwnTooltip(row, series, point);
        return
        [
            ("class", detail.Length > 0 ? "mark" : null), ("data-series", isKeyed ? series.ToString(CultureInfo.InvariantCulture) : null), ("data-y", isKeyed && figure.Choice is null ? SvgWriter.Number(y) : null),
            ("transform", Moved(series)), ("display", IsShown(series) ? null : "none"), ("data-detail", detail.Length > 0 ? detail : null),
        ];
    }

    private void DefineMarks()
    {
        var hasHollow = figure.Reference is { } reference && figure.Rows.SelectMany(r => r.Points).Any(p => p?.Crosses(reference.Value) == true);
        svg.OpenDefinitions();
        for (var s = 0; s < figure.Series.Count; s++)
            foreach (var isHollow in hasHollow ? new[] { false, true } : [false])
            {
                svg.OpenGroup(("id", SymbolOf(s, isHollow)));
                Define(s, isHollow);
                svg.CloseGroup();
            }

        svg.CloseGroup();
    }

    // no rule that names the figure reaches what is used, but custom properties do
    private void Define(int series, bool isHollow)
    {
        var colour = Palette.ColourIndex(series);
        var ink = $"var(--series-{colour})";
        if (Palette.NeedsCasing(colour))
            Shape("var(--edge)", "var(--edge)", "3.25");
        Shape(isHollow ? "var(--paper)" : ink, ink, isHollow ? "1.75" : "1.5");

        void Shape(string fill, string stroke, string width)
        {
            svg.OpenGroup(("fill", fill), ("stroke", stroke), ("stroke-width", width));
            Marks.Draw(svg, Palette.Shape(series), 0, 0, Radius, "shape");
            svg.CloseGroup();
        }
    }

    // each mark of many is defined once
    private string SymbolOf(int series, bool isHollow) => $"{canvas.Id}-{(isHollow ? "h" : "s")}{series}";

    private void Second(double x, double y)
    {
        var half = figure.Series.Count == 1 ? 8 : 5;
        svg.Line(x, y - half, x, y + half, "second-halo");
        svg.Line(x, y - half, x, y + half, "second");
    }

    private void Whisker(string kind, int series, double from, double to, double y)
    {
        var colour = Palette.ColourIndex(series);
        if (Palette.NeedsCasing(colour))
            svg.Line(from - 0.5, y, to + 0.5, y, $"{kind}-case-{colour}");
        svg.Line(from, y, to, y, $"{kind}-{colour}");
    }

    private void Mark(int series, double x, double y, bool isHollow)
    {
        var colour = Palette.ColourIndex(series);
        if (Palette.NeedsCasing(colour))
            Marks.Draw(svg, Palette.Shape(series), x, y, Radius, $"mark-case-{colour}");
        Marks.Draw(svg, Palette.Shape(series), x, y, Radius, $"{(isHollow ? "hollow" : "full")}-{colour}");
    }

    private string OwnTooltip(DotRow row, int series, DotPoint point)
    {
        var format = figure.Axis.Format;
        var name = figure.Series.Count == 1 ? row.Label : $"{row.Label} · {figure.Series[series]}";
        var outer = point.Outer is { } o ? $" [{format.Bare(o.Low)}, {format.Full(o.High)}]" : "";
        var second = point.Second is { } s ? $"; {figure.Names.Second} {format.Full(s)}" : "";
        return $"{name}: {format.Full(point.Centre)}{outer}{second}";
    }

    private string OwnDescription()
    {
        var lead = figure.Rows.Where(r => r.Points[0] is not null).Take(40).Select(r => OwnTooltip(r, 0, r.Points[0]!));
        return $"Dot-and-whisker plot of {figure.Rows.Count} rows for {string.Join(", ", figure.Series)}. {figure.Axis.Title}. {string.Join("; ", lead)}.";
    }
}
