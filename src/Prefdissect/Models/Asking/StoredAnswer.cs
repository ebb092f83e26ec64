using Prefdissect.Models.Answers;

namespace Prefdissect.Models.Asking;

/// <summary>An answer as it is kept: the body as it came, and what it took.</summary>
public sealed record StoredAnswer
{
    /// <summary>How the body is written.</summary>
    public required AnswerFormat Format { get; init; }

    /// <summary>The body as it came.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>The model asked, by its name on the server.</summary>
    public required string Model { get; init; }

    /// <summary>What it was asked for.</summary>
    public required string Step { get; init; }

    /// <summary>Version of the prompt.</summary>
    public required string PromptVersion { get; init; }

    /// <summary>Tokens, as the server counts them, else as estimated.</summary>
    public required TokenUsage Usage { get; init; }

    /// <summary>US dollars, or <see langword="null"/> where the price was not known.</summary>
    public double? Cost { get; init; }

    /// <summary>How long the answering request took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>What the body comes to.</summary>
    public ModelOutcome Read()
    {
        var outcome = AnswerReader.Read(Format, Raw);
        return outcome.Received is { } answer ? ModelOutcome.Of(answer with { Elapsed = Elapsed, WasStored = true }) : outcome;
    }
}
