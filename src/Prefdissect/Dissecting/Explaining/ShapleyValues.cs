using System.Numerics.Tensors;

namespace Prefdissect.Dissecting.Explaining;

/// <summary>
/// Exact Shapley values of a logistic model: by how much each property moves the probability from ½, where the responses do not differ, to what the model says, averaged over all orders in which
/// the properties can come (Lundberg and Lee, 2017; the paper's explanation of samples).
/// </summary>
/// <remarks>
/// No sum over the 2^k subsets and no sampling. Player p's value is ∫₀¹ E[f(S ∪ p) − f(S)] dq, every other player being in S with probability q (Owen's multilinear extension). f = σ(Σz) is written as a sum of
/// sines that is exact to 2·10⁻¹³ (<see cref="LogisticCurve"/>); of a sine the expectation is a product over players (<see cref="CoalitionTerms"/>), in q a polynomial of degree k − 1, which Gauss's rule
/// integrates exactly (<see cref="CoalitionSizes"/>). A value is an average of differences of f, so its error is at most twice that of f: below 10⁻¹² together with rounding.
/// The work grows as k² and with Σ|z|.
/// </remarks>
public static class ShapleyValues
{
    /// <summary>Σ|z| up to which values are computed, after contributions that outweigh all others are cut to what they need.</summary>
    public const double LargestSize = 100_000;

    // σ moves by less than 10⁻¹⁷ beyond.
    private const double Saturation = 40;
    private const int WavesAtOnce = 256;

    /// <summary>The Shapley values of f(S) = σ(Σ_{p∈S} z_p); they sum to σ(Σz) − ½. A contribution of 0 gets exactly 0; equal contributions get equal values.</summary>
    /// <param name="contributions">z, in log-odds: feature times weight.</param>
    /// <param name="values">Takes one value a contribution, in probability.</param>
    /// <exception cref="ArgumentException">A contribution is not finite, or there is not one place a contribution.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Contributions of like size sum to more than <see cref="LargestSize"/>: then the values hang on digits that no fit knows.</exception>
    public static void Of(ReadOnlySpan<double> contributions, Span<double> values)
    {
        if (values.Length != contributions.Length) throw new ArgumentException($"There are {values.Length} places for {contributions.Length} values.", nameof(values));
        values.Clear();
        var players = Players(contributions);
        if (players.Length == 0) return;
        var z = new double[players.Length];
        for (var i = 0; i < z.Length; i++) z[i] = contributions[players[i]];
        CutDominating(z);
        var size = Size(z);
        if (!(size <= LargestSize))
            throw new ArgumentOutOfRangeException(nameof(contributions), size, $"The contributions sum to {size:g6} in absolute value; Shapley values are computed up to {LargestSize}.");
        Span<double> shares = z.Length <= 64 ? stackalloc double[z.Length] : new double[z.Length];
        shares.Clear();
        AddShares(z, size, shares);
        for (var i = 0; i < z.Length; i++) values[players[i]] = shares[i];
    }

    private static int[] Players(ReadOnlySpan<double> contributions)
    {
        var players = new List<int>(contributions.Length);
        for (var i = 0; i < contributions.Length; i++)
        {
            if (!double.IsFinite(contributions[i])) throw new ArgumentException($"Contribution {i} is {contributions[i]}; it must be a finite number.", nameof(contributions));
            if (contributions[i] != 0) players.Add(i);
        }
        return [.. players];
    }

    /// <summary>
    /// Cuts a contribution that exceeds all smaller ones together by more than the curve's bend to just that: any coalition with it stands on the same flat end of the curve as before. Goes down from
    /// the largest, as long as one dominates.
    /// </summary>
    private static void CutDominating(double[] z)
    {
        var order = Enumerable.Range(0, z.Length).OrderBy(i => Math.Abs(z[i])).ToArray();
        var below = new double[z.Length];
        for (var i = 1; i < z.Length; i++) below[i] = below[i - 1] + Math.Abs(z[order[i - 1]]);
        var first = z.Length;
        while (first > 0 && Math.Abs(z[order[first - 1]]) > below[first - 1] + Saturation) first--;
        var sum = first < z.Length ? below[first] : 0;
        for (var i = first; i < z.Length; i++)
        {
            z[order[i]] = Math.CopySign(sum + Saturation, z[order[i]]);
            sum += sum + Saturation;
        }
    }

    private static void AddShares(double[] z, double size, Span<double> shares)
    {
        var curve = LogisticCurve.For(size);
        var sizes = CoalitionSizes.For(z.Length);
        var sum = z.Sum();
        int[] players = [.. Enumerable.Range(0, z.Length)];
        var signs = new double[z.Length];
        Array.Fill(signs, 1);
        Span<double> buffer = new double[7 * 2 * WavesAtOnce];
        for (var from = 0; from < curve.Waves; from += WavesAtOnce)
        {
            var terms = new CoalitionTerms(z, curve, from, Math.Min(WavesAtOnce, curve.Waves - from));
            var (length, envelope) = (terms.Length, 6 * terms.Length);
            terms.Envelope(sum, size, buffer[envelope..]);
            for (var node = 0; node < sizes.Count; node += 2)
            {
                terms.Multiply(players, signs, (sizes.Squares[node], sizes.Squares[node + 1]), buffer.Slice(envelope, length), buffer[..(4 * length)]);
                for (var p = 0; p < z.Length; p++)
                {
                    for (var second = 0; second < 2; second++)
                    {
                        terms.Gains(p, sizes.Squares[node + second], sizes.Weights[node + second], buffer.Slice(4 * length, length), buffer.Slice(5 * length, length));
                        shares[p] += TensorPrimitives.Dot<double>(buffer.Slice(4 * length, 2 * length), buffer.Slice(second * 2 * length, 2 * length));
                    }
                }
            }
        }
    }

    private static double Size(ReadOnlySpan<double> z)
    {
        var size = 0.0;
        foreach (var one in z) size += Math.Abs(one);
        return size;
    }
}
