using Prefdissect.Bayes.Summaries;
using Prefdissect.Pairs;
using Prefdissect.Properties;

namespace Prefdissect.Annotating.Agreements;

/// <summary>Compares every two ratings of every response once, then counts those comparisons anew for each resampling of pairs.</summary>
internal sealed class AgreementMeasurement
{
    private readonly List<RatedTwice> compared = [];
    private readonly List<(int Pair, bool Alike)> states = [];
    private readonly double[] values;
    private readonly int least;
    private readonly int levels;
    private readonly int raters;
    private readonly int pairs;
    private readonly string property;
    private readonly (int Rated, int Judged) counts;

    public AgreementMeasurement(Property property, IReadOnlyList<RatedResponse> responses, int raters)
    {
        (this.property, this.raters) = (property.ShortName, raters);
        values = [.. responses.SelectMany(response => response.Ratings).Where(rating => rating.IsMeasured).Select(rating => rating.Value).Distinct().Order()];
        // Counts of errors have no highest level but the highest that was seen.
        (least, var most) = property.Kind == PropertyKind.Error ? (0, (int)Math.Round(values.DefaultIfEmpty(0).Max())) : (property.Scale.Least, property.Scale.Most);
        levels = Math.Max(2, most - least + 1);
        var numbers = new Dictionary<long, int>();
        foreach (var response in responses)
        {
            if (!numbers.TryGetValue(response.Pair, out var pair)) numbers.Add(response.Pair, pair = numbers.Count);
            var (before, beforeStates) = (compared.Count, states.Count);
            Compare(pair, response.Ratings);
            counts.Rated += compared.Count > before ? 1 : 0;
            counts.Judged += states.Count > beforeStates ? 1 : 0;
        }
        pairs = numbers.Count;
    }

    public PropertyAgreement Measure(ulong seed)
    {
        var measures = new Func<double[], double?>[] { Applies, times => Share(times, 1e-9), times => Share(times, 1 + 1e-9), Kappa, Alpha };
        var replicates = measures.Select(_ => new double?[ClusterResampling.Replicates]).ToArray();
        if (pairs >= ClusterResampling.FewestClusters)
        {
            new ClusterResampling(pairs, seed).Run((number, times) =>
            {
                for (var m = 0; m < measures.Length; m++) replicates[m][number] = measures[m](times);
            });
        }
        double[] once = [.. Enumerable.Repeat(1.0, pairs)];
        var figures = measures.Select((measure, m) => Figure(measure(once), replicates[m], m == 0 ? counts.Judged : counts.Rated)).ToList();
        return new PropertyAgreement(property, figures[0], figures[1], figures[2], figures[3], figures[4]);
    }

    private AgreementFigure Figure(double? value, double?[] replicates, int count)
    {
        if (value is null) return AgreementFigure.Without(count, count == 0 ? "no response was rated by two" : "all ratings are the same, so that chance cannot be told");
        if (pairs < ClusterResampling.FewestClusters)
            return new AgreementFigure(value, null, null, count, $"no interval: {pairs} pairs are fewer than {ClusterResampling.FewestClusters}");
        if (Array.Exists(replicates, replicate => replicate is null)) return new AgreementFigure(value, null, null, count, "no interval: it cannot be told on some resampled pairs");
        var sorted = Array.ConvertAll(replicates, replicate => replicate!.Value);
        Array.Sort(sorted);
        return new AgreementFigure(value, Quantile.OfSorted(sorted, 0.025), Quantile.OfSorted(sorted, 0.975), count, null);
    }

    private void Compare(int pair, IReadOnlyList<Rating> ratings)
    {
        var rated = ratings.Count(rating => rating.IsMeasured);
        for (var i = 0; i < raters; i++)
        {
            for (var j = i + 1; j < raters; j++)
            {
                var (one, other) = (ratings[i], ratings[j]);
                if (Says(one) && Says(other)) states.Add((pair, one.IsMeasured == other.IsMeasured));
                if (one.IsMeasured && other.IsMeasured) compared.Add(new RatedTwice(pair, (i * raters) + j, PlaceOf(one), PlaceOf(other), 1.0 / (rated - 1)));
            }
        }
    }

    private static bool Says(Rating rating) => rating.State is RatingState.Measured or RatingState.NotApplicable;

    private int PlaceOf(Rating rating) => Array.BinarySearch(values, rating.Value);

    private int LevelOf(int place) => Math.Clamp((int)Math.Round(values[place]) - least, 0, levels - 1);

    private double? Applies(double[] times)
    {
        double alike = 0, all = 0;
        foreach (var (pair, same) in states)
        {
            all += times[pair];
            if (same) alike += times[pair];
        }
        return all > 0 ? alike / all : null;
    }

    private double? Share(double[] times, double apart)
    {
        double near = 0, all = 0;
        foreach (var of in compared)
        {
            all += times[of.Pair];
            if (Math.Abs(values[of.One] - values[of.Other]) <= apart) near += times[of.Pair];
        }
        return all > 0 ? near / all : null;
    }

    private double? Kappa(double[] times)
    {
        var tables = new Dictionary<int, long[,]>();
        foreach (var of in compared)
        {
            if (!tables.TryGetValue(of.Raters, out var table)) tables.Add(of.Raters, table = new long[levels, levels]);
            table[LevelOf(of.One), LevelOf(of.Other)] += (long)times[of.Pair];
        }
        var kappas = tables.Values.Select(table => WeightedKappa.Of(table)?.Value).ToList();
        return kappas.Count > 0 && kappas.TrueForAll(kappa => kappa is not null) ? kappas.Average() : null;
    }

    private double? Alpha(double[] times)
    {
        var coincidences = new double[values.Length, values.Length];
        foreach (var of in compared)
        {
            coincidences[of.One, of.Other] += times[of.Pair] * of.Weight;
            coincidences[of.Other, of.One] += times[of.Pair] * of.Weight;
        }
        return OrdinalAlpha.Of(coincidences);
    }

    /// <summary>Two raters' ratings of one response: number of the pair, which two raters, places of the ratings among the values, and their weight in coincidences.</summary>
    private readonly record struct RatedTwice(int Pair, int Raters, int One, int Other, double Weight);
}
