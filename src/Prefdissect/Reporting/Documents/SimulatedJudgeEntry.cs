using Prefdissect.Properties;
using Prefdissect.Simulating;

namespace Prefdissect.Reporting.Documents;

/// <summary>A simulated judge and its truth.</summary>
/// <param name="Judge">Name.</param>
/// <param name="PositionBias">Log-odds added in favour of side A.</param>
/// <param name="TieBand">Log-odds below which it may tie.</param>
/// <param name="Weights">Property → true weight; properties without one have 0.</param>
public sealed record SimulatedJudgeEntry(string Judge, double PositionBias, double TieBand, IReadOnlyDictionary<string, double> Weights)
{
    /// <summary>The entry of a judge.</summary>
    public static SimulatedJudgeEntry Of(SimulatedJudge judge) => new(
        judge.Name, judge.PositionBias, judge.TieBand,
        judge.Weights.Select((weight, p) => (PublishedProperties.All[p].ShortName, Weight: weight)).Where(entry => entry.Weight != 0)
            .ToDictionary(entry => entry.ShortName, entry => entry.Weight));
}
