using Prefdissect.Judging;

namespace Prefdissect.Reporting.Documents;

/// <summary>What the position does to a judge, in short.</summary>
public sealed record PositionEntry(int Pairs, double ShareOfA, double? Low, double? High, double FlipRate, double? OrderShift)
{
    /// <summary>The entry of a summary.</summary>
    public static PositionEntry Of(PositionSummary position) => new(position.Pairs, position.ShareOfA, position.Low, position.High, position.FlipRate, position.OrderShift);
}
