namespace Prefdissect.Dissecting;

/// <summary>The posterior of one property's weight α in one fit. All numbers are finite.</summary>
public sealed record PropertyWeight
{
    /// <summary>Short name of the property.</summary>
    public required string Property { get; init; }

    /// <summary>Posterior mean: the weight that the paper reports.</summary>
    public required double Mean { get; init; }

    /// <summary>Posterior standard deviation.</summary>
    public required double Sd { get; init; }

    /// <summary>Posterior quantiles.</summary>
    public required WeightQuantiles Quantiles { get; init; }

    /// <summary>Posterior probability that the weight is above 0.</summary>
    public required double ProbabilityPositive { get; init; }

    /// <summary>Monte-Carlo standard error of <see cref="Mean"/>.</summary>
    public required double McseMean { get; init; }

    /// <summary>Monte-Carlo standard error of <see cref="Sd"/>.</summary>
    public required double McseSd { get; init; }

    /// <summary>Bulk effective sample size, in draws.</summary>
    public required double EssBulk { get; init; }

    /// <summary>Tail effective sample size, in draws.</summary>
    public required double EssTail { get; init; }

    /// <summary>Rank-normalised split R-hat; near 1 where the chains agree.</summary>
    public required double RHat { get; init; }

    /// <summary>Lower end of the 95 % interval of the weight.</summary>
    public double Low => Quantiles.Q2_5;

    /// <summary>Upper end of the 95 % interval of the weight.</summary>
    public double High => Quantiles.Q97_5;

    /// <summary>Degree of preference, σ of the posterior mean as in the paper (§3.3).</summary>
    public double Preference => Degree.Of(Mean);

    /// <summary>Lower end of the 95 % interval of the degree: σ keeps order, so quantiles go through it exactly.</summary>
    public double PreferenceLow => Degree.Of(Low);

    /// <summary>Upper end of the 95 % interval of the degree.</summary>
    public double PreferenceHigh => Degree.Of(High);

    /// <summary>What the 95 % interval says.</summary>
    public WeightVerdict Verdict => (Low, High) switch
    {
        ( > 0, _) => WeightVerdict.Liked,
        (_, < 0) => WeightVerdict.Disliked,
        _ => WeightVerdict.Unclear,
    };

    /// <summary>Posterior probability that the weight's sign is not the one of its larger side; at most ½.</summary>
    public double WrongSignProbability => Math.Min(ProbabilityPositive, 1 - ProbabilityPositive);
}
