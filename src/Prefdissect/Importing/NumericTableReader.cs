using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Importing;

/// <summary>Reads a CSV table with a column <c>y</c> of 0 and 1; every other column must be numeric. Plain or packed with gzip.</summary>
public static class NumericTableReader
{
    /// <summary>Name of the column of outcomes.</summary>
    public const string Outcome = "y";

    /// <summary>Reads a file.</summary>
    /// <exception cref="ImportException">The file is missing or not such a table; line and column are named.</exception>
    public static NumericTable Read(string path)
    {
        if (!File.Exists(path)) throw Problem(path, null, null, "there is no such file", "a CSV file", "Check the path.");
        try
        {
            using var reader = new StreamReader(Unpacked(path), new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { DetectColumnCountChanges = false, BadDataFound = null });
            return Read(path, csv);
        }
        catch (Exception error) when (error is DecoderFallbackException or InvalidDataException)
        {
            throw Problem(path, null, null, "bytes that are no UTF-8 text", "a CSV file in UTF-8, plain or packed with gzip", "Save the table as UTF-8 CSV.", error);
        }
    }

    private static Stream Unpacked(string path)
    {
        var file = File.OpenRead(path);
        var packed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return packed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static NumericTable Read(string path, CsvReader csv)
    {
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { } header) throw Problem(path, 1, null, "an empty file", "a header with a column y", "Add a header line such as y,x1,x2.");
        var outcome = Array.IndexOf(header, Outcome);
        if (outcome < 0) throw Problem(path, 1, null, $"the columns {string.Join(", ", header.Take(12))}", "a column y with 0 and 1", "Name the column of outcomes y.");
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
                else outcomes.Add(value is 0 or 1 ? value : throw Problem(path, line, Outcome, $"'{csv.Parser[column]}'", "0 or 1", "Code the preferred side as 1 and the other as 0."));
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
            : throw Problem(path, line, column, $"'{cell}'", "a finite number", "Leave out columns that are not numeric, and rows with missing values.");

    private static ImportException Problem(string path, long? line, string? field, string found, string expected, string hint, Exception? inner = null) =>
        new(new FilePlace(path, line, field), found, expected, hint, inner);
}
