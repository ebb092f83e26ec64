using System.Text.Json;

namespace Prefdissect.Models.Answers;

/// <summary>Reads the body of an answer, from the wire or from the study. Pure: the same bytes give the same outcome.</summary>
public static class AnswerReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>What the body comes to. A body that the protocol does not allow is a failure, never a text.</summary>
    /// <param name="format">How the body is written.</param>
    /// <param name="body">UTF-8 JSON.</param>
    public static ModelOutcome Read(AnswerFormat format, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return format switch
            {
                AnswerFormat.Chat => OpenAiAnswer.ReadChat(document.RootElement, body),
                AnswerFormat.Text => OpenAiAnswer.ReadText(document.RootElement, body),
                AnswerFormat.Llama => LlamaAnswer.Read(document.RootElement, body),
                AnswerFormat.Pooling => PoolingAnswer.Read(document.RootElement, body),
                AnswerFormat.Anthropic => AnthropicAnswer.Read(document.RootElement, body),
                _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
            };
        }
        catch (JsonException)
        {
            return IsJson(body)
                ? ModelOutcome.Failed(FailureReason.DuplicateFields, "The body of the answer names a field twice.")
                : ModelOutcome.Failed(FailureReason.MalformedAnswer, "The body of the answer is cut off or no JSON.");
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException)
        {
            // A field of another kind than the protocol's: text where a number stands, a lone half of a character, and the like.
            return ModelOutcome.Failed(FailureReason.MalformedAnswer, "A field in the body of the answer has not the kind that the protocol says.");
        }
    }

    private static bool IsJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
