using System.IO.Compression;

namespace Prefdissect.Importing.Files;

/// <summary>
/// A gzip stream with one more member after its end. A reader of gzip says nothing when its input breaks off; but the contents of the added member come out last
/// only where everything before it was whole.
/// </summary>
internal sealed class SealedStream(PeekedStream packed) : ReadOnlyStream(packed)
{
    private readonly MemoryStream seal = new(Packed());

    /// <summary>What comes out last of a whole stream.</summary>
    public static ReadOnlySpan<byte> Seal => "end of whole gzip"u8;

    public override int Read(Span<byte> buffer) => packed.Read(buffer) is > 0 and var count ? count : seal.Read(buffer);

    private static byte[] Packed()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Seal);
        return bytes.ToArray();
    }
}
