using System.Numerics.Tensors;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Diagnostics;

/// <summary>
/// Do the chains agree? Rank-normalised split R-hat (Vehtari, Gelman, Simpson, Carpenter and Bürkner, 2021): the larger of the R-hats of the ranks
/// (sees chains in different places) and of the ranks of the distances from the median (sees chains of different widths). Below 1.01 is good.
/// </summary>
public static class RHat
{
    /// <summary>
    /// R-hat of a quantity. Null where it is not defined: fewer than four draws a chain, or all draws equal. When each half chain stands still, at
    /// different places, it is <see cref="double.MaxValue"/>: no finite number says how little the chains agree.
    /// </summary>
    public static double? Of(ScalarDraws draws)
    {
        ArgumentNullException.ThrowIfNull(draws);
        if (SplitChains.Of(draws) is not { } halves || IsConstant(halves))
            return null;
        var scores = new NormalScores(halves.Sum(half => half.Length));
        var ranking = Ranking.Of(halves);
        return Of(ranking, ranking.Scores(scores), Quantile.Of(draws, 0.5), scores);
    }

    /// <summary>R-hat of halves whose ranking and normal scores, and the median of the draws, are at hand.</summary>
    internal static double Of(Ranking ranking, double[][] scored, double median, NormalScores scores)
    {
        var location = Basic(scored);
        var folded = ranking.OfDistances(median);
        return folded.Sorted[0] == folded.Sorted[^1] ? location : Math.Max(location, Basic(folded.Scores(scores)));
    }

    internal static bool IsConstant(double[][] chains) => chains.All(chain => !chain.AsSpan().ContainsAnyExcept(chains[0][0]));

    private static double Basic(double[][] chains)
    {
        var n = (double)chains[0].Length;
        var within = chains.Average(Variance);
        var between = Variance([.. chains.Select(chain => TensorPrimitives.Sum(chain) / n)]);
        var ratio = within > 0 ? Math.Sqrt(between / within + (n - 1) / n) : double.MaxValue;
        return Math.Min(ratio, double.MaxValue);
    }

    private static double Variance(double[] values)
    {
        // Rounding in the mean must not give a chain that stands still a variance.
        if (!values.AsSpan().ContainsAnyExcept(values[0]))
            return 0;
        var mean = TensorPrimitives.Sum(values) / values.Length;
        var sum = 0.0;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return sum / (values.Length - 1);
    }
}
