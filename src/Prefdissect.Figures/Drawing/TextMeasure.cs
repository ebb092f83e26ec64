using System.Globalization;
using System.Text;

namespace Prefdissect.Figures.Drawing;

/// <summary>
/// How wide a text is, by a table of advance widths: those of Arial and its metric twins, with 6 % on top, since the font on the reader's machine is not known.
/// Scripts outside the table count with the widest letter usual in them, so that a guess errs to the wide side.
/// </summary>
internal static class TextMeasure
{
    private const double Slack = 1.06;
    private const double Ellipsis = 1000;

    private static ReadOnlySpan<short> Regular =>
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private static ReadOnlySpan<short> Bold =>
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ];

    /// <summary>The width of <paramref name="text"/> in px.</summary>
    public static double Width(string text, TextStyle style)
    {
        var units = 0.0;
        foreach (var rune in text.EnumerateRunes())
            units += Units(rune, style.IsBold);
        return units / 1000 * style.Size * Slack;
    }

    /// <summary>The text, or as much of its start as fits <paramref name="width"/> px together with "…".</summary>
    public static string Shorten(string text, TextStyle style, double width)
    {
        if (Width(text, style) <= width)
            return text;
        var left = (width / style.Size / Slack * 1000) - Ellipsis;
        var kept = new StringBuilder();
        foreach (var element in Elements(text))
        {
            left -= element.EnumerateRunes().Sum(r => Units(r, style.IsBold));
            if (left < 0)
                break;
            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>
    /// The text in lines of at most <paramref name="width"/> px, broken at spaces, at most <paramref name="most"/> of them; the last is shortened if need be.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, TextStyle style, double width, int most)
    {
        var lines = new List<string>();
        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.Count > 0)
        {
            if (lines.Count == most - 1)
            {
                lines.Add(Shorten(string.Join(' ', words), style, width));
                return lines;
            }

            var line = words.Dequeue();
            while (words.Count > 0 && Width(line + " " + words.Peek(), style) <= width)
                line += " " + words.Dequeue();
            lines.Add(Shorten(line, style, width));
        }

        return lines;
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }

    private static double Units(Rune rune, bool isBold)
    {
        var code = rune.Value;
        if (code is >= 0x20 and < 0x7f)
            return (isBold ? Bold : Regular)[code - 0x20];
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        return code switch
        {
            0xa0 or 0x202f or 0xb7 => 278,
            0x2019 or 0x2018 => 250,
            0x2026 or 0x2014 => Ellipsis,
            0x2212 or 0xd7 or 0xb1 or 0x2013 => 584,
            >= 0xc0 and < 0x250 => Rune.IsUpper(rune) ? 780 : 620,
            >= 0x370 and < 0x530 => Rune.IsUpper(rune) ? 800 : 640,
            _ => 1100,
        };
    }
}
