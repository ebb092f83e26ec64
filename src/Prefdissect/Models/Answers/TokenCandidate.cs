namespace Prefdissect.Models.Answers;

/// <summary>A token that could have come, and how likely it was.</summary>
/// <param name="Token">Its text.</param>
/// <param name="LogProbability">Natural logarithm of its probability; at most 0 but for rounding.</param>
/// <param name="Id">Its number in the vocabulary where the server tells it.</param>
public sealed record TokenCandidate(string Token, double LogProbability, int? Id);
