using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Prefdissect.Importing.Files;

/// <summary>Rows of a table with a header (RFC 4180): cells separated by commas, tabs or semicolons, quoted where they hold those or line ends.</summary>
internal sealed class TableRows(TextFile text, ImportLimits limits)
{
    private long line = 1;
    private string? badCell;

    public IEnumerable<ScannedRow> Read()
    {
        using var reader = new StreamReader(text.Content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false,
            64 * 1024, leaveOpen: true);
        using var parser = new CsvParser(reader, Configuration());
        var header = NextRecord(parser) ?? throw new ImportException(new(text.Path), "nothing but blank lines", "a table with a header",
            "Check that this is the file you meant.");
        if (header.Problem is { } problem) throw new ImportException(new(text.Path, header.Line), problem.Found, problem.Expected, "Mend the header.");
        List<string> names = [.. header.Cells.Select(name => name.Trim())];
        var rows = 0L;
        while (NextRecord(parser) is { } record)
        {
            rows++;
            yield return Row(record, names);
        }
        if (rows > 0) yield break;
        throw new ImportException(
            new(text.Path), $"a header ({Shown.List(names)}) and no rows", "at least one vote", "Check that writing the file was finished.");
    }

    private ScannedRow Row(TableRecord record, List<string> names)
    {
        if (record.Problem is null && record.Cells.Length == names.Count)
            return ScannedRow.Of(new SourceRow(text.Path, record.Line, names, record.Cells, record.Raw));
        var problem = record.Problem ?? new TableProblem(
            FormattableString.Invariant($"{record.Cells.Length} cells"), FormattableString.Invariant($"{names.Count}, as many as the header has names"));
        return ScannedRow.Of(new RefusedRow(new(text.Path, record.Line), problem.Found, problem.Expected, RefusedRow.UsualHint, record.Raw));
    }

    private TableRecord? NextRecord(CsvParser parser)
    {
        while (Advance(parser))
        {
            badCell = null;
            var start = line;
            var raw = parser.RawRecord ?? "";
            line += raw.AsSpan().Count('\n') + (raw.EndsWith('\r') ? 1 : 0);
            if (string.IsNullOrWhiteSpace(raw) && parser.Count <= 1) continue;
            var cells = parser.Record ?? [];
            var content = raw.EndsWith('\n') ? raw[..^1].TrimEnd('\r') : raw;
            return new TableRecord(start, cells, content, badCell is null ? null : ProblemOf(badCell, raw, start));
        }
        return null;
    }

    private bool Advance(CsvParser parser)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException problem)
        {
            throw new ImportException(
                new(text.Path, line),
                $"a cell longer than {limits.LongestRow / (1024 * 1024)} MiB in the row that begins here",
                "shorter cells",
                "A quotation mark in this row was probably never closed.",
                problem);
        }
    }

    // A quotation mark inside a cell that does not begin with one is a plain character, as spreadsheets take it.
    private TableProblem? ProblemOf(string cell, string raw, long start)
    {
        if (!cell.StartsWith('"')) return null;
        if (!IsOpen(cell))
            return new($"text after a closed quotation mark: {Shown.Quoted(cell)}", "a quotation mark inside a quoted cell to be doubled (\"\")");
        var at = start + raw.AsSpan(0, Math.Max(0, raw.LastIndexOf(cell, StringComparison.Ordinal))).Count('\n');
        throw new ImportException(new(text.Path, at), $"a quotation mark that is never closed, in the cell {Shown.Quoted(cell)}", "quotation marks in pairs",
            "Close it, or double it (\"\") if it is part of the text.");
    }

    private static bool IsOpen(string cell) => cell.AsSpan().Count('"') % 2 == 1;

    private CsvConfiguration Configuration()
    {
        var start = text.Content.Peek(TextFile.SniffedBytes);
        var whole = start.Length < TextFile.SniffedBytes;
        var delimiter = Delimiter.Of(start, whole) ?? throw NoTable(start);
        return new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = false,
            MaxFieldSize = limits.LongestRow,
            BadDataFound = found => badCell ??= found.Field,
        };
    }

    private ImportException NoTable(ReadOnlySpan<byte> start)
    {
        var first = Encoding.UTF8.GetString(start).AsSpan().Trim();
        var end = first.IndexOfAny('\n', '\r');
        return new(
            new(text.Path, 1),
            $"text that starts with {Shown.Quoted((end < 0 ? first : first[..end]).ToString())}",
            "JSONL, a JSON array of objects, or a table with a header whose cells are separated by commas, tabs or semicolons",
            "Check that this is the file you meant.");
    }

    private sealed record TableProblem(string Found, string Expected);

    private sealed record TableRecord(long Line, string[] Cells, string Raw, TableProblem? Problem);
}
