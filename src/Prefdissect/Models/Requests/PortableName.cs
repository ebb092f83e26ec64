using System.Text.Json.Nodes;
using Prefdissect.Pairs;

namespace Prefdissect.Models.Requests;

/// <summary>
/// Names of fields as every API takes them: ASCII letters, digits, dashes, underscores and dots, at most 64. Anthropic refuses a tool whose schema has another. A name in another
/// alphabet or too long ends with eight digits of its SHA-256, so that two names stay two.
/// </summary>
public static class PortableName
{
    private const int Longest = 64;
    private const int Digits = 8;

    /// <summary>The portable form of a name; a portable name is its own.</summary>
    public static string Of(string name)
    {
        var written = string.Concat(name.Select(character => IsPortable(character) ? character : '_'));
        if (written.Length <= Longest && name.All(character => IsPortable(character) || character is ' ' or ',')) return written;
        return $"{written[..Math.Min(written.Length, Longest - Digits - 1)]}_{ContentHash.Of("name", name).ToString()[..Digits]}";
    }

    /// <summary>A JSON schema with the names of all fields in their portable form.</summary>
    public static string InSchema(string schema) => Rewritten(JsonNode.Parse(schema)!)!.ToJsonString();

    private static bool IsPortable(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';

    private static JsonNode? Rewritten(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list: return new JsonArray([.. list.Select(Rewritten)]);
            case JsonObject fields:
                var rewritten = new JsonObject();
                foreach (var (key, value) in fields)
                {
                    rewritten[key] = (key, value) switch
                    {
                        ("properties", JsonObject properties) => new JsonObject(properties.Select(field => KeyValuePair.Create(Of(field.Key), Rewritten(field.Value)))),
                        ("required", JsonArray names) => new JsonArray([.. names.Select(name => (JsonNode)Of(name!.GetValue<string>()))]),
                        _ => Rewritten(value),
                    };
                }
                return rewritten;
            default: return node?.DeepClone();
        }
    }
}
