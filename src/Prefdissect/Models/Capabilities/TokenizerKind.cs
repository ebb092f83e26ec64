namespace Prefdissect.Models.Capabilities;

/// <summary>How a server cuts a text into tokens for whoever asks.</summary>
public enum TokenizerKind
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>By llama.cpp's <c>/tokenize</c>, which takes <c>content</c>.</summary>
    LlamaCpp,

    /// <summary>By vLLM's <c>/tokenize</c>, which takes <c>model</c> and <c>prompt</c>.</summary>
    Vllm,
}
