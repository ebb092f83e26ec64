namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>
/// The number of words as the published data counts them: tokens of the Penn Treebank convention, code included. White space separates; brackets,
/// quotation marks and <c>; @ # $ % &amp; ? ! *</c> are words of their own, so are a comma or colon that no digit follows, a run of dots, each pair of
/// dashes or backticks, and a full stop that ends a word; English clitics (<c>n't 's 'm 'd 'll 're 've</c>) and the halves of <c>cannot</c>,
/// <c>gonna</c>, <c>gotta</c>, <c>wanna</c>, <c>gimme</c> and <c>lemme</c> count apart. A curly apostrophe inside a word is an apostrophe, and
/// characters that show nothing are no word.
/// </summary>
public static class WordCount
{
    private static readonly string[] Clitics = ["n't", "'s", "'m", "'d", "'ll", "'re", "'ve"];
    private static readonly string[] Fused = ["cannot", "gonna", "gotta", "wanna", "gimme", "lemme"];

    /// <summary>The number of words, at least 0; one pass.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        var open = -1;
        for (var at = 0; at < text.Length;)
        {
            var mark = MarkAt(text, at, open >= 0);
            if (mark == 0 && !char.IsWhiteSpace(text[at]))
            {
                if (open < 0 && !Folding.IsInvisible(text[at])) open = at;
                at++;
                continue;
            }
            if (open >= 0) count += WordsIn(text[open..at]);
            open = -1;
            if (mark > 0) count += text[at] is '-' or '`' ? (mark + 1) / 2 : 1;
            at += Math.Max(mark, 1);
        }
        return open >= 0 ? count + WordsIn(text[open..]) : count;
    }

    /// <summary>Length of the mark that stands at a place, or 0 where the character belongs to a word or is white space.</summary>
    private static int MarkAt(ReadOnlySpan<char> text, int at, bool insideWord)
    {
        var c = text[at];
        if (char.IsAsciiLetterOrDigit(c) || c == ' ') return 0;
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        switch (c)
        {
            case ';' or '@' or '#' or '$' or '%' or '&' or '?' or '!' or '*' or '(' or ')' or '[' or ']' or '{' or '}' or '<' or '>' or '"'
                or '«' or '»' or '“' or '”' or '„' or '‘':
                return 1;
            case ',' or ':':
                return char.IsDigit(next) ? 0 : 1;
            case '\'':
                return next == '\'' ? 2 : 0;
            case '’':
                return insideWord && char.IsLetter(next) ? 0 : 1;
            case '`':
                return RunLength(text, at);
            case '-':
                return next == '-' ? RunLength(text, at) : 0;
            case '.':
                return next == '.' ? RunLength(text, at) : EndsWord(text, at + 1) ? 1 : 0;
            default:
                return 0;
        }
    }

    private static int RunLength(ReadOnlySpan<char> text, int at)
    {
        var other = text[at..].IndexOfAnyExcept(text[at]);
        return other < 0 ? text.Length - at : other;
    }

    private static bool EndsWord(ReadOnlySpan<char> text, int after)
    {
        while (after < text.Length && text[after] is ']' or ')' or '}' or '>' or '"' or '\'' or '»' or '”' or '’') after++;
        return after == text.Length || char.IsWhiteSpace(text[after]);
    }

    private static int WordsIn(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return 1;
        if (word[^1] is '\'' && word[^2] != '\'') return 2;
        var apostrophe = word[^2] is '\'' or '’' ? word.Length - 2 : word[^3] is '\'' or '’' ? word.Length - 3 : -1;
        if (apostrophe < 0) return word.Length is 5 or 6 && IsFused(word) ? 2 : 1;
        foreach (var clitic in Clitics)
        {
            if (word.Length > clitic.Length && EndsWith(word, clitic)) return 2;
        }
        return 1;
    }

    private static bool IsFused(ReadOnlySpan<char> word)
    {
        foreach (var fused in Fused)
        {
            if (word.Equals(fused, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static bool EndsWith(ReadOnlySpan<char> word, string clitic)
    {
        var tail = word[^clitic.Length..];
        for (var i = 0; i < tail.Length; i++)
        {
            if ((tail[i] == '’' ? '\'' : char.ToLowerInvariant(tail[i])) != clitic[i]) return false;
        }
        return true;
    }
}
