using System.Text;
using System.Text.Json;

namespace Prefdissect.Importing.Files;

/// <summary>Rows of one JSON array of objects, read element by element; memory holds one element at a time.</summary>
internal sealed class JsonArrayRows(TextFile text, ImportLimits limits)
{
    private readonly GrowingBuffer buffer = new(text.Content, limits.LongestRow);
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = limits.JsonDepth, CommentHandling = JsonCommentHandling.Disallow });
    private long line = 1;
    private bool isInside;
    private bool isClosed;
    private long elements;

    public IEnumerable<ScannedRow> Read()
    {
        while (Next() is { } row) yield return row;
    }

    private ScannedRow? Next()
    {
        while (true)
        {
            if (TryRead(out var row)) return row;
            if (buffer.IsFinal) return null;
            if (!buffer.TryFill()) throw TooLong();
        }
    }

    // True with a row; false where more bytes are needed, or at the end of the file.
    private bool TryRead(out ScannedRow? row)
    {
        row = null;
        var unused = buffer.Unused;
        var reader = new Utf8JsonReader(unused, buffer.IsFinal, state);
        try
        {
            while (reader.Read())
            {
                if (isInside && reader.TokenType != JsonTokenType.EndArray) return TryElement(ref reader, unused, out row);
                if (isInside) isClosed = true;
                isInside = !isClosed;
                Use(ref reader, unused);
                unused = buffer.Unused;
                reader = new Utf8JsonReader(unused, buffer.IsFinal, state);
            }
            // White space before the end of the file is read, and gives no token.
            Use(ref reader, unused);
            return false;
        }
        catch (JsonException problem)
        {
            throw Broken(problem);
        }
    }

    private bool TryElement(ref Utf8JsonReader reader, ReadOnlySpan<byte> unused, out ScannedRow? row)
    {
        row = null;
        var start = (int)reader.TokenStartIndex;
        if (!JsonElement.TryParseValue(ref reader, out var element)) return false;
        var at = line + unused[..start].Count((byte)'\n');
        var raw = unused[start..(int)reader.BytesConsumed];
        row = element.Value.ValueKind == JsonValueKind.Object
            ? ScannedRow.Of(new SourceRow(text.Path, at, element.Value))
            : NotAnObject(element.Value, raw, at);
        elements++;
        Use(ref reader, unused);
        return true;
    }

    private void Use(ref Utf8JsonReader reader, ReadOnlySpan<byte> unused)
    {
        var used = (int)reader.BytesConsumed;
        line += unused[..used].Count((byte)'\n');
        state = reader.CurrentState;
        buffer.Use(used);
    }

    private ScannedRow NotAnObject(JsonElement element, ReadOnlySpan<byte> raw, long at)
    {
        if (elements == 0) throw ForeignFiles.ListOf(element, new(text.Path, at));
        return ScannedRow.Of(new RefusedRow(new(text.Path, at), Cell.Of(element).Description, "a JSON object", RefusedRow.UsualHint,
            Encoding.UTF8.GetString(raw)));
    }

    private ImportException Broken(JsonException problem)
    {
        var breaksOff = buffer.IsFinal && !isClosed && EndsEarly();
        var at = (problem.LineNumber ?? 0) + 1;
        return breaksOff
            ? new(new(text.Path, at), "a JSON array that breaks off", "its end, ]", "The file was not written or fetched to its end: fetch it again.", problem)
            : new(new(text.Path, at), JsonProblem.Found(problem), JsonProblem.Expected(problem, limits),
                "Mend the file; what follows the break cannot be read.", problem);
    }

    // Whether the text is sound as far as it goes.
    private bool EndsEarly()
    {
        var reader = new Utf8JsonReader(buffer.Unused, isFinalBlock: false, state);
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private ImportException TooLong() => new(
        new(text.Path, line),
        $"an element of more than {limits.LongestRow / (1024 * 1024)} MiB",
        "one vote an element",
        "Check that the file is an array of votes and not damaged.");
}
