using System.Globalization;
using System.Text;

namespace Prefdissect.Reporting;

/// <summary>Places of hostile texts made fit to be looked at: on one line, short, and with every character seen that would steer a terminal, turn the reading direction or hide.</summary>
public static class VisibleText
{
    private const int Before = 16;
    private const int Most = 96;

    /// <summary>A place with a little of what stands around it. What is not seen stands as its number, as in <c>‹U+200B›</c>, a line end as <c>⏎</c>.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Index of the place's first character.</param>
    /// <param name="length">Length of the place.</param>
    public static string Around(string text, int start, int length)
    {
        var from = Math.Clamp(start - Before, 0, text.Length);
        if (from > 0 && from < text.Length && char.IsLowSurrogate(text[from])) from--;
        var end = Math.Clamp(Math.Max(start, from) + (long)length + Before, from, text.Length);
        var shown = new StringBuilder(from > 0 ? "…" : "");
        foreach (var rune in text.AsSpan(from, (int)end - from).EnumerateRunes())
        {
            if (shown.Length >= Most) return shown.Append('…').ToString();
            shown.Append(Seen(rune));
        }
        return end < text.Length ? shown.Append('…').ToString() : shown.ToString();
    }

    /// <summary>A whole text on one line; what is not seen stands as its number, a line end as <c>⏎</c>.</summary>
    public static string Of(string text) => string.Concat(text.EnumerateRunes().Select(Seen));

    private static string Seen(Rune rune) => rune.Value switch
    {
        '\n' or 0x2028 or 0x2029 => "⏎",
        ' ' => " ",
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF) => $"‹U+{rune.Value:X4}›",
        _ when Rune.IsWhiteSpace(rune) => " ",
        _ => rune.ToString(),
    };
}
