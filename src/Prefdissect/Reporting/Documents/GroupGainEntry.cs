using Prefdissect.Dissecting.Power;

namespace Prefdissect.Reporting.Documents;

/// <summary>How much narrower intervals become with 100 more pairs of a group.</summary>
public sealed record GroupGainEntry(string Group, int Pairs, double Reduction, double Low, double High)
{
    /// <summary>The entry of a group.</summary>
    public static GroupGainEntry Of(GroupGain gain) => new(gain.Group, gain.Pairs, gain.Reduction, gain.Low, gain.High);
}
