using MathNet.Numerics.Distributions;

namespace Prefdissect.Bayes.Diagnostics;

/// <summary>
/// Standard normal quantiles for the ranks of so many values: Φ⁻¹((rank − 3/8) / (n + 1/4)) (Blom's offsets; Vehtari et al., 2021, equation 14).
/// Makes a diagnostic independent of the shape of the distribution. Those of whole ranks are computed once, for any number of quantities.
/// </summary>
internal sealed class NormalScores(int count)
{
    private readonly Lazy<double[]> ofWholeRanks = new(() => Table(count));

    /// <summary>Number of values ranked.</summary>
    public int Count => count;

    /// <summary>Ranks over all chains, ties given their mean rank, turned into scores.</summary>
    public static double[][] Of(double[][] chains) => Ranking.Of(chains).Scores(new NormalScores(chains.Sum(chain => chain.Length)));

    /// <summary>The score of a rank from 1, given twofold so that the mean rank of a tie is a whole number.</summary>
    public double OfRank(int twice) => twice % 2 == 0 ? ofWholeRanks.Value[twice / 2 - 1] : Score(twice / 2.0, count);

    private static double[] Table(int count)
    {
        var table = new double[count];
        for (var i = 0; i < (count + 1) / 2; i++)
        {
            table[i] = Score(i + 1, count);
            table[count - 1 - i] = -table[i];
        }
        return table;
    }

    private static double Score(double rank, int count) => Normal.InvCDF(0, 1, (rank - 0.375) / (count + 0.25));
}
