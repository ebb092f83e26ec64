namespace Prefdissect.Models.Answers;

/// <summary>In whose words a stored answer is written.</summary>
public enum AnswerFormat
{
    /// <summary>A chat completion of OpenAI's protocol.</summary>
    Chat = 0,

    /// <summary>A text completion of OpenAI's protocol.</summary>
    Text = 1,

    /// <summary>llama.cpp's own completion.</summary>
    Llama = 2,

    /// <summary>A message of Anthropic's API, as its batches give it.</summary>
    Anthropic = 3,

    /// <summary>What vLLM's <c>/pooling</c> gives.</summary>
    Pooling = 4,
}
