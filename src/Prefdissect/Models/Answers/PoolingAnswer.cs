using System.Globalization;
using System.Text.Json;

namespace Prefdissect.Models.Answers;

/// <summary>Reads what vLLM's <c>/pooling</c> gives for one text: one number, as a reward model has it. The answer's text is that number.</summary>
internal static class PoolingAnswer
{
    public static ModelOutcome Read(JsonElement root, ReadOnlyMemory<byte> body)
    {
        if (root.Items("data").FirstOrDefault().Field("data") is not { } data) return ModelOutcome.Failed(FailureReason.MalformedAnswer, "The body of the answer has no data.");
        // One number a text, bare or in lists of one; a model without a head of its own gives one a token or a whole vector, which is no score.
        for (; data.ValueKind == JsonValueKind.Array && data.GetArrayLength() == 1; data = data[0]) { }
        if (data.ValueKind != JsonValueKind.Number || !double.IsFinite(data.GetDouble()))
        {
            var found = data.ValueKind == JsonValueKind.Array ? $"{data.GetArrayLength()} numbers or lists" : "no number";
            return ModelOutcome.Failed(FailureReason.BadRequest, $"The server gave {found} for a response, not one score: is it a reward model, with a pooler that takes the last token?");
        }
        return ModelOutcome.Of(new ModelAnswer
        {
            Text = data.GetDouble().ToString("R", CultureInfo.InvariantCulture),
            FinishReason = "stop",
            Usage = root.Field("usage") is { } usage && usage.Whole("prompt_tokens") is { } prompt ? new TokenUsage(prompt, 0, 0) : null,
            Model = root.Text("model"),
            Format = AnswerFormat.Pooling,
            Raw = body,
        });
    }
}
