namespace Prefdissect.Importing.Files;

/// <summary>Bytes of a stream that are not used yet: filled from the stream, used from the front, as long as the longest row and no longer.</summary>
internal sealed class GrowingBuffer(Stream source, int longest)
{
    private byte[] bytes = new byte[Math.Min(longest, 128 * 1024)];
    private int start;
    private int end;

    /// <summary>Whether the stream has ended: what is unused now is all there is.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>The bytes that are not used yet.</summary>
    public ReadOnlySpan<byte> Unused => bytes.AsSpan(start, end - start);

    /// <summary>The bytes that are not used yet, valid until the next call of <see cref="TryFill"/>.</summary>
    public ReadOnlyMemory<byte> UnusedMemory => bytes.AsMemory(start, end - start);

    /// <summary>Uses bytes from the front.</summary>
    public void Use(int count) => start += count;

    /// <summary>Reads more. False where the unused bytes have reached the longest row.</summary>
    public bool TryFill()
    {
        if (end == bytes.Length && !TryMakeRoom()) return false;
        var read = source.Read(bytes.AsSpan(end));
        IsFinal = read == 0;
        end += read;
        return true;
    }

    private bool TryMakeRoom()
    {
        var used = end - start;
        if (start == 0 && bytes.Length >= longest) return false;
        var target = used > bytes.Length / 2 ? new byte[(int)Math.Min(longest, 2L * bytes.Length)] : bytes;
        bytes.AsSpan(start, used).CopyTo(target);
        (bytes, start, end) = (target, 0, used);
        return true;
    }
}
