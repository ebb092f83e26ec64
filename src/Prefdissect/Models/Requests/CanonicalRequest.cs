using System.Text;
using System.Text.Json;

namespace Prefdissect.Models.Requests;

/// <summary>The one spelling of a request that its key is made from. Any change here makes every stored answer unfindable.</summary>
internal static class CanonicalRequest
{
    public static string Prompt(ModelRequest request) => Write(writer =>
    {
        writer.WriteStartArray();
        writer.WriteStringValue(request.Shape.ToString());
        foreach (var message in request.Messages)
        {
            writer.WriteStringValue(message.Role);
            writer.WriteStringValue(message.Text);
        }
        if (request.Shape is not (RequestShape.Chat or RequestShape.Pooling)) writer.WriteStringValue(request.Prompt);
        writer.WriteEndArray();
    });

    public static string Parameters(ModelRequest request) => Write(writer =>
    {
        var parameters = request.Parameters;
        writer.WriteStartObject();
        if (parameters.Temperature is { } temperature) writer.WriteNumber("temperature", temperature);
        if (parameters.TopP is { } topP) writer.WriteNumber("topP", topP);
        if (parameters.MaxTokens is { } most) writer.WriteNumber("maxTokens", most);
        if (parameters.Seed is { } seed) writer.WriteNumber("seed", seed);
        foreach (var stop in parameters.Stop) writer.WriteString("stop", stop);
        if (parameters.TopLogProbabilities is { } top) writer.WriteNumber("topLogProbabilities", top);
        foreach (var bias in parameters.Bias.OrderBy(bias => bias.Token))
        {
            writer.WriteNumber("biasOf", bias.Token);
            writer.WriteNumber("bias", bias.Bias);
        }
        foreach (var (name, json) in parameters.Extra.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            writer.WriteString("extra", name);
            writer.WriteString("value", json);
        }
        if (request.Schema is { } schema)
        {
            writer.WriteString("schemaName", schema.Name);
            writer.WriteString("schema", schema.Json);
        }
        if (request.Attempt != 0) writer.WriteNumber("attempt", request.Attempt);
        writer.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        // Names repeat for lists, which the writer does not check; a text outside UTF-16 is written with U+FFFD.
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { SkipValidation = true })) write(writer);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
