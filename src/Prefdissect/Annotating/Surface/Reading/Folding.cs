using System.Globalization;
using System.Text;

namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>
/// The form in which words are compared: lower case, Latin letters without accents, one apostrophe, without combining marks and invisible characters.
/// So a text folds alike in NFC and NFD.
/// </summary>
public static class Folding
{
    private const int LatinEnd = 0x250, ExtendedLatinStart = 0x1E00, ExtendedLatinEnd = 0x1F00;

    private static readonly char[] Latin = Table(0, LatinEnd);
    private static readonly char[] ExtendedLatin = Table(ExtendedLatinStart, ExtendedLatinEnd);

    /// <summary>The folded character, or <c>\0</c> where nothing is left of it.</summary>
    public static char Of(char c) => c < LatinEnd ? Latin[c] : Rare(c);

    /// <summary>The folded form of a text.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Of(c) is not '\0' and var kept) folded.Append(kept);
        }
        return folded.ToString();
    }

    /// <summary>Whether a text folds to a form.</summary>
    public static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> form)
    {
        var at = 0;
        foreach (var c in text)
        {
            var folded = Of(c);
            if (folded == '\0') continue;
            if (at == form.Length || form[at++] != folded) return false;
        }
        return at == form.Length;
    }

    /// <summary>The hash of a folded form.</summary>
    public static ulong Hash(ReadOnlySpan<char> form)
    {
        var hash = HashStart;
        foreach (var c in form) hash = HashNext(hash, c);
        return hash;
    }

    /// <summary>Whether a character shows nothing: zero-width spaces and joiners, direction marks, soft hyphen, byte order mark.</summary>
    public static bool IsInvisible(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F')
        or '\u180E' or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F');

    internal const ulong HashStart = 14695981039346656037;

    internal static ulong HashNext(ulong hash, char folded) => (hash ^ folded) * 1099511628211;

    private static char Rare(char c)
    {
        if (c is '’' or '‘' or 'ʼ' or '＇') return '\'';
        if (c is >= (char)ExtendedLatinStart and < (char)ExtendedLatinEnd) return ExtendedLatin[c - ExtendedLatinStart];
        if (IsInvisible(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return '\0';
        return char.ToLowerInvariant(c);
    }

    private static char[] Table(int from, int to)
    {
        var table = new char[to - from];
        for (var c = from; c < to; c++)
        {
            var plain = ((char)c).ToString().Normalize(NormalizationForm.FormD)[0];
            table[c - from] = IsInvisible((char)c) ? '\0' : char.ToLowerInvariant(plain);
        }
        return table;
    }
}
