using System.Globalization;
using System.Text.Json;
using Prefdissect.Importing;
using Prefdissect.Models.Requests;

namespace Prefdissect.Annotating.Answers;

/// <summary>Reads fields of an answer by loose names and gathers what is wrong with them.</summary>
internal sealed class AnswerFields
{
    private const int MostItems = 50;
    private const int LongestText = 2000;

    private readonly List<AnswerProblem> problems = [];
    private readonly SortedSet<string> notes = new(StringComparer.Ordinal);
    private string? reason;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<AnswerProblem> Problems => problems;

    /// <summary>The reason of the first problem; <see langword="null"/> where there is none.</summary>
    public string? Reason => reason;

    /// <summary>What was overlooked.</summary>
    public IEnumerable<string> Notes => notes;

    /// <summary>A field of an object by any of its names, compared without case, spaces, dashes and underscores; a default element where it is missing, which is a problem.</summary>
    public JsonElement Field(JsonElement parent, string path, params ReadOnlySpan<string> names)
    {
        var place = path.Length > 0 ? $"{path}.{names[0]}" : names[0];
        if (parent.ValueKind != JsonValueKind.Object)
        {
            // What is missing as a whole has been said once.
            if (parent.ValueKind != JsonValueKind.Undefined) Wrong(AnswerFault.WrongValue, path, Kind(parent), "an object");
            return default;
        }
        JsonElement found = default;
        foreach (var field in parent.EnumerateObject())
        {
            if (!IsOneOf(field.Name, names)) continue;
            if (found.ValueKind != JsonValueKind.Undefined)
            {
                if (!JsonElement.DeepEquals(found, field.Value))
                {
                    Wrong(AnswerFault.Duplicated, place, "the field twice, with different values", "it once");
                    return default;
                }
                notes.Add("a field stands there twice, with the same value");
            }
            found = field.Value;
        }
        if (found.ValueKind == JsonValueKind.Undefined) Wrong(AnswerFault.Missing, place, "nothing", "the field");
        return found;
    }

    /// <summary>One of some values by their words, compared loosely; <see langword="null"/> where it is none, which is a problem.</summary>
    public T? Word<T>(JsonElement element, string place, IReadOnlyList<(string Word, T Value)> words)
        where T : struct
    {
        if (element.ValueKind == JsonValueKind.Undefined) return null;
        var said = element.ValueKind switch
        {
            JsonValueKind.String => LooseName.Of(element.GetString()!),
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            _ => "",
        };
        foreach (var (word, value) in words)
        {
            if (LooseName.Of(word) == said) return value;
        }
        Wrong(AnswerFault.WrongValue, place, Kind(element), $"one of {string.Join(", ", words.Select(word => $"\"{word.Word}\"").Distinct())}");
        return null;
    }

    /// <summary>Whether a field says yes or no.</summary>
    public bool? YesOrNo(JsonElement element, string place) => Word(element, place, [("yes", true), ("no", false), ("true", true), ("false", false)]);

    /// <summary>A whole number, also where it stands in quotation marks; <see langword="null"/> where it is none, which is a problem.</summary>
    public int? Whole(JsonElement element, string place, string expected)
    {
        if (element.ValueKind == JsonValueKind.Undefined) return null;
        double number = 0;
        var isNumber = element.ValueKind switch
        {
            JsonValueKind.Number => element.TryGetDouble(out number),
            JsonValueKind.String => double.TryParse(element.GetString()!.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        if (isNumber && Math.Abs(number) < 1e6 && number == Math.Floor(number)) return (int)number;
        Wrong(AnswerFault.WrongValue, place, Kind(element), expected);
        return null;
    }

    /// <summary>The elements of a list; empty where it is none, which is a problem. <c>null</c> and a text such as "none" are empty lists.</summary>
    public IReadOnlyList<JsonElement> List(JsonElement element, string place)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Undefined: return [];
            case JsonValueKind.Null: return [];
            case JsonValueKind.String when LooseName.Of(element.GetString()!) is "" or "none" or "n/a" or "na": return [];
            case JsonValueKind.Array when element.GetArrayLength() <= MostItems: return [.. element.EnumerateArray()];
            case JsonValueKind.Array:
                Wrong(AnswerFault.WrongValue, place, $"{element.GetArrayLength()} items", $"at most {MostItems}");
                return [];
            default:
                Wrong(AnswerFault.WrongValue, place, Kind(element), "a list");
                return [];
        }
    }

    /// <summary>A text, cut where it is too long to be one; empty where it is none, which is a problem.</summary>
    public string Text(JsonElement element, string place)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            var text = element.GetString()!.Trim();
            return text.Length <= LongestText ? text : text[..(LongestText - (char.IsHighSurrogate(text[LongestText - 1]) ? 1 : 0))];
        }
        if (element.ValueKind != JsonValueKind.Undefined) Wrong(AnswerFault.WrongValue, place, Kind(element), "a text");
        return "";
    }

    /// <summary>Notes a problem.</summary>
    public void Wrong(string why, string place, string found, string expected)
    {
        reason ??= why;
        problems.Add(new AnswerProblem(place, found, expected));
    }

    /// <summary>What an element is, for messages: they go back to the model in our voice, so they hold no text of the answer, which is as hostile as the responses that it is about.</summary>
    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Words(element.GetString()!),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Undefined => "nothing",
        _ => element.GetRawText() is { Length: <= 40 } raw ? raw : "a long number",
    };

    /// <summary>A text by its length alone.</summary>
    public static string Words(string text) => string.Create(CultureInfo.InvariantCulture, $"a text of {text.Length} characters");

    private static bool IsOneOf(string field, ReadOnlySpan<string> names)
    {
        var loose = LooseName.Of(field);
        foreach (var name in names)
        {
            if (LooseName.Of(name) == loose || LooseName.Of(PortableName.Of(name)) == loose) return true;
        }
        return false;
    }
}
