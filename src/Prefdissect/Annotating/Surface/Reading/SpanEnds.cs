namespace Prefdissect.Annotating.Surface.Reading;

/// <summary>
/// Where quotations, emphasis, links and references that begin at a place end. A search that found nothing is not made again in the same line, and every
/// other look ahead is bounded, so that a line full of openings stays linear.
/// </summary>
internal sealed class SpanEnds(string text)
{
    private const int LongestReference = 60, LongestTarget = 400;
    private const string LinkEnds = " \t\r\n)]>\"'";

    private int lineEnd;
    private bool noQuote, noCurlyQuote, noBacktick, noStars, noUnderscores;

    /// <summary>End of the emphasis that is open, so that its closing marks open no other.</summary>
    public int BoldUntil { get; set; }

    public void BeginLine(int end)
    {
        lineEnd = end;
        noQuote = noCurlyQuote = noBacktick = noStars = noUnderscores = false;
    }

    /// <summary>Where the span that opens at a place closes (first character of the closing mark), or 0.</summary>
    public int Closing(int at) => text[at] switch
    {
        '"' => Find(at + 1, "\"", ref noQuote),
        '“' => Find(at + 1, "”", ref noCurlyQuote),
        '`' => Find(at + 1, "`", ref noBacktick),
        '*' => at < BoldUntil ? 0 : Find(at + 2, "**", ref noStars),
        '_' => at < BoldUntil ? 0 : Find(at + 2, "__", ref noUnderscores),
        _ => 0,
    };

    /// <summary>Whether at least a number of words, by their spaces, stand in a range.</summary>
    public bool HasWords(int from, int to, int words) => text.AsSpan(from, to - from).Count(' ') >= words - 1;

    /// <summary>Length of the web address at a place, without the marks that close its sentence, or 0.</summary>
    public int LinkAt(int at)
    {
        if (text[at] is not ('h' or 'w' or 'H' or 'W')) return 0;
        var rest = text.AsSpan(at, lineEnd - at);
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return 0;
        var end = rest.IndexOfAny(LinkEnds);
        return rest[..(end < 0 ? rest.Length : end)].TrimEnd(".,;:?!*_").Length;
    }

    /// <summary>Length of the reference at a bracket, <c>[3]</c>, <c>[3, 4]</c> or <c>(Name, 1999)</c>, or 0.</summary>
    public int ReferenceAt(int at)
    {
        var rest = text.AsSpan(at, Math.Min(LongestReference, lineEnd - at));
        var close = rest.IndexOf(rest[0] == '[' ? ']' : ')');
        if (close < 2) return 0;
        var inner = rest[1..close];
        if (rest[0] == '[') return inner.Length <= 8 && inner.IndexOfAnyExcept("0123456789,- ") < 0 && char.IsAsciiDigit(inner[0]) ? close + 1 : 0;
        var named = inner.Length > 6 && char.IsUpper(inner[0]) && inner[^5] == ' ' && inner[^6] is ',' or '.';
        return named && inner[^4..].IndexOfAnyExceptInRange('0', '9') < 0 ? close + 1 : 0;
    }

    /// <summary>Where the target of a Markdown link that opens at a place closes, or 0.</summary>
    public int ClosingParenthesis(int at)
    {
        var close = text.AsSpan(at, Math.Min(LongestTarget, lineEnd - at)).IndexOf(')');
        return close < 0 ? 0 : at + close;
    }

    private int Find(int from, string closing, ref bool none)
    {
        if (none || from >= lineEnd) return 0;
        var found = text.AsSpan(from, lineEnd - from).IndexOf(closing);
        none = found < 0;
        return found > 0 ? from + found : 0;
    }
}
