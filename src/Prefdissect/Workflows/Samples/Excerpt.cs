using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>A piece of a text, as it came: hostile.</summary>
/// <param name="Text">The piece; no character is cut in two.</param>
/// <param name="IsCutBefore">Whether the text began before it.</param>
/// <param name="IsCutAfter">Whether the text goes on after it.</param>
public sealed record Excerpt(string Text, bool IsCutBefore, bool IsCutAfter)
{
    private const int Longest = 240;
    private const int Before = 60;

    /// <summary>The beginning of a text, or a piece around the first place where one of some terms stands.</summary>
    public static Excerpt Of(string text, IReadOnlyList<SearchTerm> terms)
    {
        var at = terms.Count == 0 ? -1 : FirstPlace(text, terms);
        var start = WholeFrom(text, at > Before * 2 ? at - Before : 0);
        var end = WholeFrom(text, Math.Min(text.Length, start + Longest));
        return new Excerpt(text[start..end], start > 0, end < text.Length);
    }

    /// <summary>With an ellipsis where it is cut.</summary>
    public override string ToString() => $"{(IsCutBefore ? "…" : "")}{Text}{(IsCutAfter ? "…" : "")}";

    private static int FirstPlace(string text, IReadOnlyList<SearchTerm> terms)
    {
        var folded = SearchTerm.Folded(text);
        // Where accents were taken away places have moved, and a place nearby is good enough to look at.
        return terms.Select(term => term.IndexIn(folded)).Where(at => at >= 0).DefaultIfEmpty(-1).Min() is var at && at < text.Length ? at : -1;
    }

    private static int WholeFrom(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
