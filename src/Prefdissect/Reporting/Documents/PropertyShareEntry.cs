using Prefdissect.Dissecting.Explaining;

namespace Prefdissect.Reporting.Documents;

/// <summary>What one property does to what a judge's model says of a pair; positive speaks for the first response, A.</summary>
public sealed record PropertyShareEntry
{
    /// <summary>Short name.</summary>
    public required string Property { get; init; }

    /// <summary>−1, 0 or +1: +1 where the first response has more of it.</summary>
    public required double Feature { get; init; }

    /// <summary>Posterior mean of the weight.</summary>
    public required double Weight { get; init; }

    /// <summary>Lower end of the weight's 95 % interval; null for published judges.</summary>
    public required double? WeightLow { get; init; }

    /// <summary>Upper end.</summary>
    public required double? WeightHigh { get; init; }

    /// <summary>Exact Shapley value, in probability.</summary>
    public required double Shapley { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public required double? ShapleyLow { get; init; }

    /// <summary>Upper end.</summary>
    public required double? ShapleyHigh { get; init; }

    /// <summary>Feature × weight.</summary>
    public required double LogOdds { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public required double? LogOddsLow { get; init; }

    /// <summary>Upper end.</summary>
    public required double? LogOddsHigh { get; init; }

    /// <summary>The entry of a share.</summary>
    public static PropertyShareEntry Of(PropertyShare share) => new()
    {
        Property = share.Property,
        Feature = share.Feature,
        Weight = share.Weight,
        WeightLow = share.WeightLow,
        WeightHigh = share.WeightHigh,
        Shapley = share.Shapley,
        ShapleyLow = share.ShapleyLow,
        ShapleyHigh = share.ShapleyHigh,
        LogOdds = share.LogOdds,
        LogOddsLow = share.LogOddsLow,
        LogOddsHigh = share.LogOddsHigh,
    };
}
