using System.Buffers;
using System.Text.Json;
using Prefdissect.Importing.Files;

namespace Prefdissect.Importing.Labels;

/// <summary>
/// Reads labels that were made elsewhere: a JSON list of <c>"A"</c> and <c>"B"</c> in the order of the pairs, a JSON object of a label a pair id, or rows (JSONL, a JSON array of
/// objects, a table) with the fields <c>pair</c>, <c>label</c> and, where known, <c>margin</c>. Labels that cannot be read are told together, not one at a time.
/// </summary>
public static class LabelFile
{
    /// <summary>Fields of a row.</summary>
    public const string PairField = "pair", LabelField = "label", MarginField = "margin";

    /// <summary>What to try where a label cannot be used.</summary>
    internal const string Hint = "Mend the file; nothing was taken from it.";

    private const string Labels = "\"A\", \"B\", \"tie\", \"first\" or \"second\"";
    // A label with its pair's whole id takes some 75 bytes: labels of more than a million pairs.
    private const int LargestDocument = 128 << 20;
    private const int LabelsBetweenLooks = 1 << 14;

    /// <summary>The first labels of a file, in its order.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="limits">How large its parts may be.</param>
    /// <param name="most">How many labels to read at most: a small file may unpack to millions. What stands behind them is not looked at.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ImportException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static LabelReading Read(string path, ImportLimits limits, int most, CancellationToken cancellation)
    {
        using var text = TextFile.Open(path, limits);
        return IsDocument(text.Content.Peek(TextFile.SniffedBytes)) ? Document(path, Whole(text, cancellation).Span, most, cancellation) : Rows(text, limits, most, cancellation);
    }

    // A list of texts, or an object whose names are ids of pairs; else rows, each an object or a record.
    private static bool IsDocument(ReadOnlySpan<byte> start)
    {
        var reader = new Utf8JsonReader(start, isFinalBlock: false, default);
        try
        {
            if (!reader.Read()) return false;
            if (reader.TokenType == JsonTokenType.StartArray) return !reader.Read() || reader.TokenType != JsonTokenType.StartObject;
            if (reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                if (reader.TokenType != JsonTokenType.PropertyName) continue;
                if (reader.ValueTextEquals(PairField) || reader.ValueTextEquals(LabelField)) return false;
                if (!reader.TrySkip()) break;
            }
            return true;
        }
        catch (JsonException)
        {
            // A table, or JSON that breaks: where and how is told by whoever reads it whole.
            return start.TrimStart(" \t\r\n"u8) is [(byte)'[' or (byte)'{', ..] && !start.Contains((byte)':');
        }
    }

    private static ReadOnlyMemory<byte> Whole(TextFile text, CancellationToken cancellation)
    {
        var (bytes, buffer) = (new ArrayBufferWriter<byte>(), new byte[64 * 1024]);
        while (text.Content.Read(buffer) is > 0 and var read)
        {
            cancellation.ThrowIfCancellationRequested();
            if (bytes.WrittenCount + read > LargestDocument) throw new ImportException(new(text.Path), $"more than {LargestDocument >> 20} MiB", "labels", "Give larger files as JSONL with a pair and a label a line.");
            bytes.Write(buffer.AsSpan(0, read));
        }
        return bytes.WrittenMemory;
    }

    private static LabelReading Document(string path, ReadOnlySpan<byte> bytes, int most, CancellationToken cancellation)
    {
        var (entries, problems, line, counted, read) = (new List<LabelEntry>(), new FileProblems(), 1L, 0, 0);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            reader.Read();
            var isList = reader.TokenType == JsonTokenType.StartArray;
            while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
            {
                if (read == most) return new LabelReading(entries, problems);
                if (read % LabelsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
                var id = isList ? null : Text(ref reader);
                if (!isList) reader.Read();
                line += bytes[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
                counted = (int)reader.TokenStartIndex;
                var place = new FilePlace(path, line, id ?? FormattableString.Invariant($"[{read}]"));
                read++;
                // What is nested may be as large as the file, and is no label whatever it holds.
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    problems.Add(new(place, reader.TokenType == JsonTokenType.StartArray ? "a list" : "an object", Labels));
                    reader.Skip();
                    continue;
                }
                using var value = JsonDocument.ParseValue(ref reader);
                if (LabelOf(place, Cell.Of(value.RootElement), problems) is { } label) entries.Add(new LabelEntry(place, id, label, null));
            }
            while (reader.Read()) { }
            return new LabelReading(entries, problems);
        }
        catch (JsonException problem)
        {
            // What was wrong before is told first.
            problems.ThrowIfAny(Hint);
            throw new ImportException(new(path, (problem.LineNumber ?? 0) + 1), JsonProblem.Found(problem), "a list of labels, or an object of a label a pair", Hint, problem);
        }
    }

    // The reader throws on an escape such as \ud800 that has no second half.
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static LabelReading Rows(TextFile text, ImportLimits limits, int most, CancellationToken cancellation)
    {
        var (entries, problems) = (new List<LabelEntry>(), new FileProblems());
        foreach (var scanned in RowScanner.Scan(text, limits).Take(most))
        {
            cancellation.ThrowIfCancellationRequested();
            if (scanned.Refused is { } refused)
            {
                problems.Add(new(refused.Place, refused.Found, refused.Expected));
                continue;
            }
            var row = scanned.Row!;
            FilePlace At(string field) => new(row.File, row.Line, field);
            var before = problems.Count;
            if (!row[PairField].TryGetText(out var pair)) problems.Add(new(At(PairField), row[PairField].Description, "the id of a pair, as `export asked` writes it"));
            var label = LabelOf(At(LabelField), row[LabelField], problems);
            var margin = MarginOf(At(MarginField), row[MarginField], label, problems);
            if (problems.Count == before) entries.Add(new LabelEntry(At(PairField), pair!.Trim(), label!.Value, margin));
        }
        return new LabelReading(entries, problems);
    }

    private static PairLabel? LabelOf(FilePlace place, Cell cell, FileProblems problems)
    {
        PairLabel? label = (cell.TryGetText(out var text) ? text.Trim().ToLowerInvariant() : "") switch
        {
            "a" => PairLabel.A,
            "b" => PairLabel.B,
            "tie" => PairLabel.Tie,
            "first" => PairLabel.First,
            "second" => PairLabel.Second,
            _ => null,
        };
        if (label is null) problems.Add(new(place, cell.Description, Labels));
        return label;
    }

    // Beside a label that cannot be read, the sign of a margin says nothing.
    private static double? MarginOf(FilePlace place, Cell cell, PairLabel? label, FileProblems problems)
    {
        if (cell.IsAbsent || (cell.TryGetText(out var text) && string.IsNullOrWhiteSpace(text))) return null;
        if (!cell.TryGetNumber(out var margin))
        {
            problems.Add(new(place, cell.Description, "a finite number: log-odds in favour of A"));
            return null;
        }
        var expected = label switch { PairLabel.A or PairLabel.First => 1, PairLabel.Tie => 0, _ => -1 };
        if (label is not null && Math.Sign(margin) != expected)
            problems.Add(new(place, FormattableString.Invariant($"{margin} beside the label {label}"), "log-odds in favour of A: above 0 for A, below 0 for B, 0 for a tie"));
        return margin;
    }
}
