using System.Globalization;
using CsvHelper;

namespace Prefdissect.Reporting;

/// <summary>A table as CSV with a header, invariant numbers and LF line ends.</summary>
public static class CsvTable
{
    /// <summary>Writes <paramref name="table"/> to <paramref name="output"/>.</summary>
    public static void Write(TextWriter output, ReportTable table)
    {
        using var csv = new CsvWriter(output, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        foreach (var column in table.Columns) csv.WriteField(column.Heading);
        csv.NextRecord();
        foreach (var row in table.Rows)
        {
            foreach (var cell in row) csv.WriteField(cell);
            csv.NextRecord();
        }
    }
}
