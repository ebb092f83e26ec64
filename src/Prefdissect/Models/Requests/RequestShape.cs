namespace Prefdissect.Models.Requests;

/// <summary>By which of a server's ways a request goes.</summary>
public enum RequestShape
{
    /// <summary>Messages to <c>/chat/completions</c>.</summary>
    Chat,

    /// <summary>A text to <c>/completions</c>.</summary>
    Text,

    /// <summary>A text to llama.cpp's own <c>/completion</c>, which can give the whole vocabulary.</summary>
    LlamaText,

    /// <summary>A conversation to vLLM's <c>/pooling</c>, which gives a number for it.</summary>
    Pooling,
}
