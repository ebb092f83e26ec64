using Prefdissect.Dissecting;

namespace Prefdissect.Reporting.Documents;

/// <summary>A property that a judge likes or dislikes.</summary>
public sealed record TasteEntry(string Property, double Preference, double PreferenceLow, double PreferenceHigh)
{
    /// <summary>The properties of one verdict, the clearest first.</summary>
    public static IReadOnlyList<TasteEntry> Of(JudgeFit fit, WeightVerdict verdict) =>
    [
        .. fit.Weights.Where(weight => weight.Verdict == verdict).OrderByDescending(weight => Math.Abs(weight.Mean)).ThenBy(weight => weight.Property, StringComparer.Ordinal)
            .Select(weight => new TasteEntry(weight.Property, weight.Preference, weight.PreferenceLow, weight.PreferenceHigh)),
    ];
}
