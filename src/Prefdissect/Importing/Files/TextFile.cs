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
        if (source.Peek(2).SequenceEqual((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            var unpacked = new PeekedStream(new UnpackedStream(source, path, limits));
            RefuseOtherFiles(path, unpacked);
            return unpacked;
        }
        RefuseOtherFiles(path, source);
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && source.Peek(1).Length > 0)
            throw new ImportException(new(path), "a name that ends with .gz and content that is not gzip", "gzip data",
                "If the file is plain text, rename it; otherwise fetch it again.");
        return source;
    }

    private static void RefuseOtherFiles(string path, PeekedStream content)
    {
        if (BinaryFiles.Known(content.Peek(BinaryFiles.BytesNeeded), path) is { } other) throw new ImportException(new(path), other.Found, "text, plain or gzip", other.Hint);
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
