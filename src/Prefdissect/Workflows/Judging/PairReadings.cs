using Prefdissect.Judging;

namespace Prefdissect.Workflows.Judging;

/// <summary>What was newly read about a pair.</summary>
/// <param name="Pair">Row id of the pair.</param>
/// <param name="Readings">The new readings; none where nothing came of asking.</param>
public sealed record PairReadings(long Pair, IReadOnlyList<OrderReading> Readings);
