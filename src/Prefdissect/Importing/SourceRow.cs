using System.Text.Json;

namespace Prefdissect.Importing;

/// <summary>One row of a file before its meaning is known: a line of JSONL, an element of a JSON array, or a record of a table.</summary>
public sealed class SourceRow
{
    private readonly Cell json;
    private readonly IReadOnlyList<string> header = [];
    private readonly IReadOnlyList<string> cells = [];
    private readonly Func<string> raw;

    /// <summary>A row that is a JSON object.</summary>
    public SourceRow(string file, long line, JsonElement json)
    {
        (File, Line, this.json, raw) = (file, line, Cell.Of(json), json.GetRawText);
    }

    /// <summary>A row of a table: as many cells as the header has names.</summary>
    public SourceRow(string file, long line, IReadOnlyList<string> header, IReadOnlyList<string> cells, string raw)
    {
        (File, Line, this.header, this.cells, this.raw) = (file, line, header, cells, () => raw);
    }

    /// <summary>Path of the file, as it was given.</summary>
    public string File { get; }

    /// <summary>Line on which the row starts, from 1.</summary>
    public long Line { get; }

    /// <summary>Whether the row is JSON, where types and lists are told apart from texts.</summary>
    public bool IsJson => json.Kind == CellKind.Object;

    /// <summary>Names of the fields, in the file's order.</summary>
    public IReadOnlyList<string> Columns => IsJson ? [.. json.Fields().Select(entry => entry.Key)] : header;

    /// <summary>The row as it stands in the file; hostile.</summary>
    public string RawText => raw();

    /// <summary>
    /// The field of that name. In JSON a name that the row lacks may be a path with dots: <c>response_1.content</c>.
    /// </summary>
    public Cell this[string column]
    {
        get
        {
            if (IsJson) return json.Field(column) is { Kind: not CellKind.Missing } found ? found : ByPath(json, column);
            var cell = Cell.Missing;
            for (var i = 0; i < header.Count; i++)
            {
                if (header[i] != column) continue;
                if (cell.Kind != CellKind.Missing) return Cell.Repeated;
                cell = Cell.Of(cells[i]);
            }
            return cell;
        }
    }

    private static Cell ByPath(Cell cell, string path)
    {
        if (!path.Contains('.')) return Cell.Missing;
        return path.Split('.').Aggregate(cell, (inner, name) => inner.Field(name));
    }
}
