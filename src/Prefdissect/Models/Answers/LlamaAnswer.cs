using System.Text.Json;

namespace Prefdissect.Models.Answers;

/// <summary>Reads the body of llama.cpp's own completion.</summary>
internal static class LlamaAnswer
{
    public static ModelOutcome Read(JsonElement root, ReadOnlyMemory<byte> body)
    {
        if (root.Field("error") is { } error) return ModelOutcome.Failed(FailureReason.ServerError, FailureText.Shorten(error.Text("message") ?? error.GetRawText()));
        if (root.Text("content") is not { } text) return ModelOutcome.Failed(FailureReason.MalformedAnswer, "The body of the answer has no content.");
        return ModelOutcome.Of(new ModelAnswer
        {
            Text = text,
            // Named `limit` there: the answer reached the longest length allowed.
            FinishReason = root.Text("stop_type"),
            Tokens = TokenReading.Objects(root.Items("completion_probabilities")),
            Usage = root.Whole("tokens_evaluated") is { } prompt
                ? new TokenUsage(prompt, root.Whole("tokens_predicted") ?? 0, Math.Max(0, prompt - (root.Field("timings")?.Whole("prompt_n") ?? prompt)))
                : null,
            Model = root.Text("model"),
            Format = AnswerFormat.Llama,
            Raw = body,
        });
    }
}
