using System.Numerics;
using System.Runtime.InteropServices;

namespace Prefdissect.Dissecting.Explaining;

/// <summary>
/// Exact Shapley values of many pairs under the same weights: what does not depend on the pair is computed once, and a pair costs well under a microsecond a few properties. As <see cref="ShapleyValues"/>
/// to rounding. Immutable; any number of threads may use one.
/// </summary>
public sealed class ShapleyTable
{
    // Beyond, a table would fill the processor's cache with terms of which each pair needs few.
    private const double LargestReach = 150;

    private const int Few = 128;

    private readonly double[] weights;
    private readonly CoalitionTerms? terms;
    private readonly double[][] gains = [];

    /// <summary>The table of one judge's weights.</summary>
    /// <param name="weights">One weight a property, finite.</param>
    /// <exception cref="ArgumentException">A weight is not finite.</exception>
    public ShapleyTable(IReadOnlyList<double> weights)
    {
        this.weights = [.. weights];
        var size = 0.0;
        for (var p = 0; p < weights.Count; p++)
        {
            if (!double.IsFinite(weights[p])) throw new ArgumentException($"Weight {p} is {weights[p]}; it must be a finite number.", nameof(weights));
            size += Math.Abs(weights[p]);
        }
        if (weights.Count == 0 || size > LargestReach) return;
        var curve = LogisticCurve.For(size);
        terms = new CoalitionTerms(this.weights, curve, 0, curve.Waves);
        gains = [.. Enumerable.Range(1, CoalitionSizes.PairsFor(weights.Count)).Select(pairs => Gains(terms, CoalitionSizes.OfPairs(pairs)))];
    }

    /// <summary>Number of properties.</summary>
    public int Count => weights.Length;

    /// <summary>The Shapley values of one pair.</summary>
    /// <param name="features">One feature a property: −1, 0 or +1.</param>
    /// <param name="values">Takes one value a property, in probability; exactly 0 where feature or weight is.</param>
    /// <exception cref="ArgumentException">There is not one feature and one place a property, or a feature is none.</exception>
    public void Values(ReadOnlySpan<sbyte> features, Span<double> values)
    {
        if (features.Length != Count || values.Length != Count)
            throw new ArgumentException($"There are {features.Length} features and {values.Length} places for {Count} properties.", nameof(features));
        if (features.ContainsAnyExceptInRange((sbyte)-1, (sbyte)1)) throw new ArgumentException("A feature is −1, 0 or +1.", nameof(features));
        if (terms is null) WithoutTable(features, values);
        else FromTable(terms, features, values);
    }

    private void WithoutTable(ReadOnlySpan<sbyte> features, Span<double> values)
    {
        var contributions = new double[Count];
        for (var p = 0; p < Count; p++) contributions[p] = features[p] * weights[p];
        ShapleyValues.Of(contributions, values);
    }

    private void FromTable(CoalitionTerms of, ReadOnlySpan<sbyte> features, Span<double> values)
    {
        values.Clear();
        Span<int> players = Count <= Few ? stackalloc int[Count] : new int[Count];
        Span<double> signs = Count <= Few ? stackalloc double[Count] : new double[Count];
        var (count, sum, size) = (0, 0.0, 0.0);
        for (var p = 0; p < Count; p++)
        {
            if (features[p] == 0 || weights[p] == 0) continue;
            (players[count], signs[count++]) = (p, features[p]);
            sum += features[p] * weights[p];
            size += Math.Abs(weights[p]);
        }
        if (count == 0) return;
        players = players[..count];
        var length = of.Length;
        var sizes = CoalitionSizes.For(count);
        Span<double> envelope = stackalloc double[length], products = sizes.Count * 2 * length is var room && room <= 8 * Few ? stackalloc double[room] : new double[room];
        of.Envelope(sum, size, envelope);
        for (var node = 0; node < sizes.Count; node += 2)
            of.Multiply(players, signs[..count], (sizes.Squares[node], sizes.Squares[node + 1]), envelope, products[(node * 2 * length)..]);
        var gain = gains[CoalitionSizes.PairsFor(count) - 1].AsSpan();
        for (var i = 0; i < count; i++) values[players[i]] = Gained(gain.Slice(players[i] * products.Length, products.Length), signs[i], products, length);
    }

    private static double Gained(ReadOnlySpan<double> gain, double sign, ReadOnlySpan<double> products, int length)
    {
        ref var gainStart = ref MemoryMarshal.GetReference(gain);
        ref var productStart = ref MemoryMarshal.GetReference(products);
        var (ofReal, ofOther) = (Vector<double>.Zero, Vector<double>.Zero);
        for (var node = 0; node < products.Length; node += 2 * length)
        {
            for (var i = node; i < node + length; i += Vector<double>.Count)
            {
                var (real, other) = ((nuint)i, (nuint)(i + length));
                ofReal = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref gainStart, real), Vector.LoadUnsafe(ref productStart, real), ofReal);
                ofOther = Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref gainStart, other), Vector.LoadUnsafe(ref productStart, other), ofOther);
            }
        }
        return Vector.Sum(sign * ofReal + ofOther);
    }

    /// <summary>properties × nodes × (what a product's real part counts for, what its other part does), term by term.</summary>
    private static double[] Gains(CoalitionTerms terms, CoalitionSizes sizes)
    {
        var length = terms.Length;
        var gains = new double[terms.Players * sizes.Count * 2 * length];
        for (var p = 0; p < terms.Players; p++)
        {
            for (var node = 0; node < sizes.Count; node++)
            {
                var into = gains.AsSpan((p * sizes.Count + node) * 2 * length, 2 * length);
                terms.Gains(p, sizes.Squares[node], sizes.Weights[node], into[..length], into[length..]);
            }
        }
        return gains;
    }
}
