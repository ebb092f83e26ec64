namespace Prefdissect.Dissecting.Explaining;

/// <summary>What one property does to what a model says of a pair; positive speaks for the first response. Intervals are of 95 % and come from posterior draws; all numbers are finite.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Feature">First response minus second, as in the fit: −1, 0 or +1.</param>
/// <param name="Weight">Posterior mean of the weight, in log-odds.</param>
/// <param name="Shapley">Exact Shapley value at the posterior means, in probability: the values of all properties sum to the probability minus ½.</param>
public sealed record PropertyShare(string Property, double Feature, double Weight, double Shapley)
{
    /// <summary>Lower end of the weight's interval; <see langword="null"/> where only the mean is known.</summary>
    public double? WeightLow { get; init; }

    /// <summary>Upper end of the weight's interval.</summary>
    public double? WeightHigh { get; init; }

    /// <summary>Lower end of the Shapley value's interval; <see langword="null"/> where there are no draws.</summary>
    public double? ShapleyLow { get; init; }

    /// <summary>Upper end of the Shapley value's interval.</summary>
    public double? ShapleyHigh { get; init; }

    /// <summary>Feature × weight: the Shapley value in log-odds, where the model is a sum.</summary>
    public double LogOdds => Unsigned(Feature * Weight) ?? 0;

    /// <summary>Lower end of the interval of <see cref="LogOdds"/>.</summary>
    public double? LogOddsLow => Unsigned(Feature * (Feature < 0 ? WeightHigh : WeightLow));

    /// <summary>Upper end of the interval of <see cref="LogOdds"/>.</summary>
    public double? LogOddsHigh => Unsigned(Feature * (Feature < 0 ? WeightLow : WeightHigh));

    // Where a property does not differ, a weight below zero would make it −0, which documents would show.
    private static double? Unsigned(double? value) => value + 0.0;
}
