using Prefdissect.Figures.Drawing;

namespace Prefdissect.Figures;

/// <summary>The values of a <see cref="DotAndWhisker"/> of one series in figures, "62.3 [58.1, 66.2]", the three parts each aligned at their end.</summary>
internal sealed class NumberColumn
{
    private const double Gap = 1.25 * Tokens.Space;
    private const double InnerGap = 0.25 * Tokens.Space;
    private readonly ValueFormat format;
    private readonly string heading;
    private readonly double right;
    private readonly double lowWidth;
    private readonly double highWidth;

    public NumberColumn(DotAndWhisker figure, double right)
    {
        (format, this.right) = (figure.Axis.Format, right);
        var points = figure.Rows.Select(r => r.Points[0]).OfType<DotPoint>().ToList();
        heading = points.Any(p => p.Outer is not null) ? $"{figure.Names.Centre} [{figure.Names.Outer}]" : figure.Names.Centre;
        lowWidth = Widest(points.Select(p => p.Outer is { } o ? Low(o) : ""));
        highWidth = Widest(points.Select(p => p.Outer is { } o ? High(o) : ""));
        var parts = Widest(points.Select(p => format.Bare(p.Centre))) + (highWidth > 0 ? Gap + lowWidth + InnerGap + highWidth : 0);
        Width = Math.Max(parts, TextMeasure.Width(SafeText.OneLine(heading), TextStyle.Small));
    }

    /// <summary>Width of the column, px.</summary>
    public double Width { get; }

    public void Heading(SvgWriter svg, double y) => svg.Text(right, y, heading, TextStyle.Small, Anchor.End);

    /// <summary>Writes the parts in their columns.</summary>
    public void Write(SvgWriter svg, DotPoint point, double y)
    {
        svg.Text(highWidth > 0 ? right - highWidth - InnerGap - lowWidth - Gap : right, y, format.Bare(point.Centre), TextStyle.Body, Anchor.End);
        if (point.Outer is not { } outer)
            return;
        svg.Text(right - highWidth - InnerGap, y, Low(outer), TextStyle.Quiet, Anchor.End);
        svg.Text(right, y, High(outer), TextStyle.Quiet, Anchor.End);
    }

    /// <summary>Writes the parts as one text at the right margin and returns its width, px.</summary>
    public double WriteWhole(SvgWriter svg, DotPoint point, double y)
    {
        var text = point.Outer is { } outer ? $"{format.Bare(point.Centre)} {Low(outer)} {High(outer)}" : format.Bare(point.Centre);
        svg.Text(right, y, text, TextStyle.Body, Anchor.End);
        return TextMeasure.Width(text, TextStyle.Body);
    }

    private static double Widest(IEnumerable<string> texts) => texts.Select(t => TextMeasure.Width(t, TextStyle.Body)).DefaultIfEmpty(0).Max();

    private string Low(Interval outer) => $"[{format.Bare(outer.Low)},";

    private string High(Interval outer) => $"{format.Bare(outer.High)}]";
}
