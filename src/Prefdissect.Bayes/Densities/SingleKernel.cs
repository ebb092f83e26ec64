using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Prefdissect.Bayes.Densities;

/// <summary>
/// Log likelihood and gradient of a logistic regression at several points at once, in single precision with sums over many rows in double.
/// Rows stand in the lanes; points share the loads of the rows, two by two. What comes out for a point does not depend on the others, to the bit.
/// A step of a sampler may use it: its result is a function of the position alone, within about 10⁻⁷ a row of the exact one.
/// Its loops are compiled with full optimisation at once: met unoptimised first, they would take most of the time of the first posterior of a process.
/// </summary>
internal static class SingleKernel
{
    private const int Height = RowTiles.Height, Lanes = 16, Vectors = Height / Lanes;

    /// <summary>Numbers of scratch memory that may stand on the stack.</summary>
    private const int MostOnStack = 1 << 13;

    /// <summary>Tiles whose factors 1 + e ≤ 2 are multiplied together: in a lane at most 2³², in all lanes 2⁵¹².</summary>
    private const int TilesPerLogarithm = 8;

    /// <summary>Tiles whose gradients are summed in single precision: at most 256 terms a lane.</summary>
    private const int TilesPerSum = 64;

    /// <summary>Evaluates points: positions and gradients are points × columns.</summary>
    [SkipLocalsInit]
    public static void Evaluate(SingleTiles tiles, ReadOnlySpan<double> positions, Span<double> gradients, Span<double> logLikelihoods)
    {
        var needed = positions.Length * (1 + Lanes) + logLikelihoods.Length * Height + (tiles.IsCompact ? tiles.Columns * Height : 0);
        if (needed <= MostOnStack)
        {
            Span<float> scratch = stackalloc float[needed + Lanes];
            Evaluate(tiles, positions, gradients, logLikelihoods, scratch[ToLineStart(scratch)..]);
            return;
        }
        var rented = ArrayPool<float>.Shared.Rent(needed);
        try
        {
            Evaluate(tiles, positions, gradients, logLikelihoods, rented.AsSpan(0, needed));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    /// <summary>Numbers to skip so that the rest begins on a cache line. Only of memory that does not move.</summary>
    private static int ToLineStart(Span<float> fixedMemory)
    {
        var address = Unsafe.ByteOffset(in Unsafe.NullRef<float>(), in MemoryMarshal.GetReference(fixedMemory));
        return (int)(-address & (Lanes * sizeof(float) - 1)) / sizeof(float);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Evaluate(SingleTiles tiles, ReadOnlySpan<double> positions, Span<double> gradients, Span<double> logLikelihoods, Span<float> scratch)
    {
        var count = logLikelihoods.Length;
        var columns = tiles.Columns;
        var rows = scratch[..(count * Height)];
        var sums = scratch.Slice(rows.Length, count * columns * Lanes);
        var weights = scratch.Slice(rows.Length + sums.Length, positions.Length);
        var expanded = scratch[(rows.Length + sums.Length + weights.Length)..];
        TensorPrimitives.ConvertTruncating(positions, weights);
        Span<Vector512<float>> products = stackalloc Vector512<float>[count];
        Span<Vector512<float>> linears = stackalloc Vector512<float>[count];
        gradients.Clear();
        logLikelihoods.Clear();
        products.Fill(Vector512<float>.One);
        linears.Clear();
        sums.Clear();
        for (var index = 0; index < tiles.Count; index++)
        {
            ref readonly var tile = ref MemoryMarshal.GetReference(tiles.Tile(index, expanded));
            for (var point = 0; point < count; point += Together(count - point))
                if (point + 3 < count)
                    PredictFour(in tile, weights.Slice(point * columns, 4 * columns), rows[(point * Height)..]);
                else if (point + 1 < count)
                    PredictTwo(in tile, weights.Slice(point * columns, 2 * columns), rows[(point * Height)..]);
                else
                    PredictOne(in tile, weights.Slice(point * columns, columns), rows[(point * Height)..]);
            for (var point = 0; point < count; point++)
                if (tiles.IsWeighted)
                    LinkWeighted(rows.Slice(point * Height, Height), tiles.Weights(index), ref linears[point]);
                else
                    Link(rows.Slice(point * Height, Height), ref linears[point], ref products[point]);
            for (var point = 0; point < count; point += Together(count - point))
                if (point + 3 < count)
                    AccumulateFour(in tile, rows[(point * Height)..], sums.Slice(point * columns * Lanes, 4 * columns * Lanes));
                else if (point + 1 < count)
                    AccumulateTwo(in tile, rows[(point * Height)..], sums.Slice(point * columns * Lanes, 2 * columns * Lanes));
                else
                    AccumulateOne(in tile, rows[(point * Height)..], sums.Slice(point * columns * Lanes, columns * Lanes));
            var isLast = index == tiles.Count - 1;
            if (isLast || index % TilesPerLogarithm == TilesPerLogarithm - 1)
                for (var point = 0; point < count; point++)
                    logLikelihoods[point] += TakeLogLikelihood(ref linears[point], ref products[point]);
            if (isLast || index % TilesPerSum == TilesPerSum - 1)
                TakeSums(sums, gradients);
        }
        // A padding row has x·w = 0, and so put a factor of exactly 2 into the product.
        if (!tiles.IsWeighted)
            foreach (ref var logLikelihood in logLikelihoods)
                logLikelihood += tiles.Padding * Math.Log(2);
    }

    /// <summary>Points that share the next loads of the rows, of so many that are left.</summary>
    private static int Together(int left) => left >= 4 ? 4 : left >= 2 ? 2 : 1;

    /// <summary>rows ← tile · weights, for four points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PredictFour(ref readonly float tile, ReadOnlySpan<float> weights, Span<float> rows)
    {
        var columns = weights.Length / 4;
        ref readonly var weight = ref MemoryMarshal.GetReference(weights);
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default, d0 = default, d1 = default, d2 = default, d3 = default;
        for (var column = 0; column < columns; column++)
        {
            var at = (nuint)(column * Height);
            var x0 = Vector512.LoadUnsafe(in tile, at);
            var x1 = Vector512.LoadUnsafe(in tile, at + Lanes);
            var x2 = Vector512.LoadUnsafe(in tile, at + 2 * Lanes);
            var x3 = Vector512.LoadUnsafe(in tile, at + 3 * Lanes);
            var w = Broadcast(in weight, column);
            a0 = Vector512.FusedMultiplyAdd(x0, w, a0);
            a1 = Vector512.FusedMultiplyAdd(x1, w, a1);
            a2 = Vector512.FusedMultiplyAdd(x2, w, a2);
            a3 = Vector512.FusedMultiplyAdd(x3, w, a3);
            w = Broadcast(in weight, columns + column);
            b0 = Vector512.FusedMultiplyAdd(x0, w, b0);
            b1 = Vector512.FusedMultiplyAdd(x1, w, b1);
            b2 = Vector512.FusedMultiplyAdd(x2, w, b2);
            b3 = Vector512.FusedMultiplyAdd(x3, w, b3);
            w = Broadcast(in weight, 2 * columns + column);
            c0 = Vector512.FusedMultiplyAdd(x0, w, c0);
            c1 = Vector512.FusedMultiplyAdd(x1, w, c1);
            c2 = Vector512.FusedMultiplyAdd(x2, w, c2);
            c3 = Vector512.FusedMultiplyAdd(x3, w, c3);
            w = Broadcast(in weight, 3 * columns + column);
            d0 = Vector512.FusedMultiplyAdd(x0, w, d0);
            d1 = Vector512.FusedMultiplyAdd(x1, w, d1);
            d2 = Vector512.FusedMultiplyAdd(x2, w, d2);
            d3 = Vector512.FusedMultiplyAdd(x3, w, d3);
        }
        Store(rows, 0, a0, a1, a2, a3);
        Store(rows, Height, b0, b1, b2, b3);
        Store(rows, 2 * Height, c0, c1, c2, c3);
        Store(rows, 3 * Height, d0, d1, d2, d3);
    }

    /// <summary>rows ← tile · weights, for two points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PredictTwo(ref readonly float tile, ReadOnlySpan<float> weights, Span<float> rows)
    {
        var columns = weights.Length / 2;
        ref readonly var weight = ref MemoryMarshal.GetReference(weights);
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        for (var column = 0; column < columns; column++)
        {
            var at = (nuint)(column * Height);
            var x0 = Vector512.LoadUnsafe(in tile, at);
            var x1 = Vector512.LoadUnsafe(in tile, at + Lanes);
            var x2 = Vector512.LoadUnsafe(in tile, at + 2 * Lanes);
            var x3 = Vector512.LoadUnsafe(in tile, at + 3 * Lanes);
            var a = Broadcast(in weight, column);
            var b = Broadcast(in weight, columns + column);
            a0 = Vector512.FusedMultiplyAdd(x0, a, a0);
            a1 = Vector512.FusedMultiplyAdd(x1, a, a1);
            a2 = Vector512.FusedMultiplyAdd(x2, a, a2);
            a3 = Vector512.FusedMultiplyAdd(x3, a, a3);
            b0 = Vector512.FusedMultiplyAdd(x0, b, b0);
            b1 = Vector512.FusedMultiplyAdd(x1, b, b1);
            b2 = Vector512.FusedMultiplyAdd(x2, b, b2);
            b3 = Vector512.FusedMultiplyAdd(x3, b, b3);
        }
        Store(rows, 0, a0, a1, a2, a3);
        Store(rows, Height, b0, b1, b2, b3);
    }

    /// <summary>rows ← tile · weights, for one point: the same sums in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PredictOne(ref readonly float tile, ReadOnlySpan<float> weights, Span<float> rows)
    {
        Vector512<float> z0 = default, z1 = default, z2 = default, z3 = default;
        for (var column = 0; column < weights.Length; column++)
        {
            var at = (nuint)(column * Height);
            var w = Vector512.Create(weights[column]);
            z0 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(in tile, at), w, z0);
            z1 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(in tile, at + Lanes), w, z1);
            z2 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(in tile, at + 2 * Lanes), w, z2);
            z3 = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(in tile, at + 3 * Lanes), w, z3);
        }
        Store(rows, 0, z0, z1, z2, z3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Broadcast(ref readonly float weights, int index) => Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in weights), index));

    private static void Store(Span<float> rows, int at, Vector512<float> z0, Vector512<float> z1, Vector512<float> z2, Vector512<float> z3)
    {
        ref var row = ref MemoryMarshal.GetReference(rows.Slice(at, Height));
        z0.StoreUnsafe(ref row);
        z1.StoreUnsafe(ref row, Lanes);
        z2.StoreUnsafe(ref row, 2 * Lanes);
        z3.StoreUnsafe(ref row, 3 * Lanes);
    }

    /// <summary>
    /// rows: x·w ← σ(−x·w). The log likelihood −log(1 + exp(−z)) is min(z, 0) − log(1 + exp(−|z|)): the first part is summed,
    /// of the second the factors are multiplied, so that one logarithm serves many rows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Link(Span<float> rows, ref Vector512<float> linear, ref Vector512<float> product)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        var one = Vector512<float>.One;
        var (sum, factors) = (linear, product);
        for (nuint at = 0; at < Height; at += Lanes)
        {
            var z = Vector512.LoadUnsafe(ref row, at);
            var e = SingleMath.ExpOfNegative(-Vector512.Abs(z));
            var factor = e + one;
            factors *= factor;
            sum += Vector512.MinNative(z, Vector512<float>.Zero);
            (Vector512.ConditionalSelect(Vector512.LessThan(z, Vector512<float>.Zero), one, e) / factor).StoreUnsafe(ref row, at);
        }
        (linear, product) = (sum, factors);
    }

    /// <summary>As <see cref="Link"/>, each row counted as often as its weight says; <paramref name="sum"/> takes the whole log likelihood.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LinkWeighted(Span<float> rows, ReadOnlySpan<float> counts, ref Vector512<float> sum)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref readonly var count = ref MemoryMarshal.GetReference(counts);
        var one = Vector512<float>.One;
        for (nuint at = 0; at < Height; at += Lanes)
        {
            var z = Vector512.LoadUnsafe(ref row, at);
            var times = Vector512.LoadUnsafe(in count, at);
            var e = SingleMath.ExpOfNegative(-Vector512.Abs(z));
            var logLikelihood = Vector512.MinNative(z, Vector512<float>.Zero) - SingleMath.LogOnePlus(e);
            sum = Vector512.FusedMultiplyAdd(times, logLikelihood, sum);
            var residual = Vector512.ConditionalSelect(Vector512.LessThan(z, Vector512<float>.Zero), one, e) / (e + one);
            (times * residual).StoreUnsafe(ref row, at);
        }
    }

    /// <summary>sums ← sums + tileᵀ · rows, lane by lane, for four points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AccumulateFour(ref readonly float tile, ReadOnlySpan<float> rows, Span<float> sums)
    {
        ref readonly var row = ref MemoryMarshal.GetReference(rows);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var perPoint = (nuint)(sums.Length / 4);
        Vector512<float> a0 = Vector512.LoadUnsafe(in row), a1 = Vector512.LoadUnsafe(in row, Lanes), a2 = Vector512.LoadUnsafe(in row, 2 * Lanes), a3 = Vector512.LoadUnsafe(in row, 3 * Lanes);
        Vector512<float> b0 = Vector512.LoadUnsafe(in row, Height), b1 = Vector512.LoadUnsafe(in row, Height + Lanes), b2 = Vector512.LoadUnsafe(in row, Height + 2 * Lanes), b3 = Vector512.LoadUnsafe(in row, Height + 3 * Lanes);
        Vector512<float> c0 = Vector512.LoadUnsafe(in row, 2 * Height), c1 = Vector512.LoadUnsafe(in row, 2 * Height + Lanes), c2 = Vector512.LoadUnsafe(in row, 2 * Height + 2 * Lanes), c3 = Vector512.LoadUnsafe(in row, 2 * Height + 3 * Lanes);
        Vector512<float> d0 = Vector512.LoadUnsafe(in row, 3 * Height), d1 = Vector512.LoadUnsafe(in row, 3 * Height + Lanes), d2 = Vector512.LoadUnsafe(in row, 3 * Height + 2 * Lanes), d3 = Vector512.LoadUnsafe(in row, 3 * Height + 3 * Lanes);
        for (nuint target = 0, at = 0; target < perPoint; target += Lanes, at += Height)
        {
            var x0 = Vector512.LoadUnsafe(in tile, at);
            var x1 = Vector512.LoadUnsafe(in tile, at + Lanes);
            var x2 = Vector512.LoadUnsafe(in tile, at + 2 * Lanes);
            var x3 = Vector512.LoadUnsafe(in tile, at + 3 * Lanes);
            Sum(x0, x1, x2, x3, a0, a1, a2, a3, ref sum, target);
            Sum(x0, x1, x2, x3, b0, b1, b2, b3, ref sum, target + perPoint);
            Sum(x0, x1, x2, x3, c0, c1, c2, c3, ref sum, target + 2 * perPoint);
            Sum(x0, x1, x2, x3, d0, d1, d2, d3, ref sum, target + 3 * perPoint);
        }
    }

    /// <summary>sums ← sums + tileᵀ · rows, lane by lane, for two points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AccumulateTwo(ref readonly float tile, ReadOnlySpan<float> rows, Span<float> sums)
    {
        ref readonly var row = ref MemoryMarshal.GetReference(rows);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var perPoint = (nuint)(sums.Length / 2);
        Vector512<float> a0 = Vector512.LoadUnsafe(in row), a1 = Vector512.LoadUnsafe(in row, Lanes);
        Vector512<float> a2 = Vector512.LoadUnsafe(in row, 2 * Lanes), a3 = Vector512.LoadUnsafe(in row, 3 * Lanes);
        Vector512<float> b0 = Vector512.LoadUnsafe(in row, Height), b1 = Vector512.LoadUnsafe(in row, Height + Lanes);
        Vector512<float> b2 = Vector512.LoadUnsafe(in row, Height + 2 * Lanes), b3 = Vector512.LoadUnsafe(in row, Height + 3 * Lanes);
        for (nuint target = 0, at = 0; target < perPoint; target += Lanes, at += Height)
        {
            var x0 = Vector512.LoadUnsafe(in tile, at);
            var x1 = Vector512.LoadUnsafe(in tile, at + Lanes);
            var x2 = Vector512.LoadUnsafe(in tile, at + 2 * Lanes);
            var x3 = Vector512.LoadUnsafe(in tile, at + 3 * Lanes);
            Sum(x0, x1, x2, x3, a0, a1, a2, a3, ref sum, target);
            Sum(x0, x1, x2, x3, b0, b1, b2, b3, ref sum, target + perPoint);
        }
    }

    /// <summary>sums ← sums + tileᵀ · rows, lane by lane, for one point: the same sums in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AccumulateOne(ref readonly float tile, ReadOnlySpan<float> rows, Span<float> sums)
    {
        ref readonly var row = ref MemoryMarshal.GetReference(rows);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        Vector512<float> r0 = Vector512.LoadUnsafe(in row), r1 = Vector512.LoadUnsafe(in row, Lanes), r2 = Vector512.LoadUnsafe(in row, 2 * Lanes), r3 = Vector512.LoadUnsafe(in row, 3 * Lanes);
        for (nuint target = 0, at = 0; target < (nuint)sums.Length; target += Lanes, at += Height)
            Sum(
                Vector512.LoadUnsafe(in tile, at), Vector512.LoadUnsafe(in tile, at + Lanes), Vector512.LoadUnsafe(in tile, at + 2 * Lanes), Vector512.LoadUnsafe(in tile, at + 3 * Lanes),
                r0, r1, r2, r3, ref sum, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum(
        Vector512<float> x0, Vector512<float> x1, Vector512<float> x2, Vector512<float> x3,
        Vector512<float> r0, Vector512<float> r1, Vector512<float> r2, Vector512<float> r3, ref float sum, nuint target)
    {
        var total = Vector512.FusedMultiplyAdd(x0, r0, Vector512.LoadUnsafe(ref sum, target));
        total = Vector512.FusedMultiplyAdd(x1, r1, total);
        total = Vector512.FusedMultiplyAdd(x2, r2, total);
        Vector512.FusedMultiplyAdd(x3, r3, total).StoreUnsafe(ref sum, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double TakeLogLikelihood(ref Vector512<float> linear, ref Vector512<float> product)
    {
        var (low, high) = Vector512.Widen(product);
        var eight = low * high;
        var four = eight.GetLower() * eight.GetUpper();
        var two = four.GetLower() * four.GetUpper();
        var (first, second) = Vector512.Widen(linear);
        var logLikelihood = Vector512.Sum(first + second) - Math.Log(two[0] * two[1]);
        (linear, product) = (Vector512<float>.Zero, Vector512<float>.One);
        return logLikelihood;
    }

    /// <summary>Adds the lanes of each sum to its gradient, four sums at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TakeSums(Span<float> sums, Span<double> gradients)
    {
        ref readonly var sum = ref MemoryMarshal.GetReference(sums);
        var i = 0;
        for (; i + 4 <= gradients.Length; i += 4)
        {
            var four = SumsOf(Quarter(in sum, i), Quarter(in sum, i + 1), Quarter(in sum, i + 2), Quarter(in sum, i + 3));
            var (low, high) = Vector128.Widen(four);
            ref var gradient = ref MemoryMarshal.GetReference(gradients);
            (Vector128.LoadUnsafe(in gradient, (nuint)i) + low).StoreUnsafe(ref gradient, (nuint)i);
            (Vector128.LoadUnsafe(in gradient, (nuint)i + 2) + high).StoreUnsafe(ref gradient, (nuint)i + 2);
        }
        for (; i < gradients.Length; i++)
            gradients[i] += SumsOf(Quarter(in sum, i), default, default, default)[0];
        sums.Clear();
    }

    /// <summary>A sum's sixteen lanes added up to four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Quarter(ref readonly float sums, int index)
    {
        var lanes = Vector512.LoadUnsafe(in sums, (nuint)(index * Lanes));
        var half = lanes.GetLower() + lanes.GetUpper();
        return half.GetLower() + half.GetUpper();
    }

    /// <summary>The sum of each of four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> SumsOf(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) => Sse3.IsSupported
        ? Sse3.HorizontalAdd(Sse3.HorizontalAdd(a, b), Sse3.HorizontalAdd(c, d))
        : Vector128.Create(Vector128.Sum(a), Vector128.Sum(b), Vector128.Sum(c), Vector128.Sum(d));
}
