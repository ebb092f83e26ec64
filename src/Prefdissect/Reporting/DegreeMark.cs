using Prefdissect.Dissecting;
using Prefdissect.Figures;

namespace Prefdissect.Reporting;

/// <summary>One judge's degree of preference for one property, as shares from 0 to 1.</summary>
/// <param name="Centre">The median, or the published mean.</param>
/// <param name="Weight">The weight behind it, in log-odds: posterior mean.</param>
public sealed record DegreeMark(double Centre, double Weight)
{
    /// <summary>The middle half of the posterior; <see langword="null"/> where only a mean was published.</summary>
    public Interval? Inner { get; init; }

    /// <summary>The 95 % interval; <see langword="null"/> where only a mean was published.</summary>
    public Interval? Outer { get; init; }

    /// <summary>The true degree of a simulated judge.</summary>
    public double? Planted { get; init; }

    /// <summary>Whether the interval leaves open on which side of 50 % it stands; <see langword="null"/> without an interval.</summary>
    public bool? IsUnclear => Outer?.Contains(0.5);

    /// <summary>The mark as a figure draws it.</summary>
    /// <param name="detail">One line that a page's script shows of it; empty where the script knows it, <see langword="null"/> for the figure's own words as tooltip.</param>
    public DotPoint ToPoint(string? detail = null) => new(Centre) { Inner = Inner, Outer = Outer, Second = Planted, Detail = detail };

    /// <summary>The degree of a fitted weight: its posterior median, with its intervals.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="planted">The true weight of a simulated judge.</param>
    public static DegreeMark Of(PropertyWeight weight, double? planted) => new(Degree.Of(weight.Posterior.Median), weight.Mean)
    {
        Inner = new Interval(Degree.Of(weight.Posterior.Q25), Degree.Of(weight.Posterior.Q75)),
        Outer = new Interval(weight.PreferenceLow, weight.PreferenceHigh),
        Planted = planted is { } truth ? Degree.Of(truth) : null,
    };
}
