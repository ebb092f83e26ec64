using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Dissecting.Explaining;

/// <summary>Why a model prefers the response of a pair that it does.</summary>
/// <param name="LogOdds">Σ feature × weight at the posterior means.</param>
/// <param name="Properties">One entry a property of the model, in its order; those that do not differ are there with zeros.</param>
public sealed record PairExplanation(double LogOdds, IReadOnlyList<PropertyShare> Properties)
{
    /// <summary>Draws that the intervals of Shapley values are made of: evenly spaced among all, since neighbours in a chain tell little that is new.</summary>
    public const int MostShapleyDraws = 400;

    private const double LowerTail = 0.025;

    /// <summary>Probability that the first response wins: σ of <see cref="LogOdds"/>.</summary>
    public double Probability => Degree.Of(LogOdds);

    /// <summary>Lower end of the probability's 95 % interval, from all draws; <see langword="null"/> where there are none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the probability's interval.</summary>
    public double? High { get; init; }

    /// <summary>How many draws the intervals of Shapley values are made of; 0 where there are none.</summary>
    public int ShapleyDraws { get; init; }

    /// <summary>Explains what a model says of a pair.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">Short name of a property → its feature, first response minus second; every property of the model, others are passed over.</param>
    /// <param name="shapleyDraws">Draws for the intervals of Shapley values, which cost the most here; 0 for none of these intervals.</param>
    /// <exception cref="ArgumentException">A property of the model has no feature, a feature or weight is not finite, or they are too large (<see cref="ShapleyValues.Of"/>).</exception>
    public static PairExplanation Of(ExplainedModel model, IReadOnlyDictionary<string, double> features, int shapleyDraws = MostShapleyDraws)
    {
        double[] x = [.. model.Weights.Select(weight => FeatureOf(weight.Property, features))];
        var means = new double[x.Length];
        ShapleyValues.Of(Times(x, p => model.Weights[p].Mean), means);
        var shares = model.Weights.Select((weight, p) => new PropertyShare(weight.Property, x[p], weight.Mean, means[p]) { WeightLow = weight.Low, WeightHigh = weight.High });
        var logOdds = model.Weights.Select((weight, p) => x[p] * weight.Mean).Sum();
        if (model.Draws is not { } draws) return new PairExplanation(logOdds, [.. shares]);
        var (low, high) = ProbabilityInterval(x, draws);
        if (shapleyDraws == 0) return new PairExplanation(logOdds, [.. shares]) { Low = low, High = high };
        var (count, intervals) = ShapleyIntervals(x, draws, shapleyDraws);
        return new PairExplanation(logOdds, [.. shares.Select((share, p) => share with { ShapleyLow = intervals[p].Low, ShapleyHigh = intervals[p].High })])
        {
            Low = low,
            High = high,
            ShapleyDraws = count,
        };
    }

    private static double FeatureOf(string property, IReadOnlyDictionary<string, double> features) => features.TryGetValue(property, out var feature)
        ? double.IsFinite(feature) ? feature : throw new ArgumentException($"The feature of '{property}' is {feature}; it must be a finite number.", nameof(features))
        : throw new ArgumentException($"There is no feature of '{property}', which is in the model.", nameof(features));

    private static double[] Times(double[] features, Func<int, double> weight)
    {
        var contributions = new double[features.Length];
        for (var p = 0; p < features.Length; p++) contributions[p] = features[p] == 0 ? 0 : features[p] * weight(p);
        return contributions;
    }

    private static (double Low, double High) ProbabilityInterval(double[] features, FitDraws draws)
    {
        var logOdds = new double[draws.Count];
        for (var draw = 0; draw < logOdds.Length; draw++)
        {
            var weights = draws.Draw(draw);
            for (var p = 0; p < features.Length; p++) logOdds[draw] += features[p] * weights[p];
        }
        // σ keeps order, so quantiles go through it as they are.
        var (low, high) = Interval(logOdds);
        return (Degree.Of(low), Degree.Of(high));
    }

    private static (int Draws, (double Low, double High)[] Intervals) ShapleyIntervals(double[] features, FitDraws draws, int most)
    {
        var count = Math.Min(most, draws.Count);
        var byProperty = features.Select(_ => new double[count]).ToArray();
        var values = new double[features.Length];
        for (var i = 0; i < count; i++)
        {
            var weights = draws.Draw((int)((long)i * draws.Count / count)).ToArray();
            ShapleyValues.Of(Times(features, p => weights[p]), values);
            for (var p = 0; p < values.Length; p++) byProperty[p][i] = values[p];
        }
        return (count, [.. byProperty.Select(Interval)]);
    }

    private static (double Low, double High) Interval(double[] values)
    {
        Array.Sort(values);
        return (Quantile.OfSorted(values, LowerTail), Quantile.OfSorted(values, 1 - LowerTail));
    }
}
