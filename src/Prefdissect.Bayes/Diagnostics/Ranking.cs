using System.Buffers;

namespace Prefdissect.Bayes.Diagnostics;

/// <summary>The values of chains in ascending order, each with its place among all values, chain after chain.</summary>
internal sealed class Ranking
{
    private const int Digits = 8, BitsPerDigit = 8, Buckets = 1 << BitsPerDigit;

    private readonly int chains;

    private Ranking(double[] sorted, int[] places, int chains)
    {
        Sorted = sorted;
        Places = places;
        this.chains = chains;
    }

    /// <summary>All values, ascending.</summary>
    public double[] Sorted { get; }

    /// <summary>Where each of <see cref="Sorted"/> stands: its chain times the chains' length plus its draw.</summary>
    public int[] Places { get; }

    /// <summary>Ranks the values of chains of one length; none is NaN.</summary>
    public static Ranking Of(double[][] chains)
    {
        var count = chains.Sum(chain => chain.Length);
        var (sorted, places) = (new double[count], new int[count]);
        var keys = ArrayPool<ulong>.Shared.Rent(2 * count);
        var spare = ArrayPool<int>.Shared.Rent(count);
        var next = 0;
        foreach (var chain in chains)
            foreach (var value in chain)
                keys[next++] = KeyOf(value);
        for (var i = 0; i < count; i++)
            places[i] = i;
        Sort(keys.AsSpan(0, count), keys.AsSpan(count, count), places, spare.AsSpan(0, count));
        for (var i = 0; i < count; i++)
            sorted[i] = chains[places[i] / chains[0].Length][places[i] % chains[0].Length];
        ArrayPool<ulong>.Shared.Return(keys);
        ArrayPool<int>.Shared.Return(spare);
        return new Ranking(sorted, places, chains.Length);
    }

    /// <summary>The ranking of the distances from a number: values below and above it each stand in order already, so the two are merged.</summary>
    public Ranking OfDistances(double from)
    {
        var (sorted, places) = (new double[Sorted.Length], new int[Sorted.Length]);
        var above = Array.BinarySearch(Sorted, from);
        above = above < 0 ? ~above : above;
        var below = above - 1;
        for (var i = 0; i < sorted.Length; i++)
        {
            var takesBelow = above == sorted.Length || (below >= 0 && Math.Abs(Sorted[below] - from) <= Math.Abs(Sorted[above] - from));
            var taken = takesBelow ? below-- : above++;
            sorted[i] = Math.Abs(Sorted[taken] - from);
            places[i] = Places[taken];
        }
        return new Ranking(sorted, places, chains);
    }

    /// <summary>Chains that hold, for each value, the score of its rank; ties have their mean rank, from 1.</summary>
    public double[][] Scores(NormalScores scores)
    {
        var length = Sorted.Length / chains;
        double[][] scored = [.. Enumerable.Range(0, chains).Select(_ => new double[length])];
        for (var start = 0; start < Sorted.Length;)
        {
            var end = start + 1;
            while (end < Sorted.Length && Sorted[end] == Sorted[start])
                end++;
            var score = scores.OfRank(start + 1 + end);
            for (; start < end; start++)
                scored[Places[start] / length][Places[start] % length] = score;
        }
        return scored;
    }

    /// <summary>A whole number whose order is that of the doubles.</summary>
    private static ulong KeyOf(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        return (bits >> 63) == 0 ? bits | 1UL << 63 : ~bits;
    }

    /// <summary>Sorts by the digits of the keys, the last one first: its time grows with the number of draws alone.</summary>
    private static void Sort(Span<ulong> keys, Span<ulong> otherKeys, Span<int> places, Span<int> otherPlaces)
    {
        var original = places;
        Span<int> starts = stackalloc int[Buckets];
        for (var digit = 0; digit < Digits; digit++)
        {
            var shift = digit * BitsPerDigit;
            starts.Clear();
            foreach (var key in keys)
                starts[(byte)(key >> shift)]++;
            if (starts[(byte)(keys[0] >> shift)] == keys.Length)
                continue;
            var sum = 0;
            foreach (ref var start in starts)
                (start, sum) = (sum, sum + start);
            for (var i = 0; i < keys.Length; i++)
            {
                var to = starts[(byte)(keys[i] >> shift)]++;
                otherKeys[to] = keys[i];
                otherPlaces[to] = places[i];
            }
            var sortedKeys = otherKeys;
            otherKeys = keys;
            keys = sortedKeys;
            var sortedPlaces = otherPlaces;
            otherPlaces = places;
            places = sortedPlaces;
        }
        if (places != original)
            places.CopyTo(original);
    }
}
