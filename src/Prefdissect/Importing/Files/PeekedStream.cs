namespace Prefdissect.Importing.Files;

/// <summary>
/// A read-only stream whose beginning can be looked at before it is read, also where the source cannot seek. It counts what is read from the
/// source.
/// </summary>
internal sealed class PeekedStream(Stream source) : ReadOnlyStream(source)
{
    private byte[] ahead = [];
    private int next;

    /// <summary>Bytes taken from the source so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The next bytes, without taking them: as many as asked for, fewer only where the source ends.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (ahead.Length - next < count)
        {
            var longer = new byte[count];
            ahead.AsSpan(next).CopyTo(longer);
            var filled = ahead.Length - next;
            var more = Source.ReadAtLeast(longer.AsSpan(filled), count - filled, throwOnEndOfStream: false);
            BytesRead += more;
            (ahead, next) = (longer[..(filled + more)], 0);
        }
        return ahead.AsSpan(next, Math.Min(count, ahead.Length - next));
    }

    /// <summary>Takes bytes that were looked at.</summary>
    public void Skip(int count) => next += count;

    public override int Read(Span<byte> buffer)
    {
        if (next < ahead.Length)
        {
            var count = Math.Min(buffer.Length, ahead.Length - next);
            ahead.AsSpan(next, count).CopyTo(buffer);
            next += count;
            return count;
        }
        var read = Source.Read(buffer);
        BytesRead += read;
        return read;
    }
}
