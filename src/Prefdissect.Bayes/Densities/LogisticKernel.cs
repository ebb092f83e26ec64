using System.Buffers;
using System.Runtime.InteropServices;

namespace Prefdissect.Bayes.Densities;

/// <summary>
/// Log likelihood and gradient of a logistic regression, with the rows in the lanes of a vector. For each tile of rows: the linear predictor x·w;
/// from it the log likelihood and the residual σ(−x·w); and the residual times the rows, summed.
/// </summary>
internal static class LogisticKernel<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    private const int Height = RowTiles.Height;

    /// <summary>Vectors handled together: enough independent sums to hide the latency of a multiply-add, few enough for 16 registers.</summary>
    private const int Together = 8;

    /// <summary>Columns whose scratch memory may stand on the stack.</summary>
    private const int MostColumnsOnStack = 128;

    /// <summary>Tiles whose factors 1 + e ≤ 2 can be multiplied together without overflow: 2^(64 · 15) &lt; 2^1023.</summary>
    private const int TilesPerLogarithm = 15;

    /// <summary>Returns the log likelihood at <paramref name="weights"/> and writes its gradient.</summary>
    public static double Evaluate(RowTiles tiles, ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var sumsLength = tiles.Columns * TLanes.Count;
        var expandedLength = tiles.IsCompact ? tiles.Columns * Height : 0;
        if (tiles.Columns <= MostColumnsOnStack && !tiles.IsCompact)
        {
            Span<double> sums = stackalloc double[sumsLength];
            return Evaluate(tiles, weights, gradient, sums, []);
        }
        var scratch = ArrayPool<double>.Shared.Rent(sumsLength + expandedLength);
        try
        {
            var sums = scratch.AsSpan(0, sumsLength);
            sums.Clear();
            return Evaluate(tiles, weights, gradient, sums, scratch.AsSpan(sumsLength, expandedLength));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }

    private static double Evaluate(RowTiles tiles, ReadOnlySpan<double> weights, Span<double> gradient, Span<double> sums, Span<double> expanded)
    {
        Span<double> rows = stackalloc double[Height];
        var total = 0.0;
        var linear = TLanes.Broadcast(0);
        var product = TLanes.Broadcast(1);
        for (var index = 0; index < tiles.Count; index++)
        {
            ref readonly var tile = ref Tile(tiles, index, expanded);
            Predict(in tile, weights, rows);
            if (tiles.IsWeighted)
                linear = LinkWeighted(rows, tiles.Weights.Slice(index * Height, Height), linear);
            else
                linear = Link(rows, linear, ref product);
            if (index % TilesPerLogarithm == TilesPerLogarithm - 1)
                total -= TakeLogarithm(ref product);
            Accumulate(in tile, rows, sums);
        }
        for (var column = 0; column < gradient.Length; column++)
            gradient[column] = TLanes.Sum(TLanes.Load(in MemoryMarshal.GetReference(sums), column * TLanes.Count));
        total += TLanes.Sum(linear) - TakeLogarithm(ref product);
        // A padding row has x·w = 0, and so put a factor of exactly 2 into the product.
        return tiles.IsWeighted ? total : total + tiles.Padding * Math.Log(2);
    }

    private static ref readonly double Tile(RowTiles tiles, int index, Span<double> expanded)
    {
        var cells = tiles.Columns * Height;
        if (!tiles.IsCompact)
            return ref MemoryMarshal.GetReference(tiles.Wide.Slice(index * cells, cells));
        SignedBytes.Widen(tiles.Small.Slice(index * cells, cells), expanded);
        return ref MemoryMarshal.GetReference(expanded);
    }

    /// <summary>rows ← tile · weights.</summary>
    private static void Predict(ref readonly double tile, ReadOnlySpan<double> weights, Span<double> rows)
    {
        ref var target = ref MemoryMarshal.GetReference(rows);
        var lanes = TLanes.Count;
        for (var top = 0; top < Height; top += Together * lanes)
        {
            TVector z0 = TLanes.Broadcast(0), z1 = z0, z2 = z0, z3 = z0, z4 = z0, z5 = z0, z6 = z0, z7 = z0;
            var at = top;
            for (var column = 0; column < weights.Length; column++)
            {
                var weight = TLanes.Broadcast(weights[column]);
                z0 = TLanes.MultiplyAdd(TLanes.Load(in tile, at), weight, z0);
                z1 = TLanes.MultiplyAdd(TLanes.Load(in tile, at + lanes), weight, z1);
                z2 = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 2 * lanes), weight, z2);
                z3 = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 3 * lanes), weight, z3);
                z4 = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 4 * lanes), weight, z4);
                z5 = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 5 * lanes), weight, z5);
                z6 = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 6 * lanes), weight, z6);
                z7 = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 7 * lanes), weight, z7);
                at += Height;
            }
            TLanes.Store(z0, ref target, top);
            TLanes.Store(z1, ref target, top + lanes);
            TLanes.Store(z2, ref target, top + 2 * lanes);
            TLanes.Store(z3, ref target, top + 3 * lanes);
            TLanes.Store(z4, ref target, top + 4 * lanes);
            TLanes.Store(z5, ref target, top + 5 * lanes);
            TLanes.Store(z6, ref target, top + 6 * lanes);
            TLanes.Store(z7, ref target, top + 7 * lanes);
        }
    }

    /// <summary>
    /// rows: x·w ← σ(−x·w). The log likelihood −log(1 + exp(−z)) is min(z, 0) − log(1 + exp(−|z|)): the first part is summed,
    /// of the second the factors are multiplied, so that one logarithm serves many rows.
    /// </summary>
    private static TVector Link(Span<double> rows, TVector linear, ref TVector product)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        TVector zero = TLanes.Broadcast(0), one = TLanes.Broadcast(1), factors = product;
        for (var at = 0; at < Height; at += TLanes.Count)
        {
            var z = TLanes.Load(in row, at);
            var e = VectorMath<TLanes, TVector>.ExpOfNegative(TLanes.Subtract(zero, TLanes.Abs(z)));
            var factor = TLanes.Add(one, e);
            factors = TLanes.Multiply(factors, factor);
            linear = TLanes.Add(linear, TLanes.Min(z, zero));
            TLanes.Store(TLanes.Divide(TLanes.SelectBelow(z, zero, one, e), factor), ref row, at);
        }
        product = factors;
        return linear;
    }

    /// <summary>As <see cref="Link"/>, each row counted as often as its weight says; <paramref name="sum"/> takes the whole log likelihood.</summary>
    private static TVector LinkWeighted(Span<double> rows, ReadOnlySpan<double> counts, TVector sum)
    {
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref readonly var count = ref MemoryMarshal.GetReference(counts);
        TVector zero = TLanes.Broadcast(0), one = TLanes.Broadcast(1);
        for (var at = 0; at < Height; at += TLanes.Count)
        {
            var z = TLanes.Load(in row, at);
            var times = TLanes.Load(in count, at);
            var e = VectorMath<TLanes, TVector>.ExpOfNegative(TLanes.Subtract(zero, TLanes.Abs(z)));
            var logLikelihood = TLanes.Subtract(TLanes.Min(z, zero), VectorMath<TLanes, TVector>.LogOnePlus(e));
            sum = TLanes.MultiplyAdd(times, logLikelihood, sum);
            var residual = TLanes.Divide(TLanes.SelectBelow(z, zero, one, e), TLanes.Add(one, e));
            TLanes.Store(TLanes.Multiply(times, residual), ref row, at);
        }
        return sum;
    }

    /// <summary>sums ← sums + tileᵀ · rows, lane by lane.</summary>
    private static void Accumulate(ref readonly double tile, ReadOnlySpan<double> rows, Span<double> sums)
    {
        ref readonly var row = ref MemoryMarshal.GetReference(rows);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var lanes = TLanes.Count;
        for (var top = 0; top < Height; top += Together * lanes)
        {
            TVector r0 = TLanes.Load(in row, top), r1 = TLanes.Load(in row, top + lanes);
            TVector r2 = TLanes.Load(in row, top + 2 * lanes), r3 = TLanes.Load(in row, top + 3 * lanes);
            TVector r4 = TLanes.Load(in row, top + 4 * lanes), r5 = TLanes.Load(in row, top + 5 * lanes);
            TVector r6 = TLanes.Load(in row, top + 6 * lanes), r7 = TLanes.Load(in row, top + 7 * lanes);
            var at = top;
            for (var target = 0; target < sums.Length; target += lanes)
            {
                var even = TLanes.MultiplyAdd(TLanes.Load(in tile, at), r0, TLanes.Load(in sum, target));
                var odd = TLanes.Multiply(TLanes.Load(in tile, at + lanes), r1);
                even = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 2 * lanes), r2, even);
                odd = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 3 * lanes), r3, odd);
                even = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 4 * lanes), r4, even);
                odd = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 5 * lanes), r5, odd);
                even = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 6 * lanes), r6, even);
                odd = TLanes.MultiplyAdd(TLanes.Load(in tile, at + 7 * lanes), r7, odd);
                TLanes.Store(TLanes.Add(even, odd), ref sum, target);
                at += Height;
            }
        }
    }

    private static double TakeLogarithm(ref TVector product)
    {
        Span<double> factors = stackalloc double[TLanes.Count];
        TLanes.Store(product, ref MemoryMarshal.GetReference(factors), 0);
        product = TLanes.Broadcast(1);
        var all = 1.0;
        foreach (var factor in factors)
            all *= factor;
        return Math.Log(all);
    }
}
