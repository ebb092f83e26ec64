using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>What a judge voted on a pair.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Verdict">What most of its votes are for: A is the first response of the pair's canonical order, B the second; a tie where as many are for either.</param>
public sealed record VoteCondition(string Judge, Verdict Verdict);
