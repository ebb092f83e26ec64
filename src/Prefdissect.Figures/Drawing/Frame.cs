namespace Prefdissect.Figures.Drawing;

/// <summary>Draws what stands around every figure: badge, title and subtitle above, footnotes below.</summary>
internal static class Frame
{
    private const double BadgeHeight = 20;

    /// <summary>Draws the head and returns where the body may begin (y, px).</summary>
    public static double Head(SvgWriter svg, Canvas canvas, Caption caption)
    {
        var (y, room) = (Tokens.Margin, canvas.Width - (2 * Tokens.Margin));
        if (caption.Simulated is { } badge)
        {
            var style = TextStyle.Badge;
            var most = canvas.IsNarrow ? room : room / 3;
            var width = Math.Min(most, TextMeasure.Width(SafeText.OneLine(badge), style) + (4 * Tokens.Space));
            var x = canvas.IsNarrow ? Tokens.Margin : canvas.Width - Tokens.Margin - width;
            svg.Rect(x, y, width, BadgeHeight, "badge-paper", Tokens.Radius);
            svg.Text(x + (width / 2), y + (BadgeHeight / 2) + style.Drop, badge, style, Anchor.Middle, width - (3 * Tokens.Space));
            if (canvas.IsNarrow)
                y += BadgeHeight + (2 * Tokens.Space);
            else
                room -= width + (4 * Tokens.Space);
        }

        y = Paragraph(svg, Tokens.Margin, y, room, caption.Title, TextStyle.Title, 4);
        if (caption.Subtitle is { } subtitle)
            y = Paragraph(svg, Tokens.Margin, y + Tokens.Space, room, subtitle, TextStyle.Subtitle, 4);
        return y + (3 * Tokens.Space);
    }

    /// <summary>Draws the footnotes and returns the height of the figure (px).</summary>
    public static double Foot(SvgWriter svg, Canvas canvas, Caption caption, double y)
    {
        if (caption.Footnotes.Count > 0)
            y += 2 * Tokens.Space;
        foreach (var note in caption.Footnotes)
            y = Paragraph(svg, Tokens.Margin, y, canvas.Width - (2 * Tokens.Margin), note, TextStyle.Small, 5);
        return y + Tokens.Margin;
    }

    /// <summary>Draws wrapped lines, the first within <paramref name="y"/> and one line height below, and returns where the last ends.</summary>
    public static double Paragraph(SvgWriter svg, double x, double y, double room, string text, TextStyle style, int most)
    {
        var whole = SafeText.OneLine(text);
        var lines = TextMeasure.Wrap(whole, style, room, most);
        var tooltip = string.Join(' ', lines) == whole ? null : whole;
        foreach (var line in lines)
        {
            svg.Text(x, y + (style.LineHeight / 2) + style.Drop, line, style, tooltip: tooltip);
            y += style.LineHeight;
        }

        return y;
    }
}
