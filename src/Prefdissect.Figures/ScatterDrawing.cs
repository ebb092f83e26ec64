using Prefdissect.Figures.Drawing;
using Prefdissect.Figures.Scales;

namespace Prefdissect.Figures;

/// <summary>Draws one checked <see cref="Scatter"/> on one canvas.</summary>
internal sealed class ScatterDrawing
{
    private const double Radius = 5;
    private const double MostRadius = 14;
    private const double TickLine = 16;
    private readonly Scatter figure;
    private readonly Canvas canvas;
    private readonly SvgWriter svg = new();
    private readonly double plotHeight;
    private readonly Ticks upTicks;
    private readonly double tickRoom;
    private readonly double largest;

    public ScatterDrawing(Scatter figure, Canvas canvas)
    {
        (this.figure, this.canvas) = (figure, canvas);
        plotHeight = canvas.IsNarrow ? canvas.Width - (2 * Tokens.Margin) : Math.Min(560, canvas.Width * 0.6);
        upTicks = Covering(figure.Y, figure.Points.Select(p => p.Y), (int)Math.Clamp(plotHeight / 48, 3, 11));
        tickRoom = figure.IsMap ? 0 : upTicks.Values.Max(v => TextMeasure.Width(UpLabel(v), TextStyle.Small)) + (2 * Tokens.Space);
        largest = figure.Points.Max(p => p.Size) ?? 1;
    }

    public string Draw()
    {
        var y = Frame.Head(svg, canvas, figure.Caption);
        if (figure.Series.Count > 1)
            y = KeyItem.Flow(svg, canvas, y, SeriesKey(), TextStyle.Body);
        if (figure.SizeTitle is { } sizes && figure.Points.Any(p => p.Size is not null))
            y = Frame.Paragraph(svg, Tokens.Margin, y, canvas.Width - (2 * Tokens.Margin), $"Area of a mark: {sizes}.", TextStyle.Small, 2);
        if (!figure.IsMap)
            y = Frame.Paragraph(svg, Tokens.Margin, y + Tokens.Space, canvas.Width - (2 * Tokens.Margin), figure.Y.Title, TextStyle.Quiet, 2);
        var plot = new Patch(Tokens.Margin + tickRoom, y + (2 * Tokens.Space), canvas.Width - (2 * Tokens.Margin) - tickRoom, plotHeight);
        var unnamed = figure.IsMap ? Map(plot) : Plane(plot);
        y = plot.Top + plot.Height + Tokens.Space;
        if (!figure.IsMap)
            y += TickLine + TextStyle.Quiet.LineHeight;
        if (unnamed > 0)
            y = Frame.Paragraph(svg, Tokens.Margin, y + Tokens.Space, canvas.Width - (2 * Tokens.Margin),
                $"{unnamed} of {figure.Points.Count} names found no room: they show on the points.", TextStyle.Small, 2);
        var height = Frame.Foot(svg, canvas, figure.Caption, y);
        return svg.Finish(canvas, height, figure.Caption.Title, figure.Caption.Description ?? OwnDescription());
    }

    private static Ticks Covering(Axis axis, IEnumerable<double> values, int most)
    {
        var all = values.Concat(axis.AtLeast is { } span ? [span.Low, span.High] : []).ToList();
        return Ticks.Covering(all.Min(), all.Max(), most);
    }

    private string UpLabel(double value) => figure.Y.Format.Tick(value, upTicks.Step);

    private IEnumerable<KeyItem> SeriesKey() => figure.Series.Select((name, i) => new KeyItem((x, y) => Mark(i, x, y, Radius), 2 * Radius, name));

    // one scale both ways, so that a distance on paper is one
    private int Map(Patch plot)
    {
        svg.Rect(plot.Left, plot.Top, plot.Width, plot.Height, "stripe", Tokens.Radius);
        var (xs, ys) = (figure.Points.Select(p => p.X).ToList(), figure.Points.Select(p => p.Y).ToList());
        var inner = MostRadius + (3 * Tokens.Space);
        double Unit(double reach, double room) => reach > 0 ? (room - (2 * inner)) / reach : double.PositiveInfinity;
        var unit = Math.Min(Unit(xs.Max() - xs.Min(), plot.Width), Unit(ys.Max() - ys.Min(), plot.Height));
        if (!double.IsFinite(unit))
            unit = 0;
        var (midX, midY) = ((xs.Min() / 2) + (xs.Max() / 2), (ys.Min() / 2) + (ys.Max() / 2));
        return Points(plot, p => (plot.MidX + ((p.X - midX) * unit), plot.MidY - ((p.Y - midY) * unit)));
    }

    private int Plane(Patch plot)
    {
        var xs = figure.Points.Select(p => p.X).Concat(figure.X.AtLeast is { } span ? [span.Low, span.High] : []).ToList();
        var whole = new Interval(xs.Min(), xs.Max());
        var half = Math.Max(Reach(), ValueAxis.Over(whole, figure.X.Format, plot.Left, plot.Left + plot.Width).WidestLabel / 2);
        var across = ValueAxis.Over(whole, figure.X.Format, plot.Left + half, plot.Left + plot.Width - half);
        var bottom = plot.Top + plot.Height;
        var up = new LinearScale(upTicks.Values[0], upTicks.Values[^1], bottom - Reach(), plot.Top + Reach());
        across.Guides(svg, plot.Top, bottom);
        foreach (var value in upTicks.Values)
        {
            svg.Line(plot.Left, up.At(value), plot.Left + plot.Width, up.At(value), "guide");
            svg.Text(plot.Left - (2 * Tokens.Space), up.At(value) + TextStyle.Small.Drop, UpLabel(value), TextStyle.Small, Anchor.End);
        }

        svg.Line(plot.Left, bottom, plot.Left + plot.Width, bottom, "axis");
        across.Labels(svg, bottom + TickLine);
        svg.Text(plot.MidX, bottom + TickLine + TextStyle.Quiet.LineHeight, figure.X.Title, TextStyle.Quiet, Anchor.Middle, plot.Width);
        return Points(plot, p => (across.Scale.At(p.X), up.At(p.Y)));
    }

    private double Reach() => figure.Points.Max(RadiusOf) * Marks.Reach;

    private double RadiusOf(ScatterPoint point) =>
        figure.Points.All(p => p.Size is null) ? Radius : point.Size is { } size ? Math.Max(3, MostRadius * Math.Sqrt(size / largest)) : Radius;

    private int Points(Patch plot, Func<ScatterPoint, (double X, double Y)> at)
    {
        var places = figure.Points.Select(at).ToList();
        var style = TextStyle.Body with { Size = Tokens.SmallSize };
        var names = figure.Points.Select(p => TextMeasure.Shorten(SafeText.OneLine(p.Label), style, canvas.IsNarrow ? 110 : 180)).ToList();
        var marks = figure.Points.Select((p, i) => Patch.Around(places[i].X, places[i].Y, RadiusOf(p) * Marks.Reach)).ToList();
        var labels = new LabelPlacement(plot, marks).Place([.. names.Select(n => (TextMeasure.Width(n, style) + 2, style.Size * 1.15))]);
        foreach (var (i, label) in labels.Index())
            if (label is not null)
                Leader(marks[i], label);
        // the largest lie undermost
        foreach (var i in Enumerable.Range(0, figure.Points.Count).OrderByDescending(i => RadiusOf(figure.Points[i])).ThenBy(i => i))
            Point(figure.Points[i], places[i].X, places[i].Y);
        foreach (var (i, label) in labels.Index())
            if (label is not null && names[i].Length > 0)
                svg.Text(label.Left + 1, label.Top + (label.Height / 2) + style.Drop, names[i], style);
        return labels.Count(l => l is null);
    }

    private void Leader(Patch mark, Patch label)
    {
        var (x, y) = (Math.Clamp(mark.MidX, label.Left, label.Left + label.Width), Math.Clamp(mark.MidY, label.Top, label.Top + label.Height));
        if (Math.Max(Math.Abs(x - mark.MidX) - (mark.Width / 2), Math.Abs(y - mark.MidY) - (mark.Height / 2)) > 5)
            svg.Line(mark.MidX, mark.MidY, x, y, "tree");
    }

    private void Point(ScatterPoint point, double x, double y)
    {
        var detail = point.Detail ?? OwnDetail(point);
        if (point.Href is { } href)
            svg.OpenLink(href, detail);
        if (point.Detail is null)
            svg.OpenGroup(detail);
        else
            svg.OpenGroup(("class", "mark"), ("data-series", SvgWriter.Number(point.Series)), ("data-detail", detail));
        Mark(point.Series, x, y, RadiusOf(point));
        svg.CloseGroup();
        if (point.Href is not null)
            svg.CloseGroup();
    }

    private void Mark(int series, double x, double y, double radius)
    {
        var colour = Palette.ColourIndex(series);
        if (Palette.NeedsCasing(colour))
            Marks.Draw(svg, Palette.Shape(series), x, y, radius, $"mark-case-{colour}");
        Marks.Draw(svg, Palette.Shape(series), x, y, radius, $"full-{colour}");
    }

    private string OwnDetail(ScatterPoint point)
    {
        var name = figure.Series.Count == 1 ? point.Label : $"{point.Label} · {figure.Series[point.Series]}";
        return figure.IsMap ? name : $"{name}: {figure.X.Format.Full(point.X)}, {figure.Y.Format.Full(point.Y)}";
    }

    private string OwnDescription()
    {
        var names = string.Join("; ", figure.Points.Take(40).Select(OwnDetail));
        return figure.IsMap
            ? $"Map of {figure.Points.Count} points, of which only distances mean something: {names}."
            : $"Scatter plot of {figure.Points.Count} points, {figure.X.Title} by {figure.Y.Title}: {names}.";
    }
}
