namespace Prefdissect.Models.Answers;

/// <summary>A token of an answer with what else could have come in its place.</summary>
/// <param name="Chosen">The token that came.</param>
/// <param name="Alternatives">The likeliest tokens, likeliest first, the chosen one usually among them.</param>
public sealed record GeneratedToken(TokenCandidate Chosen, IReadOnlyList<TokenCandidate> Alternatives);
