using System.Globalization;
using Prefdissect.Figures.Drawing;
using Prefdissect.Figures.Scales;

namespace Prefdissect.Figures;

/// <summary>Draws one checked <see cref="Histogram"/> on one canvas.</summary>
internal sealed class HistogramDrawing
{
    private const double PlotHeight = 240;
    private const double MostBar = 72;
    private readonly Histogram figure;
    private readonly Canvas canvas;
    private readonly SvgWriter svg = new();
    private readonly Ticks ticks;
    private readonly double left;
    private readonly double slot;

    public HistogramDrawing(Histogram figure, Canvas canvas)
    {
        (this.figure, this.canvas) = (figure, canvas);
        var heights = Enumerable.Range(0, figure.Bars.Count)
            .SelectMany(i => figure.IsStacked ? [figure.Series.Sum(s => s.Values[i])] : figure.Series.Select(s => s.Values[i]));
        var most = Math.Max(heights.Max(), figure.Values.AtLeast?.High ?? 0);
        ticks = Ticks.Covering(0, most > 0 ? most : 1, 6);
        left = Tokens.Margin + ticks.Values.Max(v => TextMeasure.Width(Label(v), TextStyle.Small)) + (2 * Tokens.Space);
        slot = Math.Min(figure.IsContinuous ? double.PositiveInfinity : MostBar * Math.Max(1, Lanes), (canvas.Width - Tokens.Margin - left) / figure.Bars.Count);
    }

    private int Lanes => figure.IsStacked ? 1 : figure.Series.Count;

    private double Right => left + (slot * figure.Bars.Count);

    public string Draw()
    {
        var y = Frame.Head(svg, canvas, figure.Caption);
        if (figure.Series.Count > 1)
            y = KeyItem.Flow(svg, canvas, y, SeriesKey(), TextStyle.Body);
        y = Frame.Paragraph(svg, Tokens.Margin, y, canvas.Width - (2 * Tokens.Margin), figure.Values.Title, TextStyle.Quiet, 2) + (2 * Tokens.Space);
        var up = new LinearScale(ticks.Values[0], ticks.Values[^1], y + PlotHeight, y + Tokens.Space);
        foreach (var value in ticks.Values)
        {
            svg.Line(left, up.At(value), Right, up.At(value), value == 0 ? "axis" : "guide");
            svg.Text(left - (2 * Tokens.Space), up.At(value) + TextStyle.Small.Drop, Label(value), TextStyle.Small, Anchor.End);
        }

        for (var i = 0; i < figure.Bars.Count; i++)
            Slot(i, up);
        y = BarNames(y + PlotHeight + Tokens.Space);
        svg.Text((left + Right) / 2, y + TextStyle.Quiet.Size, figure.Across, TextStyle.Quiet, Anchor.Middle, Math.Min(left + Right - (2 * Tokens.Margin), (2 * canvas.Width) - left - Right - (2 * Tokens.Margin)));
        var height = Frame.Foot(svg, canvas, figure.Caption, y + TextStyle.Quiet.LineHeight);
        return svg.Finish(canvas, height, figure.Caption.Title, figure.Caption.Description ?? OwnDescription());
    }

    private string Label(double value) => figure.Values.Format.Tick(value, ticks.Step);

    private IEnumerable<KeyItem> SeriesKey() => figure.Series.Select((s, i) => new KeyItem((x, y) => Bar(i, x - 6, y - 6, 12, 12), 12, s.Name));

    private void Slot(int bar, LinearScale up)
    {
        var gap = figure.IsContinuous ? 0.5 : Math.Min(slot * 0.15, 3 * Tokens.Space);
        var width = (slot - (2 * gap)) / Lanes;
        var below = 0.0;
        for (var s = 0; s < figure.Series.Count; s++)
        {
            var value = figure.Series[s].Values[bar];
            var x = left + (bar * slot) + gap + (figure.IsStacked ? 0 : s * width);
            var from = figure.IsStacked ? below : 0;
            below += value;
            Open(s, bar);
            // the whole height can be pointed at where a bar is low
            if (Lanes == figure.Series.Count)
                svg.Rect(x, up.At(ticks.Values[^1]), width, up.At(from) - up.At(ticks.Values[^1]), "touch");
            if (value > 0)
                Bar(s, x, up.At(from + value), width, up.At(from) - up.At(from + value));
            Close(s, bar);
        }
    }

    private void Open(int series, int bar)
    {
        var own = figure.Series[series];
        var detail = own.Details?[bar];
        if (own.Hrefs?[bar] is { } href)
            svg.OpenLink(href, detail ?? OwnDetail(series, bar));
        if (detail is null)
            svg.OpenGroup(OwnDetail(series, bar));
        else
            svg.OpenGroup(("class", "mark"), ("data-series", series.ToString(CultureInfo.InvariantCulture)), ("data-detail", detail));
    }

    private void Close(int series, int bar)
    {
        svg.CloseGroup();
        if (figure.Series[series].Hrefs?[bar] is not null)
            svg.CloseGroup();
    }

    // the outline, 1.5 px, lies inside
    private void Bar(int series, double x, double y, double width, double height)
    {
        var colour = Palette.ColourIndex(series);
        var inset = Math.Min(0.75, Math.Min(width, height) / 2);
        var (w, h) = (width - (2 * inset), height - (2 * inset));
        if (Palette.NeedsCasing(colour))
            svg.Rect(x + inset, y + inset, w, h, $"mark-case-{colour}");
        svg.Rect(x + inset, y + inset, w, h, $"full-{colour}");
    }

    // level where all fit, else upwards, else upwards as far as they stand clear of each other
    private double BarNames(double y)
    {
        var style = TextStyle.Cell with { Colour = "ink" };
        var widest = figure.Bars.Max(b => TextMeasure.Width(SafeText.OneLine(b), style));
        if (widest + Tokens.Space <= slot)
        {
            for (var i = 0; i < figure.Bars.Count; i++)
                svg.Text(left + ((i + 0.5) * slot), y + style.Size, figure.Bars[i], style, Anchor.Middle);
            return y + style.LineHeight + Tokens.Space;
        }

        var stride = (int)Math.Max(1, Math.Ceiling((style.Size + 3) / slot));
        var room = Math.Min(widest, 140);
        for (var i = 0; i < figure.Bars.Count; i += stride)
            svg.TextUpwards(left + ((i + 0.5) * slot) + style.Drop, y + Tokens.Space, figure.Bars[i], style, Anchor.End, room + 0.01);
        return y + room + (3 * Tokens.Space);
    }

    private string OwnDetail(int series, int bar)
    {
        var own = figure.Series[series];
        var name = figure.Series.Count == 1 ? figure.Bars[bar] : $"{figure.Bars[bar]} · {own.Name}";
        return $"{name}: {figure.Values.Format.Full(own.Values[bar])}";
    }

    private string OwnDescription()
    {
        var first = string.Join("; ", Enumerable.Range(0, Math.Min(40, figure.Bars.Count)).Select(i => OwnDetail(0, i)));
        return $"Histogram of {figure.Bars.Count} bars for {string.Join(", ", figure.Series.Select(s => s.Name))}. {figure.Across}. {figure.Values.Title}. {first}.";
    }
}
