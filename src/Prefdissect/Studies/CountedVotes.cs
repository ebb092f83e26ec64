using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>The votes of one judge on one pair; A is the first response of the pair's canonical order, B the second.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="A">Votes for A.</param>
/// <param name="B">Votes for B.</param>
/// <param name="Ties">Ties.</param>
public sealed record CountedVotes(string Judge, long A, long B, long Ties)
{
    /// <summary>What most are for; a tie where as many are for either.</summary>
    public Verdict Verdict => (A - B) switch { > 0 => Verdict.A, < 0 => Verdict.B, _ => Verdict.Tie };
}
