using Prefdissect.Models.Answers;

namespace Prefdissect.Workflows.Judging;

/// <summary>What came of asking a judge about a pair.</summary>
/// <param name="Read">The readings, each of which can be kept.</param>
internal sealed record PairAsked(PairReadings Read)
{
    /// <summary>A failure that stops all work, or <see langword="null"/>.</summary>
    public ModelFailure? Stop { get; init; }

    /// <summary>Readings left open because nothing may be sent.</summary>
    public int NotStored { get; init; }

    /// <summary>Tokens of the answers that came new from the server.</summary>
    public TokenUsage Fresh { get; init; }
}
