using System.Text;
using System.Text.Json;

namespace Prefdissect.Importing.Files;

/// <summary>Rows of JSONL: one object a line. A line that is no object is refused and the next one is read.</summary>
internal sealed class JsonLineRows(TextFile text, ImportLimits limits)
{
    private readonly GrowingBuffer buffer = new(text.Content, limits.LongestRow);
    private readonly JsonDocumentOptions json = new() { MaxDepth = limits.JsonDepth };
    private long line;

    public IEnumerable<ScannedRow> Read()
    {
        var isFirst = true;
        while (NextLine() is { } bytes)
        {
            if (bytes.Span.IndexOfAnyExcept(" \t\r"u8) < 0) continue;
            if (isFirst && IsSpreadOut(bytes.Span)) throw SpreadOut();
            isFirst = false;
            yield return Parsed(bytes);
        }
    }

    private ReadOnlyMemory<byte>? NextLine()
    {
        var searched = 0;
        int length;
        while ((length = buffer.Unused[searched..].IndexOf((byte)'\n')) < 0)
        {
            if (buffer.IsFinal) return LastLine();
            searched = buffer.Unused.Length;
            if (!buffer.TryFill()) throw TooLong();
        }
        return Taken(searched + length, lineEnd: 1);
    }

    private ReadOnlyMemory<byte>? LastLine()
    {
        // As a conditional expression this would turn null into an empty line: a null array converts to memory.
        if (buffer.Unused.Length == 0) return null;
        return Taken(buffer.Unused.Length, lineEnd: 0);
    }

    private ReadOnlyMemory<byte> Taken(int length, int lineEnd)
    {
        var taken = buffer.UnusedMemory[..length];
        buffer.Use(length + lineEnd);
        line++;
        return taken is { Length: > 0 } && taken.Span[^1] == '\r' ? taken[..^1] : taken;
    }

    private ScannedRow Parsed(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var element = JsonElement.Parse(bytes.Span, json);
            return element.ValueKind == JsonValueKind.Object
                ? ScannedRow.Of(new SourceRow(text.Path, line, element))
                : Refused(bytes, Cell.Of(element).Description, "a JSON object");
        }
        catch (JsonException problem)
        {
            return Refused(bytes, JsonProblem.Found(problem), JsonProblem.Expected(problem, limits));
        }
    }

    private ScannedRow Refused(ReadOnlyMemory<byte> bytes, string found, string expected) =>
        ScannedRow.Of(new RefusedRow(new(text.Path, line), found, expected, RefusedRow.UsualHint, Encoding.UTF8.GetString(bytes.Span)));

    // An object whose first line ends before the object does, and whose second line is no object either.
    private bool IsSpreadOut(ReadOnlySpan<byte> first)
    {
        var reader = new Utf8JsonReader(first, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = limits.JsonDepth }));
        try
        {
            while (reader.Read())
                if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject) return false;
        }
        catch (JsonException)
        {
            return false;
        }
        if (buffer.Unused.Length == 0 && !buffer.IsFinal) buffer.TryFill();
        var rest = buffer.Unused.TrimStart(" \t\r\n"u8);
        return rest.Length > 0 && rest[0] != '{';
    }

    private ImportException SpreadOut() => new(
        new(text.Path, line),
        "one JSON object that goes over several lines",
        "an array of objects, or one object a line (JSONL)",
        "If the votes are a list inside the object, take it out (jq '.NAME' file.json > votes.json); a single vote goes in [ ].");

    private ImportException TooLong() => new(
        new(text.Path, line + 1), $"a line longer than {limits.LongestRow / (1024 * 1024)} MiB", "one vote a line", "Check that the file is JSONL and not damaged.");
}
