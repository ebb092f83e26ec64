namespace Prefdissect.Importing.Files;

/// <summary>Tells by a text's first character how its rows are stored, and reads them.</summary>
internal static class RowScanner
{
    /// <summary>The rows of a text, as a stream.</summary>
    /// <exception cref="ImportException">The text as a whole cannot be read.</exception>
    public static IEnumerable<ScannedRow> Scan(TextFile text, ImportLimits limits)
    {
        var start = text.Content.Peek(TextFile.SniffedBytes);
        var blank = start.IndexOfAnyExcept(" \t\r\n"u8);
        if (blank < 0)
        {
            throw start.Length < TextFile.SniffedBytes
                ? new ImportException(new(text.Path), start.Length == 0 ? "an empty file" : "nothing but white space", "votes",
                    "Check that this is the file you meant, and that writing it was finished.")
                : new ImportException(new(text.Path), $"more than {TextFile.SniffedBytes} bytes of white space at the start", "votes",
                    "Check that this is the file you meant.");
        }
        return start[blank] switch
        {
            (byte)'[' => new JsonArrayRows(text, limits).Read(),
            (byte)'{' => new JsonLineRows(text, limits).Read(),
            _ => new TableRows(text, limits).Read(),
        };
    }
}
