namespace Prefdissect.Judging.Asking;

/// <summary>
/// Whether the probabilities of the two letters after a prompt are those of one token each. A tokenizer may draw a letter into the prompt's last word, or need two tokens for one of
/// them; then their probabilities are no measure of a preference.
/// </summary>
public static class TokenBoundary
{
    /// <summary>What may stand between a prompt and the letter.</summary>
    public static IReadOnlyList<string> Gaps { get; } = [" ", ""];

    /// <summary>The tokens of the letters, or what is wrong, as the end of a sentence.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="continued">Tokens of the prompt with a gap and a letter behind it, for each gap of <see cref="Gaps"/> and each letter: key <c>" A"</c> and so on.</param>
    public static (LetterTokens? Letters, string? Problem) Of(string prompt, IReadOnlyList<int> tokens, IReadOnlyDictionary<string, IReadOnlyList<int>> continued)
    {
        // Behind white space the letter alone follows, elsewhere the letter with its space.
        var usual = prompt.Length == 0 || char.IsWhiteSpace(prompt[^1]) ? "" : " ";
        var (a, b) = (new List<LetterToken>(), new List<LetterToken>());
        foreach (var gap in Gaps.OrderBy(gap => gap != usual))
        {
            var (ofA, ofB) = (Next(tokens, continued[gap + "A"]), Next(tokens, continued[gap + "B"]));
            if (ofA is { } one && ofB is { } other && one != other)
            {
                if (a.Exists(token => token.Id == one) || b.Exists(token => token.Id == other)) continue;
                a.Add(new LetterToken(one, gap + "A"));
                b.Add(new LetterToken(other, gap + "B"));
            }
            else if (gap == usual) return (null, Problem(gap, ofA, ofB));
        }
        return (new LetterTokens(a, b), null);
    }

    private static string Problem(string gap, int? a, int? b) => (a, b) switch
    {
        (null, null) => $"neither '{gap}A' nor '{gap}B' is one token of its own there",
        (null, _) => $"'{gap}B' is one token of its own there, and '{gap}A' is not",
        (_, null) => $"'{gap}A' is one token of its own there, and '{gap}B' is not",
        _ => "both letters are the same token there",
    };

    // A byte-pair merge across the end of the prompt changes tokens before it.
    private static int? Next(IReadOnlyList<int> tokens, IReadOnlyList<int> continued) =>
        continued.Count == tokens.Count + 1 && continued.Take(tokens.Count).SequenceEqual(tokens) ? continued[^1] : null;
}
