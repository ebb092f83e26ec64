using Prefdissect.Workflows.Samples;

namespace Prefdissect.Reporting.Documents;

/// <summary>A pair in a list of samples.</summary>
public sealed record SampleEntry(
    string Id, string Query, string ResponseA, string ResponseB, IReadOnlyList<string> Scenarios, IReadOnlyList<SampleVotesEntry> Votes, bool Flagged, bool EqualResponses, bool MultiTurn, bool Simulated)
{
    /// <summary>The entry of a pair; texts are shortened, and what cannot be seen in them stands as its number.</summary>
    public static SampleEntry Of(SampleRow row) => new(
        row.Id.ToString(), VisibleText.Of(row.Query.ToString()), VisibleText.Of(row.A.ToString()), VisibleText.Of(row.B.ToString()), row.Scenarios,
        [.. row.Votes.Select(votes => new SampleVotesEntry(votes.Judge, votes.Verdict.ToString(), votes.A, votes.B, votes.Ties))],
        row.IsFlagged, row.HasEqualResponses, row.IsMultiTurn, row.IsSimulated);
}
