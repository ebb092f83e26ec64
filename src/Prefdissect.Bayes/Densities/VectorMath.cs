using System.Runtime.CompilerServices;

namespace Prefdissect.Bayes.Densities;

/// <summary>The two transcendental functions of the logistic likelihood, accurate to about one unit in the last place on the ranges that it needs.</summary>
internal static class VectorMath<TLanes, TVector>
    where TLanes : ILanes<TVector>
    where TVector : struct
{
    /// <summary>Below, exp leaves the normal doubles.</summary>
    private const double Lowest = -708;

    private const double InverseLog2 = 1.4426950408889634;

    /// <summary>log 2 in two parts, the first with zeros at its end so that its product with a small whole number is exact.</summary>
    private const double Log2High = 0.6931471803691238, Log2Low = 1.9082149292705877e-10;

    /// <summary>Adding it rounds to a whole number, which then stands in the lowest bits of the sum.</summary>
    private const double Rounder = 6755399441055744;

    /// <summary>exp(x) for x ≤ 0, and 0 below −708: 2ⁿ times a polynomial of degree 11 that interpolates exp at the Chebyshev nodes of |r| ≤ ½ log 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ExpOfNegative(TVector x)
    {
        var lowest = TLanes.Broadcast(Lowest);
        var clamped = TLanes.Max(x, lowest);
        var shifted = TLanes.MultiplyAdd(clamped, TLanes.Broadcast(InverseLog2), TLanes.Broadcast(Rounder));
        var n = TLanes.Subtract(shifted, TLanes.Broadcast(Rounder));
        var r = TLanes.MultiplyAdd(n, TLanes.Broadcast(-Log2High), clamped);
        r = TLanes.MultiplyAdd(n, TLanes.Broadcast(-Log2Low), r);
        var r2 = TLanes.Multiply(r, r);
        var r4 = TLanes.Multiply(r2, r2);
        var p01 = TLanes.Add(r, TLanes.Broadcast(1));
        var p23 = TLanes.MultiplyAdd(r, TLanes.Broadcast(0.1666666666666668), TLanes.Broadcast(0.5000000000000019));
        var p45 = TLanes.MultiplyAdd(r, TLanes.Broadcast(0.008333333333319589), TLanes.Broadcast(0.04166666666648795));
        var p67 = TLanes.MultiplyAdd(r, TLanes.Broadcast(0.00019841269890076403), TLanes.Broadcast(0.0013888888952352863));
        var p89 = TLanes.MultiplyAdd(r, TLanes.Broadcast(2.755724088722987e-06), TLanes.Broadcast(2.4801485441561313e-05));
        var pAB = TLanes.MultiplyAdd(r, TLanes.Broadcast(2.5110049204818658e-08), TLanes.Broadcast(2.763265472252779e-07));
        var low = TLanes.MultiplyAdd(r2, p23, p01);
        var middle = TLanes.MultiplyAdd(r2, p67, p45);
        var high = TLanes.MultiplyAdd(r2, pAB, p89);
        var polynomial = TLanes.MultiplyAdd(r4, TLanes.MultiplyAdd(r4, high, middle), low);
        return TLanes.SelectBelow(x, lowest, TLanes.Broadcast(0), TLanes.Multiply(polynomial, TLanes.PowerOfTwo(shifted)));
    }

    /// <summary>log(1 + e) for 0 ≤ e ≤ 1 by the series of the inverse hyperbolic tangent, after halving 1 + e where e ≥ √2 − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogOnePlus(TVector e)
    {
        var one = TLanes.Broadcast(1);
        var half = TLanes.Broadcast(0.5);
        var limit = TLanes.Broadcast(0.41421356237309503);
        var halved = TLanes.Multiply(TLanes.Subtract(e, one), half);
        var m = TLanes.SelectBelow(e, limit, e, halved);
        var offset = TLanes.SelectBelow(e, limit, TLanes.Broadcast(0), TLanes.Broadcast(Math.Log(2)));
        var s = TLanes.Divide(m, TLanes.Add(m, TLanes.Broadcast(2)));
        var square = TLanes.Multiply(s, s);
        var series = TLanes.Broadcast(2.0 / 21);
        for (var k = 19; k >= 1; k -= 2)
            series = TLanes.MultiplyAdd(series, square, TLanes.Broadcast(2.0 / k));
        return TLanes.MultiplyAdd(series, s, offset);
    }
}
