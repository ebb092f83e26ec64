using System.Text.Json;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Batches;

/// <summary>
/// Anthropic's message batches: a request a line, to be joined as the list <c>requests</c> of one document, and JSON lines of results. A schema goes as a tool that must be used,
/// which is how that API makes an answer follow one.
/// </summary>
internal sealed class AnthropicBatch : IBatchFormat
{
    private const int LongestAnswer = 4096;

    public string Name => "anthropic";

    public int MostRequests => 100_000;

    public long MostBytes => 256_000_000;

    public byte[] Line(NamedModel model, ModelRequest request)
    {
        if (request.Shape != RequestShape.Chat) throw new NotSupportedException("Anthropic's batches take chats, not texts to continue.");
        if (request.Parameters.TopLogProbabilities is not null) throw new NotSupportedException("Anthropic's models give no log-probabilities.");
        var asked = request with { Parameters = model.Parameters.Apply(request.Parameters) };
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("custom_id", asked.Key(model.Endpoint.Kind, model.Endpoint.Model).ToString());
            writer.WriteStartObject("params");
            WriteParameters(writer, model.Endpoint.Model, asked);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    public bool Recognises(ReadOnlyMemory<byte> line)
    {
        using var document = BatchLine.Parse(line);
        return document.RootElement.Field("result") is not null;
    }

    public BatchResult Read(ReadOnlyMemory<byte> line)
    {
        using var document = BatchLine.Parse(line);
        var key = BatchLine.Key(document.RootElement);
        if (document.RootElement.Field("result") is not { } result) throw new FormatException("the field result is missing");
        return new BatchResult(key, result.Text("type") switch
        {
            "succeeded" => AnswerReader.Read(AnswerFormat.Anthropic, BatchLine.Body(result.Field("message") ?? throw new FormatException("the field result.message is missing"))),
            "errored" => Errored(result.Field("error") ?? result),
            "canceled" => ModelOutcome.Failed(FailureReason.BatchCancelled, "The batch was cancelled before this request was answered."),
            "expired" => ModelOutcome.Failed(FailureReason.BatchExpired, "The batch expired before this request was answered."),
            var other => throw new FormatException($"result.type is '{other}', expected succeeded, errored, canceled or expired"),
        });
    }

    private static ModelOutcome Errored(JsonElement error)
    {
        var inner = error.Field("error") ?? error;
        return ModelOutcome.Failed(
            inner.Text("type") switch
            {
                "invalid_request_error" => (inner.Text("message") ?? "").Contains("prompt is too long", StringComparison.OrdinalIgnoreCase) ? FailureReason.PromptTooLong : FailureReason.BadRequest,
                "rate_limit_error" => FailureReason.RateLimited,
                "authentication_error" or "permission_error" => FailureReason.Unauthorized,
                "not_found_error" => FailureReason.NotFound,
                "billing_error" => FailureReason.OutOfCredit,
                "request_too_large" => FailureReason.PromptTooLong,
                "timeout_error" => FailureReason.TimedOut,
                _ => FailureReason.ServerError,
            },
            FailureText.Shorten(inner.Text("message") ?? ""));
    }

    private static void WriteParameters(Utf8JsonWriter writer, string model, ModelRequest request)
    {
        writer.WriteString("model", model);
        writer.WriteNumber("max_tokens", request.Parameters.MaxTokens ?? LongestAnswer);
        if (request.Parameters.Temperature is { } temperature) writer.WriteNumber("temperature", Math.Min(1, temperature));
        if (request.Parameters.TopP is { } topP) writer.WriteNumber("top_p", topP);
        var system = string.Join("\n\n", request.Messages.Where(message => message.Role == "system").Select(message => message.Text));
        if (system.Length > 0) writer.WriteString("system", system);
        writer.WriteStartArray("messages");
        foreach (var message in request.Messages.Where(message => message.Role != "system"))
        {
            writer.WriteStartObject();
            writer.WriteString("role", message.Role);
            writer.WriteString("content", message.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (request.Schema is { } schema) WriteTool(writer, schema);
        foreach (var (name, json) in request.Parameters.Extra)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json);
        }
    }

    private static void WriteTool(Utf8JsonWriter writer, AnswerSchema schema)
    {
        writer.WriteStartArray("tools");
        writer.WriteStartObject();
        writer.WriteString("name", schema.Name);
        writer.WriteString("description", "Gives the answer.");
        writer.WritePropertyName("input_schema");
        writer.WriteRawValue(PortableName.InSchema(schema.Json));
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("tool_choice");
        writer.WriteString("type", "tool");
        writer.WriteString("name", schema.Name);
        writer.WriteEndObject();
    }
}
