using Prefdissect.Dissecting;

namespace Prefdissect.Reporting;

/// <summary>A fit in words: what is liked and disliked most, of what the data can tell.</summary>
internal static class KeyFindings
{
    private const int Most = 3;

    /// <summary>Sentences of one fit; only properties whose 95 % interval is clear of 50 % are named.</summary>
    public static IReadOnlyList<string> Of(JudgeFit fit)
    {
        var ranked = fit.Weights.OrderByDescending(weight => weight.Preference).ThenBy(weight => weight.Property, StringComparer.Ordinal).ToList();
        var liked = ranked.Where(weight => weight.Verdict == WeightVerdict.Liked).ToList();
        var disliked = Enumerable.Reverse(ranked).Where(weight => weight.Verdict == WeightVerdict.Disliked).ToList();
        if (liked.Count + disliked.Count == 0) return ["Nothing is called: every 95 % interval includes 50 %."];
        return [Sentence("Likes", liked), Sentence("Dislikes", disliked)];
    }

    private static string Sentence(string verb, List<PropertyWeight> weights)
    {
        if (weights.Count == 0) return $"{verb} nothing clearly.";
        var named = weights.Take(Most).Select(weight =>
            $"{PlainText.Name(weight.Property)} {Rounded.PercentInterval(weight.Preference, weight.PreferenceLow, weight.PreferenceHigh)}");
        var more = weights.Count > Most ? $"; and {weights.Count - Most} more" : "";
        return $"{verb} {string.Join("; ", named)}{more}.";
    }
}
