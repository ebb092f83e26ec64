using Prefdissect.Models.Answers;

namespace Prefdissect.Judging.Asking;

/// <summary>How likely an answer begins with either letter.</summary>
/// <param name="LogProbA">Natural logarithm of the probability of A, its variants together; where bounded, the largest that it can be.</param>
/// <param name="LogProbB">The same of B.</param>
/// <param name="IsBoundedA">Whether A was not among the tokens returned.</param>
/// <param name="IsBoundedB">Whether B was not among them.</param>
public sealed record LetterProbabilities(double LogProbA, double LogProbB, bool IsBoundedA = false, bool IsBoundedB = false)
{
    // How tokenizers write the space before a word.
    private static readonly char[] Spaces = [' ', '\u2581', '\u0120', '\n', '\t', '\r'];

    private static readonly double Negligible = Math.Log(1e-6);

    /// <summary>Share of probability that is known to be on the letters, 0 to 1.</summary>
    public double Mass => Math.Min(1, (IsBoundedA ? 0 : Math.Exp(LogProbA)) + (IsBoundedB ? 0 : Math.Exp(LogProbB)));

    /// <summary>
    /// Of the first token of an answer with the likeliest others. A letter that is not among them is at most as likely as the least likely of them; where neither letter is,
    /// nothing is known of their odds, and there is nothing to give.
    /// </summary>
    public static LetterProbabilities? Of(GeneratedToken first)
    {
        var candidates = Candidates(first);
        var (a, b) = (Sum(candidates.Where(of => LetterOf(of.Token) == 'A')), Sum(candidates.Where(of => LetterOf(of.Token) == 'B')));
        if (a is null && b is null) return null;
        var least = candidates.Min(of => of.LogProbability);
        return new LetterProbabilities(a ?? least, b ?? least, a is null, b is null);
    }

    /// <summary>Of the tokens of both letters, as far as they are known; the first of each is.</summary>
    /// <param name="letters">The tokens.</param>
    /// <param name="known">Log-probabilities by the number of the token.</param>
    /// <exception cref="KeyNotFoundException">The first token of a letter is not known.</exception>
    public static LetterProbabilities Of(LetterTokens letters, IReadOnlyDictionary<int, double> known) => new(Sum(letters.A, known), Sum(letters.B, known));

    /// <summary>
    /// Whether a token of a letter could change that letter's log-probability by more than a millionth, where it is known only that it is no likelier than a bound.
    /// </summary>
    /// <param name="tokens">The tokens of the letter.</param>
    /// <param name="known">Log-probabilities by the number of the token.</param>
    /// <param name="bound">The largest log-probability that an unknown token can have.</param>
    public static bool Matters(IReadOnlyList<LetterToken> tokens, IReadOnlyDictionary<int, double> known, double bound) =>
        !known.ContainsKey(tokens[0].Id) || bound + Math.Log(tokens.Count) > Sum(tokens, known) + Negligible;

    /// <summary>Of answers in words: how many said either letter. Half an answer is added to both, so that a letter that was never said keeps a finite log-probability.</summary>
    /// <param name="a">Answers that said A.</param>
    /// <param name="b">Answers that said B.</param>
    public static LetterProbabilities OfCounts(int a, int b) => new(Math.Log((a + 0.5) / (a + b + 1)), Math.Log((b + 0.5) / (a + b + 1)));

    /// <summary>The first token with the likeliest others, each once.</summary>
    public static IReadOnlyList<TokenCandidate> Candidates(GeneratedToken first) => [.. first.Alternatives.Append(first.Chosen).DistinctBy(of => (of.Id, of.Token))];

    /// <summary>The letter that a token is, white space aside, or <see langword="null"/>.</summary>
    internal static char? LetterOf(string token) => token.Trim(Spaces) switch
    {
        "A" => 'A',
        "B" => 'B',
        _ => null,
    };

    private static double Sum(IReadOnlyList<LetterToken> tokens, IReadOnlyDictionary<int, double> known) =>
        Sum(tokens.Select(token => token.Id).Where(known.ContainsKey).Select(id => known[id])) ?? throw new KeyNotFoundException("No token of the letter is known.");

    private static double? Sum(IEnumerable<TokenCandidate> candidates) => Sum(candidates.Select(of => of.LogProbability));

    private static double? Sum(IEnumerable<double> logs)
    {
        var all = logs.ToList();
        if (all.Count == 0) return null;
        var most = all.Max();
        return most + Math.Log(all.Sum(log => Math.Exp(log - most)));
    }
}
