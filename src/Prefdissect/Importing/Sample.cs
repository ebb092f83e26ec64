namespace Prefdissect.Importing;

/// <summary>The first rows of a file, by which its format is recognised.</summary>
/// <param name="File">Path of the file, as it was given.</param>
/// <param name="Rows">The first rows that are well formed; at least one.</param>
public sealed record Sample(string File, IReadOnlyList<SourceRow> Rows)
{
    /// <summary>Names of the fields of all rows, each once, in the order of their first appearance.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. Rows.SelectMany(row => row.Columns).Distinct()];

    /// <summary>Whether the rows are JSON objects rather than records of a table.</summary>
    public bool IsJson => Rows[0].IsJson;

    /// <summary>Whether all these fields occur, each in some row.</summary>
    public bool Has(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            if (!Columns.Contains(column)) return false;
        return true;
    }
}
