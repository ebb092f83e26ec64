namespace Prefdissect.Models.Requests;

/// <summary>How an answer is to be made. What is <see langword="null"/> is not sent: the server decides.</summary>
public sealed record RequestParameters
{
    /// <summary>Spread of the sampling; 0 for the likeliest token.</summary>
    public double? Temperature { get; init; } = 0;

    /// <summary>Share of probability mass to sample from.</summary>
    public double? TopP { get; init; }

    /// <summary>Longest answer in tokens.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Seed of the sampling, for servers that take one.</summary>
    public int? Seed { get; init; }

    /// <summary>Texts at which the answer ends.</summary>
    public IReadOnlyList<string> Stop { get; init; } = [];

    /// <summary>How many alternatives of each token to report with their log-probabilities, or <see langword="null"/> for no log-probabilities.</summary>
    public int? TopLogProbabilities { get; init; }

    /// <summary>Tokens made likelier or less likely.</summary>
    public IReadOnlyList<TokenBias> Bias { get; init; } = [];

    /// <summary>Further fields of the body by name, each a JSON value: <c>reasoning_effort</c> → <c>"low"</c>.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();
}
