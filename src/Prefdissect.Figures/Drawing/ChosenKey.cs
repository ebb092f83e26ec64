using System.Globalization;

namespace Prefdissect.Figures.Drawing;

/// <summary>
/// The key of series of which a script shows some: one group an entry (<c>data-key</c>, <c>data-width</c>), those not shown not displayed, and room for the widest.
/// The group around them tells the script how to set them anew (<c>data-keys</c>: left, right, distance of lines, gap).
/// </summary>
internal static class ChosenKey
{
    private const double Gap = 5 * Tokens.Space;
    private const double TextGap = 1.5 * Tokens.Space;

    /// <summary>Draws the entries and returns where the room for them ends (y, px).</summary>
    public static double Draw(SvgWriter svg, Canvas canvas, double y, IReadOnlyList<KeyItem> items, SeriesChoice choice)
    {
        var style = TextStyle.Body;
        var (left, right, line) = (Tokens.Margin, canvas.Width - Tokens.Margin, style.LineHeight + Tokens.Space);
        var widths = items.Select(item => item.GlyphWidth + TextGap + Math.Min(Room(canvas, item), TextMeasure.Width(SafeText.OneLine(item.Text), style))).ToList();
        var shown = Places(choice.Shown.Select(i => widths[i]), left, right, line);
        svg.OpenGroup(("data-keys", string.Join(' ', new[] { left, right, line, Gap }.Select(SvgWriter.Number))));
        for (var i = 0; i < items.Count; i++)
        {
            var at = choice.PlaceOf(i);
            var (x, dy) = at < 0 ? (left, 0) : shown[at];
            svg.OpenGroup(("data-key", i.ToString(CultureInfo.InvariantCulture)), ("data-width", SvgWriter.Number(widths[i])),
                ("data-at", $"{SvgWriter.Number(x)} {SvgWriter.Number(dy)}"), ("display", at < 0 ? "none" : null));
            items[i].Glyph(x + (items[i].GlyphWidth / 2), y + dy + (line / 2));
            svg.Text(x + items[i].GlyphWidth + TextGap, y + dy + (line / 2) + style.Drop, items[i].Text, style, room: Room(canvas, items[i]));
            svg.CloseGroup();
        }

        svg.CloseGroup();
        var widest = Places(widths.OrderDescending().Take(choice.Most), left, right, line);
        return y + Math.Max(shown.Max(p => p.Y), widest.Max(p => p.Y)) + line;
    }

    private static double Room(Canvas canvas, KeyItem item) =>
        Math.Min(canvas.IsNarrow ? canvas.Width - (2 * Tokens.Margin) : 240, canvas.Width - (2 * Tokens.Margin)) - item.GlyphWidth - TextGap;

    private static List<(double X, double Y)> Places(IEnumerable<double> widths, double left, double right, double line)
    {
        var places = new List<(double X, double Y)>();
        var (x, y) = (left, 0.0);
        foreach (var width in widths)
        {
            if (x > left && x + width > right)
                (x, y) = (left, y + line);
            places.Add((x, y));
            x += width + Gap;
        }

        return places;
    }
}
