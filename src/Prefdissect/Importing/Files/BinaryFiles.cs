namespace Prefdissect.Importing.Files;

/// <summary>Files that are no text, told by the bytes that they begin with, and what to do with each.</summary>
internal static class BinaryFiles
{
    /// <summary>Bytes that are looked at.</summary>
    public const int BytesNeeded = 264;

    private const int TarNameAt = 257;

    private static readonly (byte[] Begin, string Found, string Hint)[] Kinds =
    [
        ([.. "PAR1"u8], "a Parquet file", "Export it as JSONL first (in Python: pandas.read_parquet(file).to_json(out, orient=\"records\", lines=True))."),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive", "Unpack it first (unzstd)."),
        ([0xFD, .. "7zXZ"u8], "an xz archive", "Unpack it first (unxz)."),
        ([.. "7z"u8, 0xBC, 0xAF], "a 7z archive", "Unpack it first and import the file inside."),
        ([.. "Rar!"u8], "a RAR archive", "Unpack it first and import the file inside."),
        ([.. "BZh"u8], "a bzip2 archive", "Unpack it first (bunzip2)."),
        ([.. "SQLite format 3"u8], "an SQLite database", "A study is given with -s; import takes files of votes."),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document", "Save its table as CSV and import that."),
        ([.. "ARROW1"u8], "an Arrow file", "Export it as CSV or JSONL first."),
        ([0x93, .. "NUMPY"u8], "a NumPy file", "Export it as CSV first."),
        ([.. "%PDF"u8], "a PDF document", NoVotes),
        ([0x89, .. "PNG"u8], "a PNG picture", NoVotes),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture", NoVotes),
        ([.. "GIF8"u8], "a GIF picture", NoVotes),
        ([0x7F, .. "ELF"u8], "a program", NoVotes),
    ];

    private const string NoVotes = "It holds no votes; give the file that does.";

    /// <summary>What a file is that begins so, with what to do; <see langword="null"/> where it may be text.</summary>
    public static (string Found, string Hint)? Known(ReadOnlySpan<byte> begin, string path)
    {
        if (begin.StartsWith("PK\u0003\u0004"u8))
        {
            return path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ods", StringComparison.OrdinalIgnoreCase)
                ? ("a spreadsheet", "Save its table as CSV and import that.")
                : ("a zip archive", "Unpack it first and import the file inside.");
        }
        if (begin.Length > TarNameAt && begin[TarNameAt..].StartsWith("ustar"u8)) return ("a tar archive", "Unpack it first (tar -xf) and import the files inside.");
        foreach (var (bytes, found, hint) in Kinds)
        {
            if (begin.StartsWith(bytes)) return (found, hint);
        }
        return null;
    }
}
