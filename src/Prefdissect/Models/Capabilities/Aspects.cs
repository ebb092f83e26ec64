namespace Prefdissect.Models.Capabilities;

/// <summary>What to try on an endpoint.</summary>
[Flags]
public enum Aspects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Which software it is, its context, its tokenizer: its own paths, free of charge.</summary>
    Server = 1,

    /// <summary>How far it makes an answer follow a schema: one to six short requests.</summary>
    Structured = 2,

    /// <summary>Log-probabilities of a chat: one to three requests of one token.</summary>
    ChatLogProbabilities = 4,

    /// <summary>Continuing a text, by <c>/completions</c> and by llama.cpp's own way: up to four requests of one token.</summary>
    Completions = 8,

    /// <summary>All of them.</summary>
    All = Server | Structured | ChatLogProbabilities | Completions,
}
