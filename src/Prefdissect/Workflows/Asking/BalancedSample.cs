using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Asking;

/// <summary>A sample of pairs that is spread evenly over scenarios.</summary>
internal static class BalancedSample
{
    /// <summary>Row ids of the sample: round by round one pair a scenario, in an order that seed and content decide, so that a larger sample holds every smaller one.</summary>
    /// <param name="strata">Every pair with its hash and its scenario.</param>
    /// <param name="size">How many to draw.</param>
    /// <param name="seed">Where chance begins.</param>
    public static IEnumerable<long> Of(IEnumerable<(long Id, ContentHash Hash, string Scenario)> strata, int size, long seed) => strata
        .Select(pair => (pair.Id, pair.Scenario, Place: ContentHash.Of("sample", FormattableString.Invariant($"{seed}"), pair.Hash.ToString())))
        .GroupBy(pair => pair.Scenario, StringComparer.Ordinal)
        .SelectMany(pairs => pairs.OrderBy(pair => pair.Place).Select((pair, round) => (pair.Id, pair.Place, Round: round)))
        .OrderBy(pair => pair.Round).ThenBy(pair => pair.Place).Take(size).Select(pair => pair.Id);
}
