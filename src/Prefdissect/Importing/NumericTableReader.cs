using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Prefdissect.Bayes.Densities;
using Prefdissect.Importing.Files;

namespace Prefdissect.Importing;

/// <summary>Reads a CSV table with a column <c>y</c> of 0 and 1; every other column must be numeric. Plain or packed with gzip.</summary>
public static class NumericTableReader
{
    /// <summary>Name of the column of outcomes.</summary>
    public const string Outcome = "y";

    // Far more than a number or the name of a column takes.
    private const int LongestCell = 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ImportException">The file is missing or not such a table; line and column are named.</exception>
    public static NumericTable Read(string path)
    {
        if (!File.Exists(path)) throw Problem(path, null, null, "no such file", "a CSV file", "Check the path.");
        using var text = TextFile.Open(path, ImportLimits.Default);
        using var reader = new StreamReader(text.Content, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectColumnCountChanges = false,
            BadDataFound = null,
            MaxFieldSize = LongestCell,
        });
        try
        {
            return Read(path, csv);
        }
        catch (MaxFieldSizeException error)
        {
            throw Problem(path, csv.Parser.RawRow, null, $"a cell longer than {LongestCell} characters", "numbers", "A quotation mark was probably never closed.", error);
        }
    }

    private static NumericTable Read(string path, CsvReader csv)
    {
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { } header) throw Problem(path, 1, null, "an empty file", "a header with a column y", "Add a header line such as y,x1,x2.");
        var outcome = Array.IndexOf(header, Outcome);
        if (outcome < 0) throw Problem(path, 1, null, $"the columns {Shown.List(header)}", "a column y with 0 and 1", "Name the column of outcomes y.");
        if (header.Length < 2) throw Problem(path, 1, null, "only a column y", "numeric columns beside it", "Add at least one feature column.");
        var (values, outcomes) = (new List<double>(), new List<double>());
        while (csv.Read())
        {
            var line = csv.Parser.RawRow;
            if (csv.Parser.Count != header.Length) throw Problem(path, line, null, $"{csv.Parser.Count} cells", $"{header.Length}, as in the header", "Mend the line.");
            for (var column = 0; column < header.Length; column++)
            {
                var value = Number(path, line, header[column], csv.Parser[column]);
                if (column != outcome) values.Add(value);
                else outcomes.Add(value is 0 or 1 ? value : throw Problem(path, line, Outcome, Shown.Quoted(csv.Parser[column]), "0 or 1", "Code the preferred side as 1 and the other as 0."));
            }
        }
        if (outcomes.Count == 0) throw Problem(path, null, null, "a header without rows", "at least one row", "Add rows.");
        return new NumericTable(
            [.. header.Where((_, column) => column != outcome)],
            DesignMatrix.FromRowMajor(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values), outcomes.Count, header.Length - 1),
            outcomes);
    }

    private static double Number(string path, long line, string column, string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Problem(path, line, column, Shown.Quoted(cell), "a finite number", "Leave out columns that are not numeric, and rows with missing values.");

    private static ImportException Problem(string path, long? line, string? field, string found, string expected, string hint, Exception? inner = null) =>
        new(new FilePlace(path, line, field), found, expected, hint, inner);
}
