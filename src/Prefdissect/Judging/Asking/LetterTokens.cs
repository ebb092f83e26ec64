namespace Prefdissect.Judging.Asking;

/// <summary>The tokens by which a model can say A and B after a prompt: as many of the one as of the other, written the same ways.</summary>
/// <param name="A">Those of A; the usual one first.</param>
/// <param name="B">Those of B.</param>
public sealed record LetterTokens(IReadOnlyList<LetterToken> A, IReadOnlyList<LetterToken> B)
{
    /// <summary>Back from what is kept with a judge, or <see langword="null"/> where nothing is.</summary>
    public static LetterTokens? Of(JudgeDescription judge) => judge is { TokensOfA.Count: > 0, TokensOfB.Count: > 0 }
        ? new LetterTokens([.. judge.TokensOfA.Select(LetterToken.Parse)], [.. judge.TokensOfB.Select(LetterToken.Parse)])
        : null;
}
