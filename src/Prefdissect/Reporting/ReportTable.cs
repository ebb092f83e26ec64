namespace Prefdissect.Reporting;

/// <summary>A table for a person: drawn on a terminal, written as CSV, or put into a page.</summary>
/// <param name="Columns">Headings, left to right.</param>
/// <param name="Rows">Cells as text, as many a row as there are columns.</param>
public sealed record ReportTable(IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What the table shows, in a few words.</summary>
    public string? Title { get; init; }
}
