using System.Text.Json;

namespace Prefdissect.Models.Answers;

/// <summary>Reads bodies of OpenAI's protocol, as tolerantly as its many servers need.</summary>
internal static class OpenAiAnswer
{
    public static ModelOutcome ReadChat(JsonElement root, ReadOnlyMemory<byte> body) => FirstChoice(root, out var choice) ?? (choice.Field("message") is { } message
        ? ModelOutcome.Of(new ModelAnswer
        {
            Text = Content(message),
            FinishReason = choice.Text("finish_reason"),
            Refusal = message.Text("refusal") is { Length: > 0 } refusal ? refusal : null,
            Tokens = choice.Field("logprobs") is { } logProbs ? TokenReading.Objects(logProbs.Items("content")) : [],
            Usage = Usage(root),
            Model = root.Text("model"),
            Format = AnswerFormat.Chat,
            Raw = body,
        })
        : ModelOutcome.Failed(FailureReason.MalformedAnswer, "The choice in the body of the answer holds no message."));

    public static ModelOutcome ReadText(JsonElement root, ReadOnlyMemory<byte> body) => FirstChoice(root, out var choice) ?? (choice.Text("text") is { } text
        ? ModelOutcome.Of(new ModelAnswer
        {
            Text = text,
            FinishReason = choice.Text("finish_reason"),
            // llama.cpp writes objects here too; OpenAI and vLLM write lists.
            Tokens = choice.Field("logprobs") is { } logProbs ? (logProbs.Field("content") is null ? TokenReading.Lists(logProbs) : TokenReading.Objects(logProbs.Items("content"))) : [],
            Usage = Usage(root),
            Model = root.Text("model"),
            Format = AnswerFormat.Text,
            Raw = body,
        })
        : ModelOutcome.Failed(FailureReason.MalformedAnswer, "The choice in the body of the answer holds no text."));

    private static ModelOutcome? FirstChoice(JsonElement root, out JsonElement choice)
    {
        choice = default;
        if (root.Field("error") is { } error) return ModelOutcome.Failed(FailureReason.ServerError, FailureText.Shorten(error.Text("message") ?? error.GetRawText()));
        if (root.Field("choices") is not { ValueKind: JsonValueKind.Array } choices) return ModelOutcome.Failed(FailureReason.MalformedAnswer, "The body of the answer has no choices.");
        foreach (var first in choices.EnumerateArray())
        {
            choice = first;
            return null;
        }
        return ModelOutcome.Failed(FailureReason.NoChoice, "The list of choices in the body of the answer is empty.");
    }

    private static string Content(JsonElement message) => message.Field("content") switch
    {
        { ValueKind: JsonValueKind.Array } parts => string.Concat(parts.EnumerateArray().Select(part => part.Text("text"))),
        { } text => text.GetString()!,
        null => "",
    };

    private static TokenUsage? Usage(JsonElement root) => root.Field("usage") is { } usage && usage.Whole("prompt_tokens") is { } prompt
        ? new TokenUsage(prompt, usage.Whole("completion_tokens") ?? 0, usage.Field("prompt_tokens_details")?.Whole("cached_tokens") ?? 0)
        : null;
}
