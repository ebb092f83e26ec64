using Prefdissect.Dissecting;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>What a judge's fit says of a pair: the log-odds that each property adds. Of a pair that lacks a rating it says nothing.</summary>
internal sealed class FitCriterion : IPairCriterion
{
    private readonly PairRatingReader ratings;
    private readonly double[] weights;
    private readonly Func<IReadOnlyList<long>, Func<long, double[], bool>> rule;

    private FitCriterion(Study study, JudgeFit fit, PropertySet properties, Func<IReadOnlyList<long>, Func<long, double[], bool>> rule)
    {
        var known = properties.All.ToDictionary(property => property.ShortName, StringComparer.Ordinal);
        var there = fit.Weights.Where(weight => known.ContainsKey(weight.Property)).ToList();
        ratings = new PairRatingReader(study, fit.Subject.Annotator, [.. there.Select(weight => known[weight.Property])]);
        weights = [.. there.Select(weight => weight.Mean)];
        this.rule = rule;
    }

    /// <summary>The fit predicts the other response than most of the judge's votes are for.</summary>
    public static FitCriterion Wrong(Study study, JudgeFit fit, PropertySet properties)
    {
        var votes = new FoundPairReader(study);
        return new FitCriterion(study, fit, properties, pairs =>
        {
            var majorities = votes.Majorities(fit.Subject.Judge, pairs);
            return (pair, added) => majorities.GetValueOrDefault(pair) * Math.Sign(added.Sum()) < 0;
        });
    }

    /// <summary>A property adds more than any other, in favour of either response.</summary>
    public static FitCriterion DecidedBy(Study study, JudgeFit fit, PropertySet properties, string property)
    {
        var column = fit.Weights.Where(weight => properties.All.Any(known => known.ShortName == weight.Property)).Index().First(of => of.Item.Property == property).Index;
        return new FitCriterion(study, fit, properties, _ => (_, added) => added[column] != 0 && added.All(other => Math.Abs(other) <= Math.Abs(added[column])));
    }

    public IReadOnlySet<long> Of(IReadOnlyList<long> pairs)
    {
        var holds = rule(pairs);
        return ratings.Of(pairs).Where(of => Added(of.Value) is { } added && holds(of.Key, added)).Select(of => of.Key).ToHashSet();
    }

    private double[]? Added(IReadOnlyList<PairRating> rated)
    {
        var added = new double[weights.Length];
        for (var p = 0; p < added.Length; p++)
        {
            if (rated[p].Comparison is not { } comparison) return null;
            added[p] = comparison.Sign * weights[p];
        }
        return added;
    }
}
