using System.Text.Json;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Batches;

/// <summary>OpenAI's format: JSON lines of requests with an id, and of results with a status and a body.</summary>
internal sealed class OpenAiBatch : IBatchFormat
{
    public string Name => "openai";

    public int MostRequests => 50_000;

    public long MostBytes => 200_000_000;

    public byte[] Line(NamedModel model, ModelRequest request)
    {
        var asked = request with { Parameters = model.Parameters.Apply(request.Parameters) };
        if (request.Shape is RequestShape.LlamaText or RequestShape.Pooling) throw new NotSupportedException("A batch has no way for llama.cpp's own completion, nor for pooling.");
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("custom_id", asked.Key(model.Endpoint.Kind, model.Endpoint.Model).ToString());
            writer.WriteString("method", "POST");
            writer.WriteString("url", request.Shape == RequestShape.Chat ? "/v1/chat/completions" : "/v1/completions");
            writer.WriteStartObject("body");
            RequestBody.Write(writer, asked, model.Endpoint.Model, model.Endpoint.MaxTokensField, StructuredOutput.JsonSchema);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    public bool Recognises(ReadOnlyMemory<byte> line)
    {
        using var document = BatchLine.Parse(line);
        return document.RootElement.Field("response") is not null || document.RootElement.Field("error") is not null;
    }

    public BatchResult Read(ReadOnlyMemory<byte> line)
    {
        using var document = BatchLine.Parse(line);
        var key = BatchLine.Key(document.RootElement);
        if (document.RootElement.Field("error") is { } error) return new BatchResult(key, Failed(error.Text("code") ?? "", error.Text("message") ?? error.GetRawText(), null));
        if (document.RootElement.Field("response") is not { } response) throw new FormatException("the fields response and error are missing");
        if (response.Field("body") is not { } body) throw new FormatException("the field response.body is missing");
        var status = response.Whole("status_code") ?? 200;
        if (status is < 200 or >= 300)
        {
            var fault = body.Field("error") ?? body;
            return new BatchResult(key, Failed(fault.Text("code") ?? "", fault.Text("message") ?? "", status));
        }
        return new BatchResult(key, AnswerReader.Read(body.Text("object") == "text_completion" ? AnswerFormat.Text : AnswerFormat.Chat, BatchLine.Body(body)));
    }

    private static ModelOutcome Failed(string code, string message, int? status) => ModelOutcome.Failed(
        code switch
        {
            "context_length_exceeded" => FailureReason.PromptTooLong,
            "content_filter" or "content_policy_violation" => FailureReason.Filtered,
            "batch_expired" => FailureReason.BatchExpired,
            "batch_cancelled" => FailureReason.BatchCancelled,
            "request_timeout" => FailureReason.TimedOut,
            "insufficient_quota" or "billing_hard_limit_reached" => FailureReason.OutOfCredit,
            _ when status is 401 or 403 => FailureReason.Unauthorized,
            _ when status == 404 => FailureReason.NotFound,
            _ when status == 429 => FailureReason.RateLimited,
            _ when status is >= 400 and < 500 => FailureReason.BadRequest,
            _ => FailureReason.ServerError,
        },
        FailureText.Shorten(message), status);
}
