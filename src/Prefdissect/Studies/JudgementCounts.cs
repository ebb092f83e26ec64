namespace Prefdissect.Studies;

/// <summary>How far a judge is.</summary>
/// <param name="Pairs">Pairs with a vote.</param>
/// <param name="Ties">Those among them that are ties.</param>
/// <param name="Bounded">Readings in which a letter's log-probability is a bound.</param>
/// <param name="Shortened">Pairs that were shown shortened.</param>
/// <param name="Failures">Why readings failed, with how many pairs; the most frequent first.</param>
/// <param name="Skips">Why pairs were not asked, with how many.</param>
public sealed record JudgementCounts(int Pairs, int Ties, int Bounded, int Shortened, IReadOnlyList<(string Reason, int Pairs)> Failures, IReadOnlyList<(string Reason, int Pairs)> Skips);
