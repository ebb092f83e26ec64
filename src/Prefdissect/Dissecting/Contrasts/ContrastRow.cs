namespace Prefdissect.Dissecting.Contrasts;

/// <summary>How two judges (or groups) differ in one property. All numbers are finite.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Group">The group, both groups, or <see cref="Contrast.Standardised"/>.</param>
/// <param name="Difference">Difference of the posterior means, α of the first minus α of the second.</param>
/// <param name="Groups">Number of groups that it is a mean over: 1, but for standardised rows.</param>
public sealed record ContrastRow(string Property, string Group, double Difference, int Groups)
{
    /// <summary>Lower end of the 95 % interval of the difference's posterior; <see langword="null"/> where neither side has draws.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end.</summary>
    public double? High { get; init; }

    /// <summary>Quartiles of the difference's posterior, for figures.</summary>
    public (double Low, double High)? Quartiles { get; init; }

    /// <summary>Posterior probability that the first has the greater weight.</summary>
    public double? ProbabilityGreater { get; init; }

    /// <summary>Difference of the posterior modes, which is what the bootstrap resamples; <see langword="null"/> where there is no bootstrap.</summary>
    public double? ModeDifference { get; init; }

    /// <summary>2.5 % quantile of the difference of the modes over resamples of queries.</summary>
    public double? BootstrapLow { get; init; }

    /// <summary>97.5 % quantile.</summary>
    public double? BootstrapHigh { get; init; }
}
