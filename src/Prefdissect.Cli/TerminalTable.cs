using Prefdissect.Reporting;
using Spectre.Console;

namespace Prefdissect.Cli;

/// <summary>Draws a table on the terminal. Cells are texts from data and never read as markup.</summary>
internal static class TerminalTable
{
    public static void Draw(IAnsiConsole console, ReportTable table)
    {
        var drawn = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        if (table.Title is not null) console.WriteLine(table.Title);
        foreach (var column in table.Columns)
        {
            var header = new TableColumn(new Text(column.Heading)) { Alignment = column.Alignment == ColumnAlignment.Number ? Justify.Right : Justify.Left };
            drawn.AddColumn(header);
        }
        foreach (var row in table.Rows) drawn.AddRow(row.Select(cell => new Text(cell)));
        console.Write(drawn);
    }
}
