namespace Prefdissect.Dissecting;

/// <summary>How much of a fit hangs on the pairs that hold a flagged response: the fit in which they count against the one that leaves them out, all else equal.</summary>
/// <param name="Pairs">Pairs in the first that are not in the second.</param>
/// <param name="Properties">Properties that both fits have.</param>
/// <param name="OtherVerdicts">Those of them that are liked, disliked or unclear in one and something else in the other.</param>
/// <param name="MostMoved">The property whose degree of preference differs most.</param>
/// <param name="LargestShift">Its degree with the flagged pairs minus that without, as a share of 1, so between −1 and 1.</param>
public sealed record FlagEffect(int Pairs, int Properties, IReadOnlyList<string> OtherVerdicts, string MostMoved, double LargestShift)
{
    /// <summary>The effect; <see langword="null"/> where the fits have no property in common.</summary>
    /// <param name="with">The fit in which flagged pairs count.</param>
    /// <param name="without">The fit that leaves them out.</param>
    public static FlagEffect? Of(JudgeFit with, JudgeFit without)
    {
        var others = without.Weights.ToDictionary(weight => weight.Property, StringComparer.Ordinal);
        var both = with.Weights.Where(weight => others.ContainsKey(weight.Property)).Select(weight => (With: weight, Without: others[weight.Property])).ToList();
        if (both.Count == 0) return null;
        var most = both.MaxBy(of => Math.Abs(of.With.Preference - of.Without.Preference));
        return new FlagEffect(
            with.Design.Pairs - without.Design.Pairs, both.Count, [.. both.Where(of => of.With.Verdict != of.Without.Verdict).Select(of => of.With.Property)],
            most.With.Property, most.With.Preference - most.Without.Preference);
    }
}
