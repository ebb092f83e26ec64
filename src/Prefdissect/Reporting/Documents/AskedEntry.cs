using Prefdissect.Judging;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Reporting.Documents;

/// <summary>What a judge answered about a pair in one order, with the prompt.</summary>
public sealed record AskedEntry(
    string Pair, int Order, int Round, string State, string? Reason, string? Verdict, double? LogProbA, double? LogProbB, bool BoundedA, bool BoundedB, double? Mass,
    string? Rationale, int? PromptTokens, int? AnswerTokens, double? Seconds, int LeftOut, string? Prompt, IReadOnlyList<MessageEntry>? Messages)
{
    /// <summary>The entry of a reading.</summary>
    public static AskedEntry Of(AskedReading asked)
    {
        var reading = asked.Reading;
        return new AskedEntry(
            asked.Pair.ToString(), (int)reading.Order, reading.Round, reading.State switch { ReadingState.Done => "done", ReadingState.Failed => "failed", _ => "skipped" }, reading.Reason,
            reading.Verdict switch { Pairs.Verdict.A => "A", Pairs.Verdict.B => "B", Pairs.Verdict.Tie => "tie", _ => null },
            reading.LogProbA, reading.LogProbB, reading.IsBoundedA, reading.IsBoundedB, reading.Mass, reading.Rationale, reading.PromptTokens, reading.AnswerTokens, reading.Seconds, reading.LeftOut,
            asked.Prompt, asked.Messages?.Select(message => new MessageEntry(message.Role, message.Text)).ToList());
    }
}
