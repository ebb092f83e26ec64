using System.Text.RegularExpressions;

namespace Prefdissect.Annotating.Scenarios;

/// <summary>
/// What the word classifier sees of a query: single words of its beginning (<c>h:</c>) and of its end (<c>t:</c>), its first word (<c>1:</c>), and marks on its surface (<c>#</c>).
/// People say what they want before or after the material they give, so that the middle of a long query would speak of its topic.
/// </summary>
internal static partial class QueryFeatures
{
    private const int Head = 16;
    private const int Tail = 10;

    public static IReadOnlySet<string> Of(string query)
    {
        var words = Word().Matches(query.ToLowerInvariant()).Select(match => match.Value).ToList();
        var features = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words.Take(Head)) features.Add("h:" + word);
        foreach (var word in words.TakeLast(Tail)) features.Add("t:" + word);
        if (words.Count > 0) features.Add("1:" + words[0]);
        features.Add(FormattableString.Invariant($"#length {Math.Min(9, (int)Math.Log2(words.Count + 1))}"));
        if (Code().IsMatch(query)) features.Add("#code");
        if (query.Any(char.IsAsciiDigit)) features.Add("#digit");
        if (Formula().IsMatch(query)) features.Add("#formula");
        if (!System.Text.Ascii.IsValid(query)) features.Add("#foreign");
        if (query.AsSpan().TrimEnd() is [.., '?']) features.Add("#question");
        if (Choice().IsMatch(query)) features.Add("#choice");
        return features;
    }

    [GeneratedRegex(@"[a-z]+(?:['’][a-z]+)?")]
    private static partial Regex Word();

    [GeneratedRegex(@"[{};]|```|\bdef |\(\)")]
    private static partial Regex Code();

    [GeneratedRegex(@"[=+*/^] ?\d|\d ?[=+*/^]")]
    private static partial Regex Formula();

    [GeneratedRegex(@"^[ \t]{0,8}\(?[A-D][.)]", RegexOptions.Multiline)]
    private static partial Regex Choice();
}
