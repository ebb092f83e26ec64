namespace Prefdissect.Models.Answers;

/// <summary>What a model answered.</summary>
public sealed record ModelAnswer
{
    /// <summary>The text; hostile like any text of a model.</summary>
    public required string Text { get; init; }

    /// <summary>Why it ended, in the server's word: <c>stop</c>, <c>length</c> …; <see langword="null"/> where it does not say.</summary>
    public string? FinishReason { get; init; }

    /// <summary>What the model said instead of an answer, where the server marks a refusal.</summary>
    public string? Refusal { get; init; }

    /// <summary>The tokens with their log-probabilities; empty where none were asked for or given.</summary>
    public IReadOnlyList<GeneratedToken> Tokens { get; init; } = [];

    /// <summary>Tokens it took; <see langword="null"/> where the server does not count them.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The model as the server names it; often more exact than the name asked for.</summary>
    public string? Model { get; init; }

    /// <summary>How the body is written.</summary>
    public AnswerFormat Format { get; init; }

    /// <summary>The body as it came, UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>How long the answering request took; for a stored answer, how long it took then.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether it came out of the study and not from the server.</summary>
    public bool WasStored { get; init; }

    /// <summary>Whether it ended because it reached the longest answer allowed.</summary>
    public bool IsCutShort => FinishReason is "length" or "max_tokens" or "limit";
}
