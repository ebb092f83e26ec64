namespace Prefdissect.Models.Endpoints;

/// <summary>What kind of server stands at an address. It decides defaults and the wording of a request, and is part of an answer's identity.</summary>
public enum EndpointKind
{
    /// <summary>Some server that speaks OpenAI's protocol.</summary>
    Compatible,

    /// <summary>OpenAI's own API.</summary>
    OpenAi,

    /// <summary>A deployment on Azure.</summary>
    Azure,

    /// <summary>vLLM's server.</summary>
    Vllm,

    /// <summary>llama.cpp's <c>llama-server</c>.</summary>
    LlamaCpp,

    /// <summary>Ollama.</summary>
    Ollama,

    /// <summary>LM Studio's local server.</summary>
    LmStudio,

    /// <summary>openrouter.ai.</summary>
    OpenRouter,
}
