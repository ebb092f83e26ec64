namespace Prefdissect.Importing.Files;

/// <summary>A file opened as text: unpacked where it is gzip, checked to be UTF-8, without its byte-order mark.</summary>
internal sealed class TextFile : IDisposable
{
    /// <summary>Bytes that are looked at to tell how rows are stored.</summary>
    public const int SniffedBytes = 64 * 1024;

    private readonly PeekedStream source;

    private TextFile(string path, long? length, PeekedStream source, PeekedStream content) =>
        (Path, Length, this.source, Content) = (path, length, source, content);

    /// <summary>Path of the file, as it was given.</summary>
    public string Path { get; }

    /// <summary>Size on the disk; <see langword="null"/> for a pipe.</summary>
    public long? Length { get; }

    /// <summary>Bytes read from the disk so far.</summary>
    public long BytesRead => source.BytesRead;

    /// <summary>The text's bytes.</summary>
    public PeekedStream Content { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="ImportException">It cannot be opened, or is in a format or an encoding that is not read.</exception>
    public static TextFile Open(string path, ImportLimits limits)
    {
        var file = OpenFile(path);
        try
        {
            var source = new PeekedStream(file);
            long? length = file.CanSeek ? file.Length : null;
            var plain = Unpacked(path, source, limits);
            RefuseOtherEncodings(path, plain.Peek(4));
            if (plain.Peek(3).SequenceEqual("\uFEFF"u8)) plain.Skip(3);
            return new TextFile(path, length, source, new PeekedStream(new Utf8Stream(plain, path)));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        source.Dispose();
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { BufferSize = 256 * 1024, Options = FileOptions.SequentialScan });
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImportException(new(path), "no such file", "a file of votes", "Check the path.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var found = Directory.Exists(path) ? "a folder" : $"a file that cannot be opened ({Shown.Plain(problem.Message)})";
            throw new ImportException(new(path), found, "a file of votes that may be read", "Give the files themselves, and check their permissions.", problem);
        }
    }

    private static PeekedStream Unpacked(string path, PeekedStream source, ImportLimits limits)
    {
        var magic = source.Peek(6);
        if (magic.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return new PeekedStream(new UnpackedStream(source, path, limits));
        if (OtherFile(magic) is { } other) throw new ImportException(new(path), other.Found, "text, plain or gzip", other.Hint);
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && magic.Length > 0)
            throw new ImportException(new(path), "a name that ends with .gz and content that is not gzip", "gzip data",
                "If the file is plain text, rename it; otherwise fetch it again.");
        return source;
    }

    private static (string Found, string Hint)? OtherFile(ReadOnlySpan<byte> magic)
    {
        if (magic.StartsWith("PK\u0003\u0004"u8)) return ("a zip archive", "Unpack it first and import the file inside.");
        if (magic.StartsWith("PAR1"u8)) return ("a Parquet file", "Export it as JSONL first (in Python: pandas.read_parquet(file).to_json(out, orient=\"records\", lines=True)).");
        if (magic.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD])) return ("a zstd archive", "Unpack it first (unzstd).");
        if (magic.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'])) return ("an xz archive", "Unpack it first (unxz).");
        if (magic.StartsWith("BZh"u8)) return ("a bzip2 archive", "Unpack it first (bunzip2).");
        if (magic.StartsWith("SQLite"u8)) return ("an SQLite database", "A study is given with -s; import takes files of votes.");
        return null;
    }

    private static void RefuseOtherEncodings(string path, ReadOnlySpan<byte> start)
    {
        var encoding = start switch
        {
            [0xFF, 0xFE, 0, 0] or [0, 0, 0xFE, 0xFF] => "UTF-32",
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
            _ => null,
        };
        if (encoding is not null)
            throw new ImportException(new(path, 1), $"text in {encoding}", "text in UTF-8", $"Save the file as UTF-8 (iconv -f {encoding} -t UTF-8).");
    }
}
