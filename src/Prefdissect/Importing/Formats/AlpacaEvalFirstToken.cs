namespace Prefdissect.Importing.Formats;

/// <summary>
/// The first token of AlpacaEval's judge, from <c>raw_completion</c>. Its prompt calls the output that stands first <c>m</c> and the one that stands second <c>M</c>, and puts either
/// first at random. The row's <c>preference</c> is 1 + the probability of <c>output_2</c>, so it is 1 + P(M) where <c>output_1</c> stood first and 2 − P(M) where it stood second,
/// P(M) being the share of M in the probability of both: that tells the order.
/// </summary>
internal static class AlpacaEvalFirstToken
{
    private const string First = "m";
    private const string Second = "M";

    // Preferences are written with ten decimals.
    private const double Exactness = 1e-9;

    /// <summary>The reading; <see langword="null"/> where the row has no log-probabilities, its preference does not follow from them, or follows alike from either order.</summary>
    public static FirstTokenReading? Of(SourceRow row, double preference)
    {
        var tokens = row["raw_completion.logprobs.content"].Elements().FirstOrDefault().Field("top_logprobs").Elements().ToList();
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in tokens)
            if (token.Field("token").TryGetText(out var text) && token.Field("logprob").TryGetNumber(out var logProb)) known.TryAdd(text, logProb);
        if (Share(known) is not { } ofSecond) return null;
        var (straight, turned) = (Math.Abs(preference - (1 + ofSecond)) <= Exactness, Math.Abs(preference - (2 - ofSecond)) <= Exactness);
        if (straight == turned) return null;
        var least = known.Values.Min();
        return new FirstTokenReading(straight, known.GetValueOrDefault(First, least), known.GetValueOrDefault(Second, least))
        {
            IsFirstBounded = !known.ContainsKey(First),
            IsSecondBounded = !known.ContainsKey(Second),
            Tokens = (First, Second),
        };
    }

    // As the preference was computed: a token that was not returned has no probability.
    private static double? Share(Dictionary<string, double> known)
    {
        var (first, second) = (Probability(First), Probability(Second));
        return first + second > 0 ? second / (first + second) : null;

        double Probability(string token) => known.TryGetValue(token, out var logProb) ? Math.Exp(logProb) : 0;
    }
}
