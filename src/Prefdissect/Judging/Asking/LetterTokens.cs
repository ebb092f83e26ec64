using Prefdissect.Models.Answers;

namespace Prefdissect.Judging.Asking;

/// <summary>The tokens by which a model can say A and B after a prompt.</summary>
/// <param name="A">Those of A; the one that the tokenizer makes of the letter there comes first.</param>
/// <param name="B">Those of B.</param>
public sealed record LetterTokens(IReadOnlyList<LetterToken> A, IReadOnlyList<LetterToken> B)
{
    /// <summary>Back from what is kept with a judge, or <see langword="null"/> where nothing is.</summary>
    public static LetterTokens? Of(JudgeDescription judge) => judge is { TokensOfA.Count: > 0, TokensOfB.Count: > 0 }
        ? new LetterTokens([.. judge.TokensOfA.Select(LetterToken.Parse)], [.. judge.TokensOfB.Select(LetterToken.Parse)])
        : null;

    /// <summary>These, with every other token of a vocabulary that is the letter and white space: a tokenizer never makes them of a text, and the model can say them all the same.</summary>
    /// <param name="vocabulary">Every token there is, with its number.</param>
    public LetterTokens With(IEnumerable<TokenCandidate> vocabulary)
    {
        var (a, b) = (A.ToList(), B.ToList());
        foreach (var token in vocabulary.Where(token => token.Id is not null).OrderBy(token => token.Id))
        {
            var letters = LetterProbabilities.LetterOf(token.Token) switch { 'A' => a, 'B' => b, _ => null };
            if (letters?.Exists(known => known.Id == token.Id) == false) letters.Add(new LetterToken(token.Id!.Value, token.Token));
        }
        return new LetterTokens(a, b);
    }
}
