using Prefdissect.Workflows.Judging;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>judge --json</c> prints.</summary>
public sealed record JudgeDocument(
    Provenance Provenance, string Judge, string Kind, bool BothOrders, string End, int Judged, int Pairs, int Ties, int Bounded, int Shortened,
    IReadOnlyDictionary<string, int> Skipped, IReadOnlyDictionary<string, int> Failures, IReadOnlyList<string> Notices)
{
    /// <summary>The document of a run.</summary>
    public static JudgeDocument Of(JudgeResult result, Provenance provenance) => new(
        provenance, result.Judge.Name, KindText.Of(result.Judge), result.Judge.AsksBothOrders, EndText.Of(result.End), result.Judged,
        result.Counts.Pairs, result.Counts.Ties, result.Counts.Bounded, result.Counts.Shortened,
        result.Counts.Skips.ToDictionary(skip => skip.Reason, skip => skip.Pairs), result.Counts.Failures.ToDictionary(failure => failure.Reason, failure => failure.Pairs), result.Notices);
}
