using System.Text.Json;
using Prefdissect.Models.Answers;
using Prefdissect.Pairs;

namespace Prefdissect.Models.Batches;

/// <summary>What lines of both formats have in common.</summary>
internal static class BatchLine
{
    /// <summary>The line as JSON.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            var document = JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            throw new FormatException("the line is no JSON object");
        }
        catch (JsonException error)
        {
            throw new FormatException($"the line is no JSON, is cut off, or names a field twice ({error.Message})", error);
        }
    }

    /// <summary>The key that stands as the id of the request.</summary>
    public static ContentHash Key(JsonElement line)
    {
        if (line.Field("custom_id") is { ValueKind: not JsonValueKind.String } other) throw new FormatException($"custom_id is {FailureText.Shorten(other.GetRawText())}, expected a text: the id of a request that was written by --batch-out");
        var id = line.Text("custom_id") ?? throw new FormatException("the field custom_id is missing; expected the id of a request that was written by --batch-out");
        if (id.Length != ContentHash.Size * 2 || !id.All(char.IsAsciiHexDigit)) throw new FormatException($"custom_id is '{FailureText.Shorten(id)}', expected the 64 hexadecimal digits of a request that was written by --batch-out");
        return ContentHash.FromBytes(Convert.FromHexString(id));
    }

    /// <summary>The bytes of a part of a line, to be kept as the body of the answer.</summary>
    public static byte[] Body(JsonElement part) => System.Text.Encoding.UTF8.GetBytes(part.GetRawText());
}
