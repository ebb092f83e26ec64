using System.Collections.Frozen;

namespace Prefdissect.Models.Endpoints;

/// <summary>What holds for a kind of endpoint unless the settings say otherwise.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">Its name in settings and keys: <c>llama.cpp</c>.</param>
/// <param name="BaseUrl">Where such a server usually is, or <see langword="null"/> where only the user can know.</param>
/// <param name="KeyVariable">Environment variable that usually holds the key, or <see langword="null"/>.</param>
/// <param name="NeedsKey">Whether it refuses a request without a key.</param>
/// <param name="IsLocal">Whether it runs on the user's own machines: its answers cost no money.</param>
/// <param name="MaxTokensField">Name of the request's field that bounds the answer.</param>
/// <param name="Concurrency">Most requests at once.</param>
/// <param name="TimeLimit">How long one request may take.</param>
public sealed record EndpointDefaults(
    EndpointKind Kind, string Name, Uri? BaseUrl, string? KeyVariable, bool NeedsKey, bool IsLocal, string MaxTokensField, int Concurrency, TimeSpan TimeLimit)
{
    private static readonly FrozenDictionary<EndpointKind, EndpointDefaults> Kinds = new EndpointDefaults[]
    {
        new(EndpointKind.Compatible, "compatible", null, "OPENAI_API_KEY", false, false, "max_tokens", 64, TimeSpan.FromMinutes(3)),
        new(EndpointKind.OpenAi, "openai", new("https://api.openai.com/v1"), "OPENAI_API_KEY", true, false, "max_completion_tokens", 128, TimeSpan.FromMinutes(3)),
        new(EndpointKind.Azure, "azure", null, "AZURE_OPENAI_API_KEY", true, false, "max_completion_tokens", 64, TimeSpan.FromMinutes(3)),
        new(EndpointKind.Vllm, "vllm", new("http://localhost:8000/v1"), "VLLM_API_KEY", false, true, "max_tokens", 256, TimeSpan.FromMinutes(10)),
        new(EndpointKind.LlamaCpp, "llama.cpp", new("http://localhost:8080/v1"), "LLAMA_API_KEY", false, true, "max_tokens", 16, TimeSpan.FromMinutes(10)),
        new(EndpointKind.Ollama, "ollama", new("http://localhost:11434/v1"), null, false, true, "max_tokens", 8, TimeSpan.FromMinutes(10)),
        new(EndpointKind.LmStudio, "lm-studio", new("http://localhost:1234/v1"), null, false, true, "max_tokens", 4, TimeSpan.FromMinutes(10)),
        new(EndpointKind.OpenRouter, "openrouter", new("https://openrouter.ai/api/v1"), "OPENROUTER_API_KEY", true, false, "max_tokens", 64, TimeSpan.FromMinutes(3)),
    }.ToFrozenDictionary(defaults => defaults.Kind);

    /// <summary>All kinds, in the order in which messages list them.</summary>
    public static IReadOnlyList<EndpointDefaults> All { get; } = [.. Kinds.Values.OrderBy(defaults => defaults.Kind)];

    /// <summary>The defaults of a kind.</summary>
    public static EndpointDefaults Of(EndpointKind kind) => Kinds[kind];

    /// <summary>The defaults of the kind of that name, or <see langword="null"/>.</summary>
    public static EndpointDefaults? Named(string name) => All.FirstOrDefault(defaults => defaults.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The kind that an address alone tells: a hosted service by its host name, Ollama and LM Studio by their own ports, anything else <see cref="EndpointKind.Compatible"/>.
    /// Nothing is asked, so that the kind, and with it the identity of an answer, does not depend on whether the server is up.
    /// </summary>
    public static EndpointKind Recognise(Uri baseUrl) => (baseUrl.Host.ToLowerInvariant(), baseUrl.Port) switch
    {
        ("api.openai.com", _) => EndpointKind.OpenAi,
        ("openrouter.ai", _) => EndpointKind.OpenRouter,
        (var host, _) when host.EndsWith(".azure.com", StringComparison.Ordinal) => EndpointKind.Azure,
        (_, 11434) => EndpointKind.Ollama,
        (_, 1234) => EndpointKind.LmStudio,
        _ => EndpointKind.Compatible,
    };
}
