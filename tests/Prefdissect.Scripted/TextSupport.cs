namespace Prefdissect.Scripted;

/// <summary>How a server continues a text.</summary>
public enum TextSupport
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By <c>/v1/completions</c> with lists side by side, and <c>/tokenize</c>: vLLM.</summary>
    Vllm,

    /// <summary>By <c>/v1/completions</c> and <c>/completion</c> with objects, <c>/props</c> and <c>/tokenize</c>: llama.cpp.</summary>
    LlamaCpp,
}
