using System.IO.Compression;

namespace Prefdissect.Importing.Files;

/// <summary>What a gzip file unpacks to, until it is damaged, breaks off or grows beyond its limits.</summary>
internal sealed class UnpackedStream(PeekedStream packed, string path, ImportLimits limits) : Stream
{
    private readonly GZipStream unpacking = new(new SealedStream(packed), CompressionMode.Decompress);
    private readonly byte[] held = new byte[64 * 1024];
    private int start;
    private int end;
    private long unpacked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    private static int SealLength => SealedStream.Seal.Length;

    /// <summary>Reads unpacked bytes.</summary>
    /// <exception cref="ImportException">The file is damaged, ends too early, or unpacks to more than is allowed.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (end - start <= SealLength)
        {
            if (TryUnpack()) continue;
            return held.AsSpan(start, end - start).SequenceEqual(SealedStream.Seal) ? 0 : throw Damaged(null);
        }
        var count = Math.Min(buffer.Length, end - start - SealLength);
        held.AsSpan(start, count).CopyTo(buffer);
        start += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacking.Dispose();
        base.Dispose(disposing);
    }

    private bool TryUnpack()
    {
        held.AsSpan(start, end - start).CopyTo(held);
        (start, end) = (0, end - start);
        try
        {
            var count = unpacking.Read(held.AsSpan(end));
            end += count;
            unpacked += count;
            CheckSize();
            return count > 0;
        }
        catch (InvalidDataException problem)
        {
            throw Damaged(problem);
        }
    }

    private void CheckSize()
    {
        if (unpacked > limits.LargestUnpacked)
            throw TooLarge($"a gzip file that unpacks to more than {Mebibytes(limits.LargestUnpacked)} MiB",
                $"at most {Mebibytes(limits.LargestUnpacked)} MiB");
        if (unpacked > limits.RatioFreeBytes && unpacked > limits.LargestRatio * packed.BytesRead)
            throw TooLarge(FormattableString.Invariant($"a gzip file that unpacks to more than {limits.LargestRatio:0.##} times its size (a gzip bomb)"),
                "text that packs as votes do");
    }

    private ImportException Damaged(Exception? problem) =>
        new(new(path), "gzip data that is damaged, breaks off, or has other data behind it", "a whole gzip file", "Fetch the file again; gzip -t checks it.",
            problem);

    private ImportException TooLarge(string found, string expected) =>
        new(new(path), found, expected, "If the file is sound, unpack it first (gunzip) and import the plain file.");

    private static long Mebibytes(long bytes) => bytes / (1024 * 1024);
}
