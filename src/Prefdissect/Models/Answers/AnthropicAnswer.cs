using System.Text.Json;

namespace Prefdissect.Models.Answers;

/// <summary>Reads a message of Anthropic's API: its text, or what it filled into the tool that stands for the schema.</summary>
internal static class AnthropicAnswer
{
    public static ModelOutcome Read(JsonElement root, ReadOnlyMemory<byte> body)
    {
        if (root.Field("content") is not { ValueKind: JsonValueKind.Array } content) return ModelOutcome.Failed(FailureReason.MalformedAnswer, "The message has no content.");
        var filled = content.EnumerateArray().Where(part => part.Text("type") == "tool_use").Select(part => part.Field("input")?.GetRawText()).FirstOrDefault(input => input is not null);
        return ModelOutcome.Of(new ModelAnswer
        {
            Text = filled ?? string.Concat(content.EnumerateArray().Where(part => part.Text("type") == "text").Select(part => part.Text("text"))),
            FinishReason = root.Text("stop_reason"),
            Usage = root.Field("usage") is { } usage && usage.Whole("input_tokens") is { } input ? Usage(usage, input) : null,
            Model = root.Text("model"),
            Format = AnswerFormat.Anthropic,
            Raw = body,
        });
    }

    // There the tokens read from the cache and written to it stand beside the others, not among them.
    private static TokenUsage Usage(JsonElement usage, int input)
    {
        var cached = usage.Whole("cache_read_input_tokens") ?? 0;
        return new TokenUsage(input + cached + (usage.Whole("cache_creation_input_tokens") ?? 0), usage.Whole("output_tokens") ?? 0, cached);
    }
}
