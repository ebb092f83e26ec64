using Prefdissect.Importing.Files;

namespace Prefdissect.Importing;

/// <summary>A column of a file with a few of its values, for a person who is to say what it is.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Values">Different values of the first rows, in their order; shortened, on one line.</param>
public sealed record FileColumn(string Name, IReadOnlyList<string> Values)
{
    private const int RowsRead = 50;
    private const int ValuesShown = 3;
    private const int LongestValue = 40;

    /// <summary>The columns of a file, in its order.</summary>
    /// <exception cref="ImportException">The file cannot be opened, is no text, or is empty.</exception>
    public static IReadOnlyList<FileColumn> Of(string path, ImportLimits limits)
    {
        using var text = TextFile.Open(path, limits);
        var rows = new List<SourceRow>();
        var (read, characters) = (0, 0L);
        foreach (var scanned in RowScanner.Scan(text, limits))
        {
            if (scanned.Row is { } row) rows.Add(row);
            characters += scanned.Row?.RawText.Length ?? scanned.Refused!.RawText.Length;
            // A row may be very long: as when a format is recognised, few of that kind are held.
            if (++read == RowsRead || characters >= limits.SampleCharacters) break;
        }
        return [.. rows.SelectMany(row => row.Columns).Distinct().Select(column => new FileColumn(column, [.. rows.Select(row => Short(row[column])).OfType<string>().Distinct().Take(ValuesShown)]))];
    }

    private static string? Short(Cell cell)
    {
        if (cell.IsAbsent) return null;
        var whole = cell.TryGetText(out var text) ? text : cell.Description;
        var value = Shown.Plain(whole.Length <= 2 * LongestValue ? whole : whole[..(2 * LongestValue)]);
        return value.Length <= LongestValue ? value : value[..(LongestValue - (char.IsHighSurrogate(value[LongestValue - 1]) ? 1 : 0))] + "…";
    }
}
