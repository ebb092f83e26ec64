using Prefdissect.Judging;
using Prefdissect.Models.Answers;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Judging;

/// <summary>What came of asking a judge about a pair.</summary>
/// <param name="Read">The readings, each of which can be kept.</param>
internal sealed record PairAsked(PairReadings Read)
{
    /// <summary>Reason of a pair where there is nothing to prefer.</summary>
    public const string EqualResponses = "both responses are the same text";

    /// <summary>A failure that stops all work, or <see langword="null"/>.</summary>
    public ModelFailure? Stop { get; init; }

    /// <summary>Readings left open because nothing may be sent.</summary>
    public int NotStored { get; init; }

    /// <summary>Tokens of the answers that came new from the server.</summary>
    public TokenUsage Fresh { get; init; }

    /// <summary>A pair that is not asked about.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="open">What was open of it.</param>
    /// <param name="reason">Why not.</param>
    public static PairAsked Skipped(PairToJudge pair, IReadOnlyList<(int Round, AskedOrder Order)> open, string reason) =>
        new(new PairReadings(pair.Id, [.. open.Select(one => new OrderReading(one.Order) { Round = one.Round, State = ReadingState.Skipped, Reason = reason })]));

    /// <summary>A pair that stays open, because of a failure that stops all work or because nothing may be sent.</summary>
    public static PairAsked Open(PairToJudge pair, ModelFailure failure) => failure.Reason == FailureReason.NotStored
        ? new(new PairReadings(pair.Id, [])) { NotStored = 1 }
        : new(new PairReadings(pair.Id, [])) { Stop = failure };
}
