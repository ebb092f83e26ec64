using System.Numerics;
using System.Runtime.InteropServices;

namespace Prefdissect.Dissecting.Explaining;

/// <summary>
/// A run of terms of a <see cref="LogisticCurve"/>, averaged over random coalitions. With half angles a_r = t z_r/2 and coalitions that each player joins with probability (1 + u)/2, a sine averages to a
/// product over players: E[e^{itΣz}] = e^{itZ/2}·Π_r (cos a_r + i·u·sin a_r), Z the sum of all z. What player p adds is 2i·sin a_p times the product over the others, and nodes u and −u
/// are conjugates, so that only real parts are needed:
/// <code>φ_p = Σ_t amplitude·2·sin a_p·cos(tZ/2) · Σ_u weight·Re Π_{r≠p} (cos a_r + i·u·sin a_r).</code>
/// Hyperbolic sines follow with cosh, sinh and a unit whose square is +1 in place of cos, sin and i; κ is that square. The product of all players divided by one player's factor is the product of the
/// others: no factor is smaller than the smallest u, so the division keeps the relative precision of the product.
/// </summary>
internal sealed class CoalitionTerms
{
    private readonly double[] halves;
    private readonly double[] amplitudes;
    private readonly double[] squares;
    private readonly double[] evens;
    private readonly double[] odds;
    private readonly int growthsFrom;
    private readonly double antiperiod;

    /// <summary>Terms for players.</summary>
    /// <param name="contributions">z of each player.</param>
    /// <param name="curve">The curve, of a reach of at least Σ|z|.</param>
    /// <param name="from">The first sine.</param>
    /// <param name="waves">Number of sines. The hyperbolic sines go with the run that begins at sine 0.</param>
    public CoalitionTerms(ReadOnlySpan<double> contributions, LogisticCurve curve, int from, int waves)
    {
        antiperiod = curve.Antiperiod;
        growthsFrom = waves;
        Players = contributions.Length;
        Growths = from == 0 ? LogisticCurve.Growths : 0;
        Length = Whole(waves + Growths);
        (halves, amplitudes, squares) = (new double[Length], new double[Length], new double[Length]);
        (evens, odds) = (new double[Players * Length], new double[Players * Length]);
        Array.Fill(squares, -1);
        for (var i = 0; i < waves; i++) (halves[i], amplitudes[i]) = (curve.Frequency(from + i) / 2, 2 * curve.WaveAmplitude(from + i));
        for (var n = 1; n <= Growths; n++)
        {
            var i = growthsFrom + n - 1;
            (halves[i], amplitudes[i], squares[i]) = (n / 2.0, 2 * curve.GrowthAmplitude(n), 1);
        }
        for (var p = 0; p < Players; p++) Fill(contributions[p], evens.AsSpan(p * Length, Length), odds.AsSpan(p * Length, Length));
    }

    /// <summary>Number of players.</summary>
    public int Players { get; }

    /// <summary>Number of terms, filled up with terms of amplitude 0 to whole vectors.</summary>
    public int Length { get; }

    private int Growths { get; }

    /// <summary>2·amplitude·cos(tZ/2), term by term, or the like with cosh, by then rid of the factors that keep the products of hyperbolic terms small.</summary>
    /// <param name="sum">Z, the sum of the contributions of all players in the game.</param>
    /// <param name="size">The sum of their absolute values.</param>
    /// <param name="envelope">Takes <see cref="Length"/> numbers.</param>
    public void Envelope(double sum, double size, Span<double> envelope)
    {
        var all = new Vector<double>(sum);
        for (var i = 0; i < Length; i += Vector<double>.Count)
            (new Vector<double>(amplitudes, i) * Vector.Cos(new Vector<double>(halves, i) * all)).CopyTo(envelope[i..]);
        var (end, fall) = (Math.Exp((size + Math.Abs(sum)) / 2 - antiperiod), Math.Exp(-Math.Abs(sum)));
        var (ends, falls) = (1.0, 1.0);
        for (var i = growthsFrom; i < growthsFrom + Growths; i++)
        {
            (ends, falls) = (ends * end, falls * fall);
            envelope[i] = amplitudes[i] * ends * (1 + falls) / 2;
        }
    }

    /// <summary>
    /// Multiplies an envelope by the factors of all players in the game, at two nodes at once. A number is real + other·u·(a unit whose square is κ), so that only u² is needed.
    /// </summary>
    /// <param name="players">Their indices.</param>
    /// <param name="signs">+1, or −1 where a player's contribution counts with the other sign.</param>
    /// <param name="nodes">u² of both nodes.</param>
    /// <param name="envelope">What the product begins with.</param>
    /// <param name="product">Takes 4 × <see cref="Length"/> numbers: real and other of the first node, then of the second.</param>
    public void Multiply(ReadOnlySpan<int> players, ReadOnlySpan<double> signs, (double First, double Second) nodes, ReadOnlySpan<double> envelope, Span<double> product)
    {
        ref var evenStart = ref MemoryMarshal.GetArrayDataReference(evens);
        ref var oddStart = ref MemoryMarshal.GetArrayDataReference(odds);
        for (var i = 0; i < Length; i += Vector<double>.Count)
        {
            var square = new Vector<double>(squares, i);
            var (first, second) = (square * nodes.First, square * nodes.Second);
            var real1 = new Vector<double>(envelope[i..]);
            var (real2, other1, other2) = (real1, Vector<double>.Zero, Vector<double>.Zero);
            for (var j = 0; j < players.Length; j++)
            {
                var at = (nuint)(players[j] * Length + i);
                var c = Vector.LoadUnsafe(ref evenStart, at);
                var s = Vector.LoadUnsafe(ref oddStart, at) * signs[j];
                var (next1, next2) = (Vector.FusedMultiplyAdd(first, other1 * s, real1 * c), Vector.FusedMultiplyAdd(second, other2 * s, real2 * c));
                (other1, other2) = (Vector.FusedMultiplyAdd(real1, s, other1 * c), Vector.FusedMultiplyAdd(real2, s, other2 * c));
                (real1, real2) = (next1, next2);
            }
            real1.CopyTo(product[i..]);
            other1.CopyTo(product[(Length + i)..]);
            real2.CopyTo(product[(2 * Length + i)..]);
            other2.CopyTo(product[(3 * Length + i)..]);
        }
    }

    /// <summary>
    /// By what the parts of a product of all players count in a player's value: the player's odd part, the division by its factor and the node's weight.
    /// </summary>
    /// <param name="player">The player.</param>
    /// <param name="square">u² of the node.</param>
    /// <param name="weight">The node's weight.</param>
    /// <param name="ofReal">Takes <see cref="Length"/> numbers; they turn with the sign of the player's contribution.</param>
    /// <param name="ofOther">Takes <see cref="Length"/> numbers.</param>
    public void Gains(int player, double square, double weight, Span<double> ofReal, Span<double> ofOther)
    {
        var even = evens.AsSpan(player * Length, Length);
        var odd = odds.AsSpan(player * Length, Length);
        for (var i = 0; i < Length; i += Vector<double>.Count)
        {
            var (c, s) = (new Vector<double>(even[i..]), new Vector<double>(odd[i..]));
            var bent = new Vector<double>(squares, i) * square * s;
            var scale = weight * s / (c * c - bent * s);
            (scale * c).CopyTo(ofReal[i..]);
            (-scale * bent).CopyTo(ofOther[i..]);
        }
    }

    private static int Whole(int count) => (count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    private void Fill(double contribution, Span<double> even, Span<double> odd)
    {
        var z = new Vector<double>(contribution);
        for (var i = 0; i < Length; i += Vector<double>.Count)
        {
            var (sin, cos) = Vector.SinCos(new Vector<double>(halves, i) * z);
            cos.CopyTo(even[i..]);
            sin.CopyTo(odd[i..]);
        }
        for (var i = growthsFrom; i < growthsFrom + Growths; i++)
        {
            var shrunk = Math.Exp(-2 * halves[i] * Math.Abs(contribution));
            (even[i], odd[i]) = ((1 + shrunk) / 2, Math.CopySign((1 - shrunk) / 2, contribution));
        }
    }
}
