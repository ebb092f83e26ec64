using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>A pair with its texts, which are hostile, and the votes on it.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Votes">The votes on it, by judge.</param>
public sealed record SamplePair(PairToJudge Pair, IReadOnlyList<(string Judge, PairVotes Votes)> Votes);
