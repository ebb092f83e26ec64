using Prefdissect.Judging;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>What one judge says of a pair.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Votes">Its votes.</param>
public sealed record PairJudgement(string Judge, IReadOnlyList<KeptVote> Votes)
{
    /// <summary>Its votes, counted.</summary>
    public CountedVotes Counted => new(Judge, Of(Pairs.Verdict.A), Of(Pairs.Verdict.B), Of(Pairs.Verdict.Tie));

    /// <summary>Mean log-odds in favour of A; <see langword="null"/> where a vote has none.</summary>
    public double? Margin => Votes.Count == 0 || Votes.Any(vote => vote.Margin is null) ? null : Votes.Sum(vote => vote.Margin!.Value * vote.Count) / Votes.Sum(vote => vote.Count);

    /// <summary>How it was asked here; <see langword="null"/> for imported votes.</summary>
    public JudgeDescription? Description { get; init; }

    /// <summary>What it answered in each order, by round and order; none where it was not asked here.</summary>
    public IReadOnlyList<OrderReading> Readings { get; init; } = [];

    private long Of(Pairs.Verdict verdict) => Votes.Where(vote => vote.Verdict == verdict).Sum(vote => vote.Count);
}
