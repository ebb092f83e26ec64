using System.Text.Json.Serialization;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Dissecting;

/// <summary>The posterior of one property's weight α in one fit, and what it says. All numbers are finite.</summary>
/// <param name="Posterior">Mean, quantiles, Monte-Carlo errors and convergence of the weight; its name is the property's short name.</param>
public sealed record PropertyWeight(ParameterSummary Posterior)
{
    /// <summary>
    /// Variance of the weight when whole queries vary, by its variance if all votes were independent (<see cref="Clusters.QueryClusters"/>); <see langword="null"/>
    /// where it cannot be computed.
    /// </summary>
    public double? DesignEffect { get; init; }

    /// <summary>Short name of the property.</summary>
    [JsonIgnore]
    public string Property => Posterior.Name;

    /// <summary>Posterior mean: the weight that the paper reports.</summary>
    [JsonIgnore]
    public double Mean => Posterior.Mean;

    /// <summary>Posterior standard deviation.</summary>
    [JsonIgnore]
    public double Sd => Posterior.Sd;

    /// <summary>Lower end of the 95 % interval of the weight.</summary>
    [JsonIgnore]
    public double Low => Posterior.Q025;

    /// <summary>Upper end of the 95 % interval of the weight.</summary>
    [JsonIgnore]
    public double High => Posterior.Q975;

    /// <summary>Lower end of the 95 % interval with the root of the design effect applied to its distance from the mean: robust to votes that share a query.</summary>
    [JsonIgnore]
    public double? RobustLow => Widened(Low);

    /// <summary>Upper end of the robust 95 % interval.</summary>
    [JsonIgnore]
    public double? RobustHigh => Widened(High);

    /// <summary>Degree of preference, σ of the posterior mean as in the paper (§3.3).</summary>
    [JsonIgnore]
    public double Preference => Degree.Of(Mean);

    /// <summary>Lower end of the 95 % interval of the degree: σ keeps order, so quantiles go through it as they are.</summary>
    [JsonIgnore]
    public double PreferenceLow => Degree.Of(Low);

    /// <summary>Upper end of the 95 % interval of the degree.</summary>
    [JsonIgnore]
    public double PreferenceHigh => Degree.Of(High);

    /// <summary>Lower end of the 90 % interval of the degree.</summary>
    [JsonIgnore]
    public double PreferenceLow90 => Degree.Of(Posterior.Q05);

    /// <summary>Upper end of the 90 % interval of the degree.</summary>
    [JsonIgnore]
    public double PreferenceHigh90 => Degree.Of(Posterior.Q95);

    /// <summary>What the 95 % interval says.</summary>
    [JsonIgnore]
    public WeightVerdict Verdict => (Low, High) switch
    {
        ( > 0, _) => WeightVerdict.Liked,
        (_, < 0) => WeightVerdict.Disliked,
        _ => WeightVerdict.Unclear,
    };

    /// <summary>Posterior probability that the weight's sign is not the more probable one; at most ½.</summary>
    [JsonIgnore]
    public double WrongSignProbability => Math.Min(Posterior.ProbabilityPositive, 1 - Posterior.ProbabilityPositive);

    /// <summary>An end moved away from the mean; never towards it, since a design effect below 1 is rather noise than a gain.</summary>
    private double? Widened(double end) => DesignEffect is { } effect ? Mean + Math.Sqrt(Math.Max(1, effect)) * (end - Mean) : null;
}
