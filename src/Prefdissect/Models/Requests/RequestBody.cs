using System.Text.Json;
using Prefdissect.Models.Capabilities;

namespace Prefdissect.Models.Requests;

/// <summary>Writes a request as the body that a server of a kind understands.</summary>
internal static class RequestBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body as UTF-8 JSON.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="model">The model's name on the server.</param>
    /// <param name="maxTokensField">Name of the field that bounds the answer.</param>
    /// <param name="structured">How the server wants to hear of a schema.</param>
    public static byte[] Of(ModelRequest request, string model, string maxTokensField, StructuredOutput structured)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            Write(writer, request, model, maxTokensField, structured);
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    /// <summary>Writes the fields of the body into an object that is open.</summary>
    public static void Write(Utf8JsonWriter writer, ModelRequest request, string model, string maxTokensField, StructuredOutput structured)
    {
        switch (request.Shape)
        {
            case RequestShape.Chat: WriteChat(writer, request, model, maxTokensField, structured); break;
            case RequestShape.Text: WriteText(writer, request, model); break;
            case RequestShape.Pooling: WriteMessages(writer, request, model); break;
            default: WriteLlama(writer, request); break;
        }
        foreach (var (name, json) in request.Parameters.Extra)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json);
        }
    }

    private static void WriteChat(Utf8JsonWriter writer, ModelRequest request, string model, string maxTokensField, StructuredOutput structured)
    {
        WriteMessages(writer, request, model);
        WriteSampling(writer, request.Parameters, maxTokensField);
        if (request.Parameters.TopLogProbabilities is { } top)
        {
            writer.WriteBoolean("logprobs", true);
            writer.WriteNumber("top_logprobs", top);
        }
        WriteObjectBias(writer, request.Parameters);
        if (request.Schema is { } schema) WriteSchema(writer, schema, structured);
    }

    private static void WriteMessages(Utf8JsonWriter writer, ModelRequest request, string model)
    {
        writer.WriteString("model", model);
        writer.WriteStartArray("messages");
        foreach (var message in request.Messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role", message.Role);
            writer.WriteString("content", message.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, ModelRequest request, string model)
    {
        writer.WriteString("model", model);
        writer.WriteString("prompt", request.Prompt);
        WriteSampling(writer, request.Parameters, "max_tokens");
        if (request.Parameters.TopLogProbabilities is { } top) writer.WriteNumber("logprobs", top);
        WriteObjectBias(writer, request.Parameters);
    }

    private static void WriteLlama(Utf8JsonWriter writer, ModelRequest request)
    {
        writer.WriteString("prompt", request.Prompt);
        WriteSampling(writer, request.Parameters, "n_predict");
        writer.WriteBoolean("cache_prompt", request.ReusesPrompt);
        if (request.Slot is { } slot) writer.WriteNumber("id_slot", slot);
        if (request.Parameters.TopLogProbabilities is { } top) writer.WriteNumber("n_probs", top);
        if (request.Parameters.Bias.Count > 0)
        {
            writer.WriteStartArray("logit_bias");
            foreach (var bias in request.Parameters.Bias)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(bias.Token);
                writer.WriteNumberValue(bias.Bias);
                writer.WriteEndArray();
            }
            writer.WriteEndArray();
        }
        if (request.Schema is { } schema)
        {
            writer.WritePropertyName("json_schema");
            writer.WriteRawValue(schema.Json);
        }
    }

    private static void WriteSampling(Utf8JsonWriter writer, RequestParameters parameters, string maxTokensField)
    {
        if (parameters.MaxTokens is { } most) writer.WriteNumber(maxTokensField, most);
        if (parameters.Temperature is { } temperature) writer.WriteNumber("temperature", temperature);
        if (parameters.TopP is { } topP) writer.WriteNumber("top_p", topP);
        if (parameters.Seed is { } seed) writer.WriteNumber("seed", seed);
        if (parameters.Stop.Count == 0) return;
        writer.WriteStartArray("stop");
        foreach (var stop in parameters.Stop) writer.WriteStringValue(stop);
        writer.WriteEndArray();
    }

    private static void WriteObjectBias(Utf8JsonWriter writer, RequestParameters parameters)
    {
        if (parameters.Bias.Count == 0) return;
        writer.WriteStartObject("logit_bias");
        foreach (var bias in parameters.Bias) writer.WriteNumber(bias.Token.ToString(System.Globalization.CultureInfo.InvariantCulture), bias.Bias);
        writer.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter writer, AnswerSchema schema, StructuredOutput structured)
    {
        if (structured == StructuredOutput.None) return;
        writer.WriteStartObject("response_format");
        writer.WriteString("type", structured == StructuredOutput.JsonSchema ? "json_schema" : "json_object");
        if (structured == StructuredOutput.JsonSchema)
        {
            writer.WriteStartObject("json_schema");
            writer.WriteString("name", schema.Name);
            writer.WriteBoolean("strict", true);
        }
        if (structured != StructuredOutput.JsonObject)
        {
            writer.WritePropertyName("schema");
            writer.WriteRawValue(schema.Json);
        }
        if (structured == StructuredOutput.JsonSchema) writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
