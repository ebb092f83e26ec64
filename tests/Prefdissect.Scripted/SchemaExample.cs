using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prefdissect.Scripted;

/// <summary>Invents a value that a JSON Schema allows, for the part of the language that our schemas use.</summary>
public static class SchemaExample
{
    /// <summary>A value by chance.</summary>
    public static JsonNode? Of(JsonElement schema, Random random) => Of(schema, random, schema);

    private static JsonNode? Of(JsonElement schema, Random random, JsonElement root)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return Of(Resolve(root, reference.GetString()!), random, root);
        if (schema.TryGetProperty("const", out var constant)) return JsonNode.Parse(constant.GetRawText());
        if (schema.TryGetProperty("enum", out var choices)) return JsonNode.Parse(choices[random.Next(choices.GetArrayLength())].GetRawText());
        foreach (var name in new[] { "anyOf", "oneOf" })
        {
            if (schema.TryGetProperty(name, out var either)) return Of(either[random.Next(either.GetArrayLength())], random, root);
        }
        var type = schema.TryGetProperty("type", out var named) ? named.ValueKind == JsonValueKind.Array ? named[0].GetString() : named.GetString() : "object";
        return type switch
        {
            "object" => Object(schema, random, root),
            "array" => List(schema, random, root),
            "integer" => random.Next(Number(schema, "minimum", 0), Number(schema, "maximum", 3) + 1),
            "number" => Number(schema, "minimum", 0) + random.NextDouble(),
            "boolean" => random.Next(2) == 0,
            "null" => null,
            _ => $"text {random.Next(10)}",
        };
    }

    private static JsonObject Object(JsonElement schema, Random random, JsonElement root)
    {
        var made = new JsonObject();
        if (!schema.TryGetProperty("properties", out var properties)) return made;
        foreach (var property in properties.EnumerateObject()) made.Add(property.Name, Of(property.Value, random, root));
        return made;
    }

    private static JsonArray List(JsonElement schema, Random random, JsonElement root)
    {
        var count = Math.Clamp(random.Next(3), Number(schema, "minItems", 0), Number(schema, "maxItems", 2));
        return new JsonArray([.. Enumerable.Range(0, count).Select(_ => schema.TryGetProperty("items", out var items) ? Of(items, random, root) : "text")]);
    }

    private static int Number(JsonElement schema, string name, int otherwise) => schema.TryGetProperty(name, out var value) ? (int)value.GetDouble() : otherwise;

    private static JsonElement Resolve(JsonElement root, string reference) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (node, part) => node.GetProperty(part));
}
