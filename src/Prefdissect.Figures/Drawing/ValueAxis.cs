using Prefdissect.Figures.Scales;

namespace Prefdissect.Figures.Drawing;

/// <summary>A horizontal value axis between two positions: its ticks, and which of their labels are shown.</summary>
internal sealed class ValueAxis
{
    private const double LabelGap = 3 * Tokens.Space;
    private readonly ValueFormat format;
    private readonly int stride;

    private ValueAxis(Ticks ticks, ValueFormat format, double left, double right)
    {
        (Ticks, this.format) = (ticks, format);
        Scale = new LinearScale(ticks.Values[0], ticks.Values[^1], left, right);
        var spacing = (right - left) / (ticks.Values.Count - 1);
        stride = (int)Math.Max(1, Math.Ceiling((WidestLabel + LabelGap) / spacing));
    }

    public Ticks Ticks { get; }

    public LinearScale Scale { get; }

    /// <summary>Width of the widest label, px.</summary>
    public double WidestLabel => Ticks.Values.Max(v => TextMeasure.Width(Label(v), TextStyle.Small));

    /// <summary>The finest axis over <paramref name="span"/> whose labels stand clear of each other; its ends are ticks.</summary>
    public static ValueAxis Over(Interval span, ValueFormat format, double left, double right)
    {
        for (var most = (int)Math.Clamp((right - left) / 48, 3, 13); ; most--)
        {
            var axis = new ValueAxis(Ticks.Covering(span.Low, span.High, most), format, left, right);
            if (axis.stride == 1 || most == 3)
                return axis;
        }
    }

    /// <summary>A tick's label.</summary>
    public string Label(double value) => format.Tick(value, Ticks.Step);

    /// <summary>Writes the labels with their baseline at <paramref name="y"/>.</summary>
    public void Labels(SvgWriter svg, double y)
    {
        for (var i = 0; i < Ticks.Values.Count; i += stride)
            svg.Text(Scale.At(Ticks.Values[i]), y, Label(Ticks.Values[i]), TextStyle.Small, Anchor.Middle);
    }

    /// <summary>Draws the guides from <paramref name="top"/> to <paramref name="bottom"/>.</summary>
    public void Guides(SvgWriter svg, double top, double bottom)
    {
        foreach (var value in Ticks.Values)
            svg.Line(Scale.At(value), top, Scale.At(value), bottom, "guide");
    }
}
