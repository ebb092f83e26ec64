using System.IO.Compression;

namespace Prefdissect.Importing.Files;

/// <summary>What a gzip file unpacks to, until it is damaged, breaks off or grows beyond its limits.</summary>
internal sealed class UnpackedStream : ReadOnlyStream
{
    private readonly GZipStream unpacking;
    private readonly PeekedStream packed;
    private readonly string path;
    private readonly ImportLimits limits;
    private readonly byte[] held = new byte[64 * 1024];
    private int start;
    private int end;
    private long unpacked;

    public UnpackedStream(PeekedStream packed, string path, ImportLimits limits)
        : this(packed, new GZipStream(new SealedStream(packed), CompressionMode.Decompress), path, limits) { }

    private UnpackedStream(PeekedStream packed, GZipStream unpacking, string path, ImportLimits limits)
        : base(unpacking) => (this.packed, this.unpacking, this.path, this.limits) = (packed, unpacking, path, limits);

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
