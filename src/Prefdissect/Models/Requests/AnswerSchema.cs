using System.Text.Json;

namespace Prefdissect.Models.Requests;

/// <summary>The JSON Schema that an answer has to follow.</summary>
public sealed record AnswerSchema
{
    /// <summary>A schema by name.</summary>
    /// <param name="name">Letters, digits, underscores and dashes, at most 64: servers refuse others.</param>
    /// <param name="json">The schema: a JSON object.</param>
    /// <exception cref="ArgumentException">The name has other characters, or the schema is no JSON object.</exception>
    public AnswerSchema(string name, string json)
    {
        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')) throw new ArgumentException($"'{name}' cannot name a schema: letters, digits, _ and -, at most 64.", nameof(name));
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new ArgumentException($"The schema {name} is no JSON object.", nameof(json));
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"The schema {name} is no JSON: {error.Message}", nameof(json), error);
        }
        Name = name;
        Json = json;
    }

    /// <summary>What the server is told it is called.</summary>
    public string Name { get; }

    /// <summary>The schema as JSON.</summary>
    public string Json { get; }
}
