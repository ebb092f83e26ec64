using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Prefdissect.Importing.Files;

/// <summary>A read-only stream that lets nothing but well-formed UTF-8 without NUL characters through, and knows the line it is on.</summary>
internal sealed class Utf8Stream(Stream source, string path) : ReadOnlyStream(source)
{
    private readonly byte[] unfinished = new byte[4];
    private int unfinishedLength;
    private long line = 1;

    /// <summary>Reads bytes and checks them.</summary>
    /// <exception cref="ImportException">They are no text in UTF-8.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = Source.Read(buffer);
        if (count > 0) Check(buffer[..count]);
        else if (unfinishedLength > 0 && buffer.Length > 0) throw Invalid(unfinished[0], "the file ends inside a character");
        return count;
    }

    private void Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)0) is >= 0 and var zero && Utf8.IsValid(Whole(bytes[..zero]))) throw NulByte(bytes[..zero]);
        var rest = Finished(bytes);
        var tail = UnfinishedTail(rest);
        var body = rest[..^tail];
        if (!Utf8.IsValid(body)) throw Located(body);
        rest[^tail..].CopyTo(unfinished.AsSpan(unfinishedLength));
        unfinishedLength += tail;
        line += bytes.Count((byte)'\n');
    }

    // What is left after the character that began in the chunk before.
    private ReadOnlySpan<byte> Finished(ReadOnlySpan<byte> bytes)
    {
        if (unfinishedLength == 0) return bytes;
        var before = unfinishedLength;
        var added = Math.Min(bytes.Length, unfinished.Length - before);
        bytes[..added].CopyTo(unfinished.AsSpan(before));
        var status = Rune.DecodeFromUtf8(unfinished.AsSpan(0, before + added), out _, out var length);
        if (status == OperationStatus.NeedMoreData)
        {
            unfinishedLength = before + added;
            return [];
        }
        if (status != OperationStatus.Done) throw Invalid(unfinished[0], "it begins no character");
        unfinishedLength = 0;
        return bytes[(length - before)..];
    }

    private static int UnfinishedTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
            if (Rune.DecodeFromUtf8(bytes[^back..], out _, out _) == OperationStatus.NeedMoreData) return back;
        return 0;
    }

    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> bytes) => bytes[..^UnfinishedTail(bytes)];

    private ImportException NulByte(ReadOnlySpan<byte> before) => new(
        new(path, line + before.Count((byte)'\n')),
        "a NUL byte",
        "text in UTF-8",
        "The file is damaged, binary, or UTF-16: save it as UTF-8 (iconv -f UTF-16 -t UTF-8).");

    private ImportException Located(ReadOnlySpan<byte> body)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(body[at..], out _, out var length) == OperationStatus.Done) at += length;
        line += body[..at].Count((byte)'\n');
        return Invalid(body[at], "it begins no character");
    }

    private ImportException Invalid(byte value, string why) => new(
        new(path, line),
        $"the byte 0x{value:X2} where {why}",
        "text in UTF-8",
        "Save the file as UTF-8 (for example iconv -f WINDOWS-1252 -t UTF-8), or fetch it again if it is damaged.");
}
