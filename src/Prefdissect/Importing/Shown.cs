using System.Globalization;
using System.Text;

namespace Prefdissect.Importing;

/// <summary>Texts of files as messages show them: short, on one line, without control characters that a terminal would obey.</summary>
internal static class Shown
{
    private const int Longest = 60;

    /// <summary>The text in quotation marks, shortened.</summary>
    public static string Quoted(string text)
    {
        var cut = text.Length > Longest ? Longest - (char.IsHighSurrogate(text[Longest - 1]) ? 1 : 0) : text.Length;
        return $"\"{Plain(text[..cut])}{(cut < text.Length ? "…" : "")}\"";
    }

    /// <summary>The text with control and formatting characters, and halves of characters, spelled out.</summary>
    public static string Plain(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i)) builder.Append(text[i]).Append(text[++i]);
            else if (char.GetUnicodeCategory(text[i]) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) builder.Append(Spelled(text[i]));
            else builder.Append(text[i]);
        }
        return builder.ToString();
    }

    /// <summary>Quoted texts with commas between, at most ten.</summary>
    public static string List(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        return string.Join(", ", all.Take(10).Select(Quoted)) + (all.Count > 10 ? $" and {all.Count - 10} more" : "");
    }

    private static string Spelled(char character) => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => $"\\u{(int)character:x4}",
    };
}
