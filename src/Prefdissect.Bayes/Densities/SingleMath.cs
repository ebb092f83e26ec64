using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Prefdissect.Bayes.Densities;

/// <summary>The two transcendental functions of the logistic likelihood in single precision, each within about 10⁻⁷ of its value.</summary>
internal static class SingleMath
{
    /// <summary>Below, exp leaves the normal numbers of single precision.</summary>
    private const float Lowest = -87;

    /// <summary>Adding it rounds to a whole number, which then stands in the lowest bits of the sum.</summary>
    private const float Rounder = 12582912;

    /// <summary>exp(x) for x ≤ 0, not below exp(−87): 2ⁿ times a polynomial of degree 6 fitted on |r| ≤ ½ log 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpOfNegative(Vector512<float> x)
    {
        var clamped = Vector512.MaxNative(x, Vector512.Create(Lowest));
        var shifted = Vector512.FusedMultiplyAdd(clamped, Vector512.Create(1.44269504f), Vector512.Create(Rounder));
        var n = shifted - Vector512.Create(Rounder);
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693147182f), clamped);
        var square = r * r;
        var low = Vector512.FusedMultiplyAdd(r, Vector512.Create(0.16666499586985012f), Vector512.Create(0.5000002561726625f));
        var middle = Vector512.FusedMultiplyAdd(r, Vector512.Create(0.008370664164722739f), Vector512.Create(0.041660730671930594f));
        middle = Vector512.FusedMultiplyAdd(square, Vector512.Create(0.001424054188890604f), middle);
        var curved = Vector512.FusedMultiplyAdd(square, middle, low);
        var polynomial = Vector512.FusedMultiplyAdd(square, curved, r) + Vector512<float>.One;
        var exponent = Vector512.ShiftLeft(shifted.AsInt32(), 23);
        return (polynomial.AsInt32() + exponent).AsSingle();
    }

    /// <summary>log(1 + e) for 0 ≤ e ≤ 1 by the series of the inverse hyperbolic tangent of e / (e + 2), fitted up to ⅓.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogOnePlus(Vector512<float> e)
    {
        var s = e / (e + Vector512.Create(2f));
        var square = s * s;
        var series = Vector512.FusedMultiplyAdd(square, Vector512.Create(0.28157778366675157f), Vector512.Create(0.27965157744535735f));
        series = Vector512.FusedMultiplyAdd(series, square, Vector512.Create(0.4002459523071362f));
        series = Vector512.FusedMultiplyAdd(series, square, Vector512.Create(0.6666632164138003f));
        series = Vector512.FusedMultiplyAdd(series, square, Vector512.Create(2.000000007681759f));
        return series * s;
    }
}
