namespace Prefdissect.Figures.Drawing;

/// <summary>One entry of a key: a glyph and what it means.</summary>
/// <param name="Glyph">Draws the glyph around the centre given (x, y).</param>
/// <param name="GlyphWidth">Its width, px.</param>
/// <param name="Text">What it means.</param>
internal sealed record KeyItem(Action<double, double> Glyph, double GlyphWidth, string Text)
{
    private const double Gap = 5 * Tokens.Space;
    private const double TextGap = 1.5 * Tokens.Space;

    /// <summary>Sets the entries one after the other in lines within the canvas, and returns where the last line ends (y, px).</summary>
    public static double Flow(SvgWriter svg, Canvas canvas, double y, IEnumerable<KeyItem> items, TextStyle style)
    {
        var (x, right, line) = (Tokens.Margin, canvas.Width - Tokens.Margin, style.LineHeight + Tokens.Space);
        var isEmpty = true;
        foreach (var item in items)
        {
            var room = Math.Min(canvas.IsNarrow ? right - Tokens.Margin : 240, right - Tokens.Margin) - item.GlyphWidth - TextGap;
            var width = item.GlyphWidth + TextGap + Math.Min(room, TextMeasure.Width(SafeText.OneLine(item.Text), style));
            if (!isEmpty && x + width > right)
                (x, y) = (Tokens.Margin, y + line);
            item.Glyph(x + (item.GlyphWidth / 2), y + (line / 2));
            svg.Text(x + item.GlyphWidth + TextGap, y + (line / 2) + style.Drop, item.Text, style, room: room);
            x += width + Gap;
            isEmpty = false;
        }

        return isEmpty ? y : y + line;
    }
}
