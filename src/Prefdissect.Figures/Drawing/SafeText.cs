using System.Text;

namespace Prefdissect.Figures.Drawing;

/// <summary>Texts of unknown origin made fit to draw.</summary>
internal static class SafeText
{
    /// <summary>
    /// One line of characters that XML allows: white space of any kind becomes one space, what XML or Unicode forbids becomes U+FFFD,
    /// and marks that turn the reading direction, which could make a label read as another, are left out.
    /// </summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate comes as U+FFFD
        {
            if (rune.Value != 0xa0 && rune.Value != 0x202f && Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (Rune.IsControl(rune) || (rune.Value & 0xfffe) == 0xfffe || rune.Value is >= 0xfdd0 and <= 0xfdef)
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
}
