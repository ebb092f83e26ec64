using System.Text.Json;

namespace Prefdissect.Annotating.Answers;

/// <summary>
/// Finds the JSON objects in what a model wrote: alone, in code fences, between sentences, with comments or trailing commas. Linear in the length of the text,
/// whatever it holds.
/// </summary>
internal static class LenientJson
{
    /// <summary>Longer texts are no answers.</summary>
    public const int LongestAnswer = 1 << 20;

    // Prose in braces, or code before the answer, costs an attempt each; beyond these something else is going on.
    private const int MostAttempts = 64;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>What stands in a text.</summary>
    public static FoundJson Find(string text)
    {
        if (text.AsSpan().TrimStart().StartsWith("{") && Parse(text.AsMemory()) is { } whole) return new FoundJson([whole], JsonDamage.None, Wrapped: false);
        var (found, damage, from) = (new List<JsonElement>(), JsonDamage.None, 0);
        for (var attempt = 0; attempt < MostAttempts && damage != JsonDamage.CutOff; attempt++)
        {
            var start = text.IndexOf('{', from);
            if (start < 0) break;
            var end = EndOf(text, start);
            if (end > 0 && Parse(text.AsMemory(start, end - start)) is { } element)
            {
                found.Add(element);
                from = end;
            }
            else if (BeginsAsJson(text, start))
            {
                // What stands inside a damaged object is no answer of its own.
                damage = end > 0 ? JsonDamage.Broken : JsonDamage.CutOff;
                from = end;
            }
            else
            {
                from = start + 1;
            }
        }
        return new FoundJson(found, damage, Wrapped: true);
    }

    private static bool BeginsAsJson(string text, int start) => text.AsSpan(start + 1).TrimStart() is ['"' or '}', ..];

    private static JsonElement? Parse(ReadOnlyMemory<char> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            ReadTexts(document.RootElement);
            return document.RootElement.Clone();
        }
        // Half a character, as it stands or escaped, is found only when the text is read.
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void ReadTexts(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String) _ = element.GetString();
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) ReadTexts(item);
        }
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var field in element.EnumerateObject())
        {
            _ = field.Name;
            ReadTexts(field.Value);
        }
    }

    /// <summary>The index after the brace that closes the one at <paramref name="start"/>, or −1.</summary>
    private static int EndOf(string text, int start)
    {
        var (depth, inText) = (0, false);
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when inText: i++; break;
                case '"': inText = !inText; break;
                case '{' when !inText: depth++; break;
                case '}' when !inText && --depth == 0: return i + 1;
            }
        }
        return -1;
    }
}
