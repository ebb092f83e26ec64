using System.Runtime.InteropServices;

namespace Prefdissect.Bayes.Densities;

/// <summary>Memory that starts on a cache line and does not move: a vector load that straddles two lines costs two.</summary>
internal sealed class AlignedBuffer<T>
    where T : unmanaged
{
    private const int LineBytes = 64;

    private readonly T[] memory;
    private readonly int start;
    private readonly int length;

    public AlignedBuffer(int length)
    {
        var size = Marshal.SizeOf<T>();
        memory = GC.AllocateArray<T>(checked(length + LineBytes / size), pinned: true);
        var past = (int)((long)Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0) % LineBytes);
        start = (LineBytes - past) % LineBytes / size;
        this.length = length;
    }

    public Span<T> Span => memory.AsSpan(start, length);
}
