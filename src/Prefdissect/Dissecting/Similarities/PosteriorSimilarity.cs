using Prefdissect.Bayes.Summaries;
using Prefdissect.Dissecting.Contrasts;

namespace Prefdissect.Dissecting.Similarities;

/// <summary>The posterior of the similarity of every two judges: one draw of each is compared, group by group, and averaged over the groups as <see cref="Similarity"/> does.</summary>
public static class PosteriorSimilarity
{
    /// <summary>Pairs of draws that an interval rests on at most: its ends are then told to about a tenth of its spread.</summary>
    public const int MostDraws = 1000;

    /// <summary>
    /// One row and column a judge, in the order given; <see langword="null"/> where no similarity can be stated: no group in common, fewer than
    /// <see cref="Similarity.FewestProperties"/> properties in common, or a draw with equal weights. A judge with itself is compared draw by draw with itself.
    /// </summary>
    /// <param name="judges">The judges.</param>
    /// <param name="weights">Their draws, each judge and group once.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="groups">Groups to average over; a pair of judges is averaged over those that both have.</param>
    /// <param name="seed">Decides which draw stands beside which.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<IReadOnlyList<SimilarityInterval?>> Of(
        IReadOnlyList<string> judges, IReadOnlyList<DrawnWeights> weights, ISimilarityMetric metric, IReadOnlyList<string> groups, long seed, CancellationToken cancellation = default)
    {
        var used = weights.Where(one => groups.Contains(one.Group)).ToList();
        var count = used.Select(one => one.Draws.Count).Append(MostDraws).Min();
        var sides = used.ToDictionary(
            one => (one.Judge, one.Group), one => new Side(one.Draws, DrawPairing.Of(one.Draws.Count, count, seed, one.Judge, one.Group)));
        var cells = judges.Select(_ => new SimilarityInterval?[judges.Count]).ToArray();
        var couples = (from i in Enumerable.Range(0, judges.Count) from j in Enumerable.Range(i, judges.Count - i) select (i, j)).ToArray();
        Parallel.ForEach(couples, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, couple =>
        {
            var common = groups.Select(group => (One: sides.GetValueOrDefault((judges[couple.i], group)), Other: sides.GetValueOrDefault((judges[couple.j], group))))
                .Where(both => both.One is not null && both.Other is not null).Select(both => (both.One!, both.Other!)).ToList();
            cells[couple.i][couple.j] = cells[couple.j][couple.i] = Between(common, metric, count);
        });
        return cells;
    }

    private static SimilarityInterval? Between(List<(Side One, Side Other)> groups, ISimilarityMetric metric, int count)
    {
        var sums = new double[count];
        var used = 0;
        foreach (var (one, other) in groups)
        {
            // A group in which the judges cannot be compared does not count, as in the similarity of the means.
            if (Compared(one, other, metric, count) is not { } values) continue;
            used++;
            for (var i = 0; i < count; i++) sums[i] += values[i];
        }
        if (used == 0) return null;
        for (var i = 0; i < count; i++) sums[i] /= used;
        Array.Sort(sums);
        return new SimilarityInterval(Quantile.OfSorted(sums, 0.025), Quantile.OfSorted(sums, 0.5), Quantile.OfSorted(sums, 0.975));
    }

    private static double[]? Compared(Side one, Side other, ISimilarityMetric metric, int count)
    {
        var common = one.Draws.Properties.Intersect(other.Draws.Properties, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (common.Length < Similarity.FewestProperties) return null;
        var (columns, others) = (one.ColumnsOf(common), other.ColumnsOf(common));
        var (x, y) = (new double[common.Length], new double[common.Length]);
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            Fill(x, one.Draws.Draw(one.Places[i]), columns);
            Fill(y, other.Draws.Draw(other.Places[i]), others);
            if (metric.Of(x, y) is not { } value || !double.IsFinite(value)) return null;
            values[i] = value;
        }
        return values;
    }

    private static void Fill(double[] weights, ReadOnlySpan<float> draw, int[] columns)
    {
        for (var i = 0; i < weights.Length; i++) weights[i] = draw[columns[i]];
    }

    private sealed record Side(FitDraws Draws, int[] Places)
    {
        public int[] ColumnsOf(string[] properties)
        {
            var place = Draws.Properties.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
            return Array.ConvertAll(properties, property => place[property]);
        }
    }
}
