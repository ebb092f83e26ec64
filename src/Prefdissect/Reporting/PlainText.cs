using System.Text;

namespace Prefdissect.Reporting;

/// <summary>
/// Names of unknown origin (judges, groups, annotators, models) made fit to stand in a sentence: one line, nothing that steers a terminal, not endless.
/// </summary>
public static class PlainText
{
    private const int LongestName = 60;

    /// <summary>One line: white space becomes one space, control characters U+FFFD; marks that turn the reading direction are left out.</summary>
    public static string OneLine(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, 1024));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (Rune.IsControl(rune) || (rune.Value & 0xfffe) == 0xfffe)
            {
                clean.Append('\ufffd');
            }
            else if (rune.Value is not (0x061c or 0x200e or 0x200f or (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) or 0xfeff))
            {
                clean.Append(rune.ToString());
            }
        }
        return clean.ToString().TrimEnd(' ');
    }

    /// <summary>
    /// Lines of a text, as many characters of it as are wanted: line ends and tabs stay, other control characters become U+FFFD, and marks that turn the reading direction are left out.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most UTF-16 characters of it that are kept.</param>
    public static string Lines(string text, int most)
    {
        var end = Math.Min(text.Length, most);
        if (end > 0 && end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
        var clean = new StringBuilder(end);
        foreach (var rune in text.AsSpan(0, end).EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t') clean.Append((char)rune.Value);
            else if (rune.Value == '\r') continue;
            else if (Rune.IsControl(rune) || (rune.Value & 0xfffe) == 0xfffe) clean.Append('\ufffd');
            else if (rune.Value is not (0x061c or 0x200e or 0x200f or (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) or 0xfeff)) clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    /// <summary>A name on one line, its middle left out where it is too long: the end often tells two names apart.</summary>
    public static string Name(string name)
    {
        var line = OneLine(name);
        var runes = line.EnumerateRunes().Take(LongestName + 1).Count();
        if (runes <= LongestName) return line.Length == 0 ? "(no name)" : line;
        var all = line.EnumerateRunes().ToArray();
        return string.Concat(all.Take(LongestName * 2 / 3)) + "…" + string.Concat(all.TakeLast(LongestName / 3 - 1));
    }

    /// <summary>Names joined for a sentence: "a", "a and b", "a, b and c".</summary>
    public static string Joined(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
