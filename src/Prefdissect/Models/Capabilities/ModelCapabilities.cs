namespace Prefdissect.Models.Capabilities;

/// <summary>What an endpoint can do, as far as it was tried; <see langword="null"/> where it was not.</summary>
public sealed record ModelCapabilities
{
    /// <summary>Nothing tried yet.</summary>
    public static ModelCapabilities Unknown { get; } = new();

    /// <summary>Which software it is, as it shows by its own paths: <c>llama.cpp</c>, <c>vllm</c>, <c>ollama</c>; empty where it does not show.</summary>
    public string? Software { get; init; }

    /// <summary>How far it makes an answer follow a schema.</summary>
    public StructuredOutput? Structured { get; init; }

    /// <summary>Whether it took a schema as <c>json_schema</c> without complaint and then did not follow it.</summary>
    public bool? IgnoresSchema { get; init; }

    /// <summary>Log-probabilities of a chat.</summary>
    public LogProbabilitySupport? Chat { get; init; }

    /// <summary>Whether it continues a text by <c>/completions</c>.</summary>
    public bool? CompletesText { get; init; }

    /// <summary>Log-probabilities of a text continued by <c>/completions</c>.</summary>
    public LogProbabilitySupport? Text { get; init; }

    /// <summary>Log-probabilities of a text continued by llama.cpp's own <c>/completion</c>; none where there is no such path.</summary>
    public LogProbabilitySupport? Llama { get; init; }

    /// <summary>How it cuts a text into tokens.</summary>
    public TokenizerKind? Tokenizer { get; init; }

    /// <summary>Longest prompt and answer together, in tokens, where the server tells it.</summary>
    public int? ContextLength { get; init; }

    /// <summary>How many requests it answers at once, where the server tells it.</summary>
    public int? Slots { get; init; }

    /// <summary>Tokens in its vocabulary, where the server tells it.</summary>
    public int? VocabularySize { get; init; }

    /// <summary>These, with what another look found in place of what was not tried.</summary>
    public ModelCapabilities Merge(ModelCapabilities newer) => new()
    {
        Software = newer.Software ?? Software,
        Structured = newer.Structured ?? Structured,
        IgnoresSchema = newer.IgnoresSchema ?? IgnoresSchema,
        Chat = newer.Chat ?? Chat,
        CompletesText = newer.CompletesText ?? CompletesText,
        Text = newer.Text ?? Text,
        Llama = newer.Llama ?? Llama,
        Tokenizer = newer.Tokenizer ?? Tokenizer,
        ContextLength = newer.ContextLength ?? ContextLength,
        Slots = newer.Slots ?? Slots,
        VocabularySize = newer.VocabularySize ?? VocabularySize,
    };
}
