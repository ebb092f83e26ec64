using Prefdissect.Dissecting.Contrasts;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>How two judges, or two groups, differ in one property.</summary>
public sealed record ContrastEntry
{
    /// <summary>Short name of the property.</summary>
    public required string Property { get; init; }

    /// <summary>The group; <c>standardised</c> for a mean over groups; both groups where one judge is compared on two.</summary>
    public required string Group { get; init; }

    /// <summary>Number of groups that the row is a mean over.</summary>
    public required int Groups { get; init; }

    /// <summary>Pairs in the fit of the first side; null for a published judge and for means over groups.</summary>
    public required int? PairsGreater { get; init; }

    /// <summary>Pairs in the fit of the second side.</summary>
    public required int? PairsLesser { get; init; }

    /// <summary>Difference of the posterior means of the weights, first minus second.</summary>
    public required double Difference { get; init; }

    /// <summary>Lower end of the posterior's 95 % interval; null where neither side has draws.</summary>
    public required double? Low { get; init; }

    /// <summary>Upper end.</summary>
    public required double? High { get; init; }

    /// <summary>Posterior probability that the first side has the greater weight.</summary>
    public required double? ProbabilityGreater { get; init; }

    /// <summary>Difference of the posterior modes; null without a bootstrap.</summary>
    public required double? ModeDifference { get; init; }

    /// <summary>2.5 % quantile of the difference of modes over resamples of queries.</summary>
    public required double? BootstrapLow { get; init; }

    /// <summary>97.5 % quantile.</summary>
    public required double? BootstrapHigh { get; init; }

    /// <summary>The entry of a row.</summary>
    public static ContrastEntry Of(ContrastRow row, ContrastView view)
    {
        var pairs = view.Pairs.TryGetValue(row.Group, out var found) ? found : default;
        return new ContrastEntry
        {
            Property = row.Property,
            Group = row.Group,
            Groups = row.Groups,
            PairsGreater = pairs.Greater > 0 ? pairs.Greater : null,
            PairsLesser = pairs.Lesser > 0 ? pairs.Lesser : null,
            Difference = row.Difference,
            Low = row.Low,
            High = row.High,
            ProbabilityGreater = row.ProbabilityGreater,
            ModeDifference = row.ModeDifference,
            BootstrapLow = row.BootstrapLow,
            BootstrapHigh = row.BootstrapHigh,
        };
    }
}
