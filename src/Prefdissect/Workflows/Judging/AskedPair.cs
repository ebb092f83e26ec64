using Prefdissect.Judging;
using Prefdissect.Models.Answers;

namespace Prefdissect.Workflows.Judging;

/// <summary>What came of asking a judge about a pair.</summary>
/// <param name="Readings">Its readings; none where an order stays open.</param>
internal sealed record AskedPair(IReadOnlyList<OrderReading> Readings)
{
    /// <summary>A failure that leaves the pair open: it stops all work, or nothing may be sent.</summary>
    public ModelFailure? Open { get; init; }
}
