using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Prefdissect.Pairs;

/// <summary>A SHA-256 of content, ordered as its bytes are. It is what a query, a response and a pair are found by.</summary>
/// <param name="High">Bytes 0–15, big-endian.</param>
/// <param name="Low">Bytes 16–31, big-endian.</param>
public readonly record struct ContentHash(UInt128 High, UInt128 Low) : IComparable<ContentHash>
{
    /// <summary>Length of a hash in bytes.</summary>
    public const int Size = 32;

    /// <summary>The hash of a kind of thing and its parts; parts cannot run into each other, and a query never equals a response.</summary>
    public static ContentHash Of(string kind, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, kind);
        foreach (var part in parts) Append(hash, part);
        return Finished(hash);
    }

    /// <summary>As <see cref="Of"/>, for parts too many to have at once.</summary>
    /// <inheritdoc cref="Of"/>
    public static ContentHash OfMany(string kind, IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, kind);
        foreach (var part in parts) Append(hash, part);
        return Finished(hash);
    }

    /// <summary>The hash held by 32 bytes.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is not 32 bytes long.</exception>
    public static ContentHash FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size) throw new ArgumentException($"A content hash has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        return new ContentHash(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));
    }

    /// <summary>The 32 bytes of the hash.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), Low);
        return bytes;
    }

    /// <inheritdoc/>
    public int CompareTo(ContentHash other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToBytes());

    private static void Append(IncrementalHash hash, string part)
    {
        const int LengthSize = sizeof(int);
        var size = LengthSize + Encoding.UTF8.GetByteCount(part);
        // Of a short part the length and the text go in at once: a call costs as much as they do.
        Span<byte> bytes = size <= 256 ? stackalloc byte[size] : new byte[size];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, size - LengthSize);
        Encoding.UTF8.GetBytes(part, bytes[LengthSize..]);
        hash.AppendData(bytes);
    }

    private static ContentHash Finished(IncrementalHash hash)
    {
        Span<byte> bytes = stackalloc byte[Size];
        hash.GetHashAndReset(bytes);
        return FromBytes(bytes);
    }
}
