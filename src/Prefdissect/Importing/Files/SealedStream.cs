using System.IO.Compression;

namespace Prefdissect.Importing.Files;

/// <summary>
/// A gzip stream with one more member after its end. A reader of gzip says nothing when its input breaks off; but the contents of the added member come out last
/// only where everything before it was whole.
/// </summary>
internal sealed class SealedStream(PeekedStream packed) : Stream
{
    private readonly MemoryStream seal = new(Packed());

    /// <summary>What comes out last of a whole stream.</summary>
    public static ReadOnlySpan<byte> Seal => "end of whole gzip"u8;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer) => packed.Read(buffer) is > 0 and var count ? count : seal.Read(buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) packed.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Packed()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Seal);
        return bytes.ToArray();
    }
}
