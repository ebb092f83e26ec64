namespace Prefdissect.Judging.Bias;

/// <summary>The verdicts of two judges on one pair: +1 for its first response, −1 for its second, 0 a tie.</summary>
/// <param name="Query">Number of the pair's query, from 0.</param>
/// <param name="One">The one judge's verdict.</param>
/// <param name="Other">The other judge's.</param>
public readonly record struct JudgedTwice(int Query, int One, int Other);
