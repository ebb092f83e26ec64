using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Diagnostics;

/// <summary>Chains cut in halves, so that a chain that drifts disagrees with itself. Of an odd number of draws the middle one is left out.</summary>
internal static class SplitChains
{
    /// <summary>The halves as chains of their own; null when a half would have fewer than two draws.</summary>
    public static double[][]? Of(ScalarDraws draws) => Of(draws.Values, draws.Chains, draws.DrawsPerChain);

    public static double[][]? Of(ReadOnlySpan<double> values, int chains, int drawsPerChain)
    {
        var half = drawsPerChain / 2;
        if (half < 2)
            return null;
        var halves = new double[2 * chains][];
        for (var chain = 0; chain < chains; chain++)
        {
            var whole = values.Slice(chain * drawsPerChain, drawsPerChain);
            halves[2 * chain] = whole[..half].ToArray();
            halves[2 * chain + 1] = whole[^half..].ToArray();
        }
        return halves;
    }
}
