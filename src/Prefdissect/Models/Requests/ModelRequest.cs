using Prefdissect.Models.Endpoints;
using Prefdissect.Pairs;

namespace Prefdissect.Models.Requests;

/// <summary>One thing asked of a model. Equal requests have equal keys, on any machine.</summary>
public sealed record ModelRequest
{
    /// <summary>By which way it goes.</summary>
    public RequestShape Shape { get; private init; }

    /// <summary>The chat, for <see cref="RequestShape.Chat"/> and <see cref="RequestShape.Pooling"/>; else empty.</summary>
    public IReadOnlyList<Message> Messages { get; private init; } = [];

    /// <summary>The text to continue, for the other shapes; else empty.</summary>
    public string Prompt { get; private init; } = "";

    /// <summary>How the answer is to be made.</summary>
    public RequestParameters Parameters { get; init; } = new();

    /// <summary>The schema that the answer has to follow, or <see langword="null"/>.</summary>
    public AnswerSchema? Schema { get; init; }

    /// <summary>Version of the prompt that the text was made from.</summary>
    public required string PromptVersion { get; init; }

    /// <summary>
    /// 0 for the first time that this is asked; another number asks the same anew and keeps the answers apart: repeats that measure how steady a model is, samples, and
    /// another try after an answer that could not be used.
    /// </summary>
    public int Attempt { get; init; }

    /// <summary>What the answer is for, as tokens and money are counted by it; no part of the key.</summary>
    public string Step { get; init; } = "";

    /// <summary>The slot of a llama.cpp server that is to answer, from 0; <see langword="null"/> for any that is free. No part of the key.</summary>
    public int? Slot { get; init; }

    /// <summary>Whether a llama.cpp server may go on from a prompt with the same beginning that it has read before. No part of the key.</summary>
    public bool ReusesPrompt { get; init; } = true;

    /// <summary>A chat.</summary>
    public static ModelRequest Chat(string promptVersion, params IReadOnlyList<Message> messages) =>
        new() { Shape = RequestShape.Chat, Messages = messages, PromptVersion = promptVersion };

    /// <summary>A text to continue.</summary>
    public static ModelRequest Text(string promptVersion, string prompt) =>
        new() { Shape = RequestShape.Text, Prompt = prompt, PromptVersion = promptVersion };

    /// <summary>A text to continue by llama.cpp's own way.</summary>
    public static ModelRequest LlamaText(string promptVersion, string prompt) =>
        new() { Shape = RequestShape.LlamaText, Prompt = prompt, PromptVersion = promptVersion };

    /// <summary>A conversation to give one number for.</summary>
    public static ModelRequest Pooled(string promptVersion, params IReadOnlyList<Message> messages) =>
        new() { Shape = RequestShape.Pooling, Messages = messages, PromptVersion = promptVersion };

    /// <summary>All text that the model reads.</summary>
    public IEnumerable<string> Texts => Shape is RequestShape.Chat or RequestShape.Pooling ? Messages.Select(message => message.Text) : [Prompt];

    /// <summary>
    /// The request's identity: SHA-256 of the endpoint's kind, the model, the whole prompt with the roles, the parameters with the schema, and the prompt's version.
    /// The address is not part of it: the same model on another port is the same model.
    /// </summary>
    /// <param name="kind">Kind of the endpoint.</param>
    /// <param name="model">The model's name on the server.</param>
    public ContentHash Key(EndpointKind kind, string model) => ContentHash.Of(
        "request", EndpointDefaults.Of(kind).Name, model, CanonicalRequest.Prompt(this), CanonicalRequest.Parameters(this), PromptVersion);
}
