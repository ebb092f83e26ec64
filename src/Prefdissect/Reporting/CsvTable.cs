using System.Globalization;
using CsvHelper;

namespace Prefdissect.Reporting;

/// <summary>
/// A table as CSV with a header, invariant numbers and LF line ends. A text that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a
/// carriage return) gets an apostrophe before it; numbers stay as they are.
/// </summary>
public static class CsvTable
{
    /// <summary>Writes <paramref name="table"/> to <paramref name="output"/>.</summary>
    public static void Write(TextWriter output, ReportTable table)
    {
        using var csv = new CsvWriter(output, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        foreach (var column in table.Columns) csv.WriteField(Inert(column.Heading));
        csv.NextRecord();
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < row.Count; i++) csv.WriteField(table.Columns[i].Alignment == ColumnAlignment.Number ? row[i] : Inert(row[i]));
            csv.NextRecord();
        }
    }

    private static string Inert(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
}
