using System.Globalization;

namespace Prefdissect.Reporting;

/// <summary>The data behind a figure: shown as a table beside it, exported whole and unrounded.</summary>
/// <param name="Columns">Left to right.</param>
/// <param name="Rows">A row's cells: a text, a number (<see cref="double"/>, <see cref="int"/>, <see cref="long"/>), a truth, or <see langword="null"/> where there is no value.</param>
public sealed record FigureData(IReadOnlyList<FigureColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>A cell as a person reads it.</summary>
    public static string Shown(FigureColumn column, object? cell) => cell switch
    {
        null => "–",
        bool truth => truth ? "yes" : "no",
        double number when column.Format is { } format => format.Full(number),
        int or long => Rounded.Count(Convert.ToInt64(cell, CultureInfo.InvariantCulture)),
        _ => PlainText.OneLine(Convert.ToString(cell, CultureInfo.InvariantCulture)!),
    };

    /// <summary>As CSV: numbers unrounded, no value as an empty field.</summary>
    public string ToCsv()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        CsvTable.Write(text, new ReportTable(
            [.. Columns.Select(column => new ReportColumn(column.Name, column.Format is null ? ColumnAlignment.Text : ColumnAlignment.Number))],
            [.. Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(Text)])]));
        return text.ToString();
    }

    private static string Text(object? cell) => cell is bool truth ? (truth ? "true" : "false") : Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
}
