using System.Text.Json;

namespace Prefdissect.Models.Answers;

/// <summary>Reads tokens with their log-probabilities in the forms that servers write them.</summary>
internal static class TokenReading
{
    // Some servers write a number of this size for a probability of nought, others nothing at all; JSON has no infinity.
    private const double Least = -1e6;

    /// <summary>Tokens written as objects: <c>{"token", "logprob", "id", "top_logprobs": […]}</c>.</summary>
    public static IReadOnlyList<GeneratedToken> Objects(IEnumerable<JsonElement> items) =>
        [.. items.Select(item => (Chosen: Candidate(item), item)).Where(pair => pair.Chosen is not null)
            .Select(pair => new GeneratedToken(pair.Chosen!, Sorted(pair.item.Items("top_logprobs").Select(Candidate).OfType<TokenCandidate>())))];

    /// <summary>Tokens written as lists side by side: <c>{"tokens": […], "token_logprobs": […], "top_logprobs": [{token: logprob}]}</c>.</summary>
    public static IReadOnlyList<GeneratedToken> Lists(JsonElement logProbs)
    {
        var values = logProbs.Items("token_logprobs").ToList();
        var tops = logProbs.Items("top_logprobs").ToList();
        return
        [
            .. logProbs.Items("tokens").Select((token, i) => (Text: token.GetString()!, i)).Where(token => token.i < values.Count && LogProbability(values[token.i]) is not null)
                .Select(token => new GeneratedToken(
                    new TokenCandidate(token.Text, LogProbability(values[token.i])!.Value, null), token.i < tops.Count ? Sorted(Map(tops[token.i])) : [])),
        ];
    }

    private static IEnumerable<TokenCandidate> Map(JsonElement top) => top.ValueKind == JsonValueKind.Object
        ? top.EnumerateObject().Where(entry => LogProbability(entry.Value) is not null).Select(entry => new TokenCandidate(entry.Name, LogProbability(entry.Value)!.Value, null))
        : [];

    private static TokenCandidate? Candidate(JsonElement item) =>
        item.Text("token") is { } text && item.Field("logprob") is { } value && LogProbability(value) is { } log ? new TokenCandidate(text, log, item.Whole("id")) : null;

    private static double? LogProbability(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var log) && double.IsFinite(log) ? Math.Max(log, Least) : null;

    private static TokenCandidate[] Sorted(IEnumerable<TokenCandidate> candidates) => [.. candidates.OrderByDescending(candidate => candidate.LogProbability)];
}
