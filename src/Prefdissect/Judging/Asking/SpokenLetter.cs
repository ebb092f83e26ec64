using System.Text.RegularExpressions;
using Prefdissect.Pairs;

namespace Prefdissect.Judging.Asking;

/// <summary>Reads the letter out of an answer in words.</summary>
public static partial class SpokenLetter
{
    /// <summary>
    /// The letter with which the answer begins, else the only one of the two that stands in it as a word of its own; <see langword="null"/> where that does not tell.
    /// Thoughts before the answer are passed over.
    /// </summary>
    public static Verdict? Of(string answer)
    {
        var said = Thoughts().Replace(answer, "");
        if (said.Contains("<think>", StringComparison.OrdinalIgnoreCase)) return null;
        if (Beginning().Match(said) is { Success: true } beginning) return VerdictOf(beginning.Groups[1].Value);
        var letters = Alone().Matches(said).Select(match => match.Value).Distinct().ToList();
        return letters is [var only] ? VerdictOf(only) : null;
    }

    private static Verdict VerdictOf(string letter) => letter == "A" ? Verdict.A : Verdict.B;

    [GeneratedRegex(@"^.*</think>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Thoughts();

    // "A better answer is B" begins with an article, not with a verdict.
    [GeneratedRegex(@"^[\s""'`*(\[{]*(?:(?:[Rr]esponse|[Aa]nswer|[Vv]erdict|[Pp]reference)\s*(?:is)?\s*:?\s*[*""'`(\[]*)?([AB])(?=[\s""'`*)\]}]*(?:$|[.,:;!\r\n]))")]
    private static partial Regex Beginning();

    // Before a word in small letters A is an article, unless it is a word that a verdict goes on with.
    [GeneratedRegex(@"(?<![\p{L}\p{N}'’-])[AB](?![\p{L}\p{N}'’-])(?<!A(?=\s\p{Ll})(?!\s(?:is|was|wins|has|gives|does|seems|over|and|or|than|because|since)\b))")]
    private static partial Regex Alone();
}
