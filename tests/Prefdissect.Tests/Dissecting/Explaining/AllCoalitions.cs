using System.Numerics;
using Prefdissect.Dissecting;

namespace Prefdissect.Tests.Dissecting.Explaining;

/// <summary>Shapley values by their definition: a sum over all 2^k coalitions.</summary>
internal static class AllCoalitions
{
    public static double[] Values(ReadOnlySpan<double> contributions)
    {
        var k = contributions.Length;
        var sums = new double[1 << k];
        for (var coalition = 1; coalition < sums.Length; coalition++)
            sums[coalition] = sums[coalition & (coalition - 1)] + contributions[BitOperations.TrailingZeroCount(coalition)];
        var worth = Array.ConvertAll(sums, Degree.Of);
        var values = new double[k];
        for (var coalition = 0; coalition < worth.Length; coalition++)
        {
            var weight = 1 / (k * Binomial(k - 1, BitOperations.PopCount((uint)coalition)));
            for (var p = 0; p < k; p++)
            {
                if ((coalition >> p & 1) == 0) values[p] += weight * (worth[coalition | 1 << p] - worth[coalition]);
            }
        }
        return values;
    }

    private static double Binomial(int n, int k)
    {
        var product = 1.0;
        for (var i = 1; i <= k; i++) product = product * (n - k + i) / i;
        return product;
    }
}
