using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Prefdissect.Importing;

/// <summary>The content of one field of one row.</summary>
public readonly struct Cell
{
    private readonly string? text;
    private readonly JsonElement element;

    private Cell(CellKind kind, string? text, JsonElement element) => (Kind, this.text, this.element) = (kind, text, element);

    /// <summary>A field that the row does not have.</summary>
    public static Cell Missing => default;

    /// <summary>A field that the row has more than once.</summary>
    public static Cell Repeated { get; } = new(CellKind.Repeated, null, default);

    /// <summary>What it is.</summary>
    public CellKind Kind { get; }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsAbsent => Kind is CellKind.Missing or CellKind.Null;

    /// <summary>What it is and, where short enough to show, its value: for messages.</summary>
    public string Description => Kind switch
    {
        CellKind.Missing => "no such field",
        CellKind.Null => "null",
        CellKind.Text => TryGetText(out var found) ? Shown.Quoted(found) : "a text with half a character (a lone surrogate such as \\ud800)",
        CellKind.Number => $"the number {Shown.Plain(Short(element.GetRawText()))}",
        CellKind.Boolean => $"the truth value {element.GetRawText()}",
        CellKind.List => "a list",
        CellKind.Object => "an object",
        _ => "the field more than once",
    };

    /// <summary>A cell of a table of texts.</summary>
    public static Cell Of(string text) => new(CellKind.Text, text, default);

    /// <summary>A JSON value.</summary>
    public static Cell Of(JsonElement element) => new(
        element.ValueKind switch
        {
            JsonValueKind.String => CellKind.Text,
            JsonValueKind.Number => CellKind.Number,
            JsonValueKind.True or JsonValueKind.False => CellKind.Boolean,
            JsonValueKind.Array => CellKind.List,
            JsonValueKind.Object => CellKind.Object,
            JsonValueKind.Null => CellKind.Null,
            _ => CellKind.Missing,
        },
        null,
        element);

    /// <summary>The text, as it came. False where it is none, or holds half a character.</summary>
    public bool TryGetText([NotNullWhen(true)] out string? value)
    {
        value = Kind == CellKind.Text ? text ?? Unescaped(element) : null;
        return value is not null;
    }

    /// <summary>A text, a number or a truth value as text.</summary>
    public bool TryGetScalar([NotNullWhen(true)] out string? value)
    {
        if (TryGetText(out value)) return true;
        if (Kind is CellKind.Number or CellKind.Boolean) value = element.GetRawText();
        return value is not null;
    }

    /// <summary>A finite number, or a text that spells one.</summary>
    public bool TryGetNumber(out double value)
    {
        value = 0;
        return TryGetScalar(out var spelled) && Kind != CellKind.Boolean
            && double.TryParse(spelled, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>The elements of a list; none for anything else.</summary>
    public IEnumerable<Cell> Elements()
    {
        if (Kind != CellKind.List) yield break;
        foreach (var item in element.EnumerateArray()) yield return Of(item);
    }

    /// <summary>The fields of an object, in its order, without those whose name is not well-formed text; none for anything else.</summary>
    public IEnumerable<KeyValuePair<string, Cell>> Fields()
    {
        if (Kind != CellKind.Object) yield break;
        foreach (var property in element.EnumerateObject())
            if (NameOf(property) is { } name) yield return new(name, Of(property.Value));
    }

    /// <summary>The field of an object: <see cref="Missing"/> where there is none, <see cref="Repeated"/> where there are several.</summary>
    public Cell Field(string name)
    {
        if (Kind != CellKind.Object) return Missing;
        var found = Missing;
        foreach (var property in element.EnumerateObject())
        {
            if (!HasName(property, name)) continue;
            if (found.Kind != CellKind.Missing) return Repeated;
            found = Of(property.Value);
        }
        return found;
    }

    private static bool HasName(JsonProperty property, string name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // The reader throws on an escape such as \ud800 that has no second half.
    private static string? Unescaped(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Short(string raw) => raw.Length > 40 ? raw[..40] + "…" : raw;
}
