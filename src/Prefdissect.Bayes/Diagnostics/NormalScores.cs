using MathNet.Numerics.Distributions;

namespace Prefdissect.Bayes.Diagnostics;

/// <summary>
/// Ranks over all chains, ties given their mean rank, turned into standard normal quantiles: Φ⁻¹((rank − 3/8) / (n + 1/4)) (Blom's offsets;
/// Vehtari et al., 2021, equation 14). Makes a diagnostic independent of the shape of the distribution.
/// </summary>
internal static class NormalScores
{
    public static double[][] Of(double[][] chains)
    {
        var length = chains[0].Length;
        var values = chains.SelectMany(chain => chain).ToArray();
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(values, order);
        var scores = chains.Select(_ => new double[length]).ToArray();
        for (var start = 0; start < values.Length;)
        {
            var end = start + 1;
            while (end < values.Length && values[end] == values[start])
                end++;
            var rank = 0.5 * (start + 1 + end);
            var score = Normal.InvCDF(0, 1, (rank - 0.375) / (values.Length + 0.25));
            for (; start < end; start++)
                scores[order[start] / length][order[start] % length] = score;
        }
        return scores;
    }
}
