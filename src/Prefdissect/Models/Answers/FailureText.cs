using System.Text;

namespace Prefdissect.Models.Answers;

/// <summary>Makes what a server said fit for one line.</summary>
internal static class FailureText
{
    private const int Most = 240;

    /// <summary>The text on one line without control characters, at most 240 characters long.</summary>
    public static string Shorten(string text)
    {
        var builder = new StringBuilder();
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format)
            {
                space = builder.Length > 0;
                continue;
            }
            if (space) builder.Append(' ');
            space = false;
            builder.Append(rune);
            if (builder.Length >= Most) return builder.Append('…').ToString();
        }
        return builder.ToString();
    }
}
