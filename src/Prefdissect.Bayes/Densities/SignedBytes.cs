using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Prefdissect.Bayes.Densities;

/// <summary>Small whole numbers kept in bytes, turned back into doubles.</summary>
internal static class SignedBytes
{
    /// <summary>Writes each byte as a double; the target is at least as long as the source.</summary>
    public static void Widen(ReadOnlySpan<sbyte> source, Span<double> target)
    {
        target = target[..source.Length];
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            ref readonly var from = ref MemoryMarshal.GetReference(source);
            ref var to = ref MemoryMarshal.GetReference(target);
            for (; done <= source.Length - Vector128<sbyte>.Count; done += Vector128<sbyte>.Count)
            {
                var bytes = Vector128.LoadUnsafe(in from, (nuint)done);
                var ints = Vector512.WidenLower(Vector256.WidenLower(bytes.ToVector256Unsafe()).ToVector512Unsafe());
                var (low, high) = Vector512.Widen(ints);
                Vector512.ConvertToDouble(low).StoreUnsafe(ref to, (nuint)done);
                Vector512.ConvertToDouble(high).StoreUnsafe(ref to, (nuint)(done + Vector512<double>.Count));
            }
        }
        for (; done < source.Length; done++)
            target[done] = source[done];
    }

    /// <inheritdoc cref="Widen(ReadOnlySpan{sbyte}, Span{double})"/>
    public static void Widen(ReadOnlySpan<sbyte> source, Span<float> target)
    {
        target = target[..source.Length];
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            ref readonly var from = ref MemoryMarshal.GetReference(source);
            ref var to = ref MemoryMarshal.GetReference(target);
            for (; done <= source.Length - Vector128<sbyte>.Count; done += Vector128<sbyte>.Count)
            {
                var bytes = Vector128.LoadUnsafe(in from, (nuint)done);
                var ints = Vector512.WidenLower(Vector256.WidenLower(bytes.ToVector256Unsafe()).ToVector512Unsafe());
                Vector512.ConvertToSingle(ints).StoreUnsafe(ref to, (nuint)done);
            }
        }
        for (; done < source.Length; done++)
            target[done] = source[done];
    }
}
