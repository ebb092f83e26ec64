using System.Text.Json;

namespace Prefdissect.Models.Answers;

/// <summary>Reads fields that may be absent or null.</summary>
internal static class JsonFields
{
    /// <summary>The field, or <see langword="null"/> where it is absent or null, or where this is no object.</summary>
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A text field, or <see langword="null"/>.</summary>
    public static string? Text(this JsonElement element, string name) => element.Field(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A whole number that fits, or <see langword="null"/>.</summary>
    public static int? Whole(this JsonElement element, string name) => element.Field(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var whole) ? whole : null;

    /// <summary>The members of a list; none where it is absent.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.Field(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];
}
