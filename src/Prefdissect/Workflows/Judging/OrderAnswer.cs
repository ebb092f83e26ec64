using Prefdissect.Judging;
using Prefdissect.Models.Answers;

namespace Prefdissect.Workflows.Judging;

/// <summary>What came of asking about a pair in one order: a reading, or why there is none that can be kept.</summary>
/// <param name="Reading">The reading, or <see langword="null"/>.</param>
internal sealed record OrderAnswer(OrderReading? Reading)
{
    /// <summary>A failure that leaves it open: it stops all work, or nothing may be sent.</summary>
    public ModelFailure? Open { get; init; }

    /// <summary>Whether the prompt is too long for the judge.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>Tokens of the answers that came new from the server.</summary>
    public TokenUsage Fresh { get; init; }
}
