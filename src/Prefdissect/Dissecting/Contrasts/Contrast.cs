using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Dissecting.Contrasts;

/// <summary>
/// In which properties do two judges (or one judge on two groups) differ, and how sure is that? The posterior of α₁ − α₂ from the draws of both fits. They are
/// independent given the data, although both judges may have seen the same pairs: what a sample of pairs does to both alike is no part of this posterior, and
/// <see cref="PairedBootstrap"/> shows it.
/// </summary>
public static class Contrast
{
    /// <summary>The group of rows that are means over groups.</summary>
    public const string Standardised = "standardised";

    /// <summary>The rows of every comparison, one a property that both sides have.</summary>
    /// <param name="pairs">The comparisons.</param>
    /// <param name="seed">Decides which draw stands beside which.</param>
    public static IReadOnlyList<ContrastRow> Of(IReadOnlyList<ContrastPair> pairs, long seed) => [.. pairs.SelectMany(pair => OfPair(pair, seed))];

    /// <summary>
    /// Rows of the mean difference over several comparisons, property by property over those that have it: neither judge's share of each group counts. Draws of
    /// different groups are taken as independent, which they are where no pair is in two of them.
    /// </summary>
    public static IReadOnlyList<ContrastRow> MeanOf(IReadOnlyList<ContrastPair> pairs, long seed)
    {
        var differences = pairs.Select(pair => new PairedDraws(pair, seed)).ToList();
        return
        [
            .. pairs.SelectMany(pair => pair.Properties).Distinct(StringComparer.Ordinal).Select(property =>
            {
                var having = pairs.Index().Where(entry => entry.Item.Properties.Contains(property)).ToList();
                var mean = having.Average(entry => MeanDifference(entry.Item, property));
                return Row(property, Standardised, mean, having.Count, Averaged([.. having.Select(entry => differences[entry.Index].Of(property))]));
            }),
        ];
    }

    private static IEnumerable<ContrastRow> OfPair(ContrastPair pair, long seed)
    {
        var draws = new PairedDraws(pair, seed);
        return pair.Properties.Select(property => Row(property, pair.Group, MeanDifference(pair, property), 1, draws.Of(property)));
    }

    private static double MeanDifference(ContrastPair pair, string property) => pair.Greater.Weights.Values[property] - pair.Lesser.Weights.Values[property];

    private static double[]? Averaged(IReadOnlyList<double[]?> parts)
    {
        if (parts.Any(part => part is null)) return null;
        var mean = new double[parts.Min(part => part!.Length)];
        foreach (var part in parts)
        {
            for (var i = 0; i < mean.Length; i++) mean[i] += part![i] / parts.Count;
        }
        return mean;
    }

    private static ContrastRow Row(string property, string group, double difference, int groups, double[]? draws)
    {
        var row = new ContrastRow(property, group, difference, groups);
        if (draws is null) return row;
        var halves = draws.Sum(draw => 1L + Math.Sign(draw));
        Array.Sort(draws);
        return row with
        {
            Low = Quantile.OfSorted(draws, 0.025),
            High = Quantile.OfSorted(draws, 0.975),
            Quartiles = (Quantile.OfSorted(draws, 0.25), Quantile.OfSorted(draws, 0.75)),
            ProbabilityGreater = halves / (2.0 * draws.Length),
        };
    }
}
