using System.Globalization;
using System.Text;

namespace Prefdissect.Studies;

/// <summary>
/// A word, or words that follow each other, looked for in texts: capitals and accents do not matter, and what stands between words neither. What holds no word, and what is
/// written in a script that sets no spaces between words, is looked for as it stands.
/// </summary>
public sealed record SearchTerm
{
    private const int MostWords = 32;

    private SearchTerm(string written)
    {
        var folded = Folded(written.Trim());
        Words = [.. WordsOf(folded)];
        Literal = folded;
        IsLiteral = Words.Count == 0 || folded.EnumerateRunes().Any(SetsNoSpaces);
    }

    /// <summary>The words, in small letters without accents.</summary>
    public IReadOnlyList<string> Words { get; private init; }

    /// <summary>The whole term in small letters without accents.</summary>
    public string Literal { get; }

    /// <summary>Whether it is looked for as it stands, and not by words.</summary>
    public bool IsLiteral { get; }

    /// <summary>The term as the index takes it: it holds letters, digits and spaces between two quotation marks, whatever was typed.</summary>
    internal string Phrase => $"\"{string.Join(' ', Words)}\"";

    /// <summary>
    /// The terms of what a person typed: words, and phrases between quotation marks. No text is wrong. Of more than 32 words the first 32 count.
    /// </summary>
    /// <param name="typed">What was typed, of any length and content.</param>
    /// <returns>The terms, each once; and whether some words do not count.</returns>
    public static (IReadOnlyList<SearchTerm> Terms, bool IsShortened) Parse(string typed)
    {
        var terms = new List<SearchTerm>();
        var words = 0;
        foreach (var part in Parts(typed))
        {
            var term = new SearchTerm(part);
            if (term.Literal.Length == 0 || terms.Exists(other => other.Literal == term.Literal)) continue;
            if (words >= MostWords) return (terms, true);
            if (!term.IsLiteral && words + term.Words.Count > MostWords)
            {
                terms.Add(term with { Words = [.. term.Words.Take(MostWords - words)] });
                return (terms, true);
            }
            terms.Add(term);
            words += Math.Max(1, term.Words.Count);
        }
        return (terms, false);
    }

    /// <summary>A text as terms are compared with it: small letters, no accents.</summary>
    public static string Folded(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var whole = new StringBuilder(text.Length);
        // Half a character cannot be decomposed.
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune);
        var bare = new StringBuilder(text.Length);
        foreach (var rune in whole.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) bare.Append(Rune.ToLowerInvariant(rune));
        }
        return bare.ToString();
    }

    /// <summary>Where the term begins in a text that is <see cref="Folded"/> already; −1 where it is not there.</summary>
    public int IndexIn(string folded)
    {
        if (IsLiteral) return folded.IndexOf(Literal, StringComparison.Ordinal);
        for (var at = folded.IndexOf(Words[0], StringComparison.Ordinal); at >= 0; at = folded.IndexOf(Words[0], at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !EndsInWord(folded.AsSpan(0, at))) && FollowsAt(folded, at)) return at;
        }
        return -1;
    }

    private bool FollowsAt(string folded, int at)
    {
        foreach (var (i, word) in Words.Index())
        {
            if (i > 0)
            {
                while (at < folded.Length && !BeginsWithWord(folded.AsSpan(at))) at++;
            }
            if (!folded.AsSpan(at).StartsWith(word, StringComparison.Ordinal)) return false;
            at += word.Length;
            if (at < folded.Length && BeginsWithWord(folded.AsSpan(at))) return false;
        }
        return true;
    }

    private static IEnumerable<string> Parts(string typed)
    {
        var pieces = typed.Split('"');
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 1) yield return pieces[i];
            else foreach (var word in pieces[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) yield return word;
        }
    }

    private static IEnumerable<string> WordsOf(string folded)
    {
        var word = new StringBuilder();
        foreach (var rune in folded.EnumerateRunes())
        {
            if (IsOfWord(rune)) word.Append(rune);
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }

    private static bool BeginsWithWord(ReadOnlySpan<char> text) => Rune.DecodeFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done && IsOfWord(rune);

    private static bool EndsInWord(ReadOnlySpan<char> text) => Rune.DecodeLastFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done && IsOfWord(rune);

    // As the index parts texts: letters, digits and characters for private use.
    private static bool IsOfWord(Rune rune) => Rune.IsLetter(rune) || Rune.IsNumber(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse;

    private static bool SetsNoSpaces(Rune rune) => rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x2E80 and <= 0x312F) or (>= 0x31A0 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7FF) or (>= 0x1100 and <= 0x11FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
