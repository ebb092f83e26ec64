using System.Text;

namespace Prefdissect.Pairs;

/// <summary>
/// The form of a text that decides whether two texts are the same: Unicode NFC, line ends LF, outer white space trimmed.
/// Only the identity uses it; the text itself is kept as it came.
/// </summary>
public static class TextIdentity
{
    /// <summary>The identity form of <paramref name="text"/>. A lone surrogate counts as U+FFFD.</summary>
    /// <exception cref="PlatformNotSupportedException">The runtime cannot normalise Unicode (invariant globalization) and the text is not ASCII.</exception>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unified = text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
        var trimmed = unified.Trim();
        return Ascii.IsValid(trimmed) ? trimmed : Composed(trimmed);
    }

    private static string Composed(string text)
    {
        // In invariant mode the runtime returns the text as it is, and the same pair would get two identities on two machines.
        if ("e\u0301".Normalize(NormalizationForm.FormC).Length != 1)
        {
            throw new PlatformNotSupportedException(
                "This runtime cannot normalise Unicode text: install the ICU library (libicu) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        }
        return WellFormed(text).Normalize(NormalizationForm.FormC).Trim();
    }

    private static string WellFormed(string text)
    {
        var lone = false;
        foreach (var rune in text.EnumerateRunes()) lone |= rune == Rune.ReplacementChar;
        if (!lone) return text;
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) builder.Append(rune);
        return builder.ToString();
    }
}
