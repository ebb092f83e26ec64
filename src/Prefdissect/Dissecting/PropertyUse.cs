using System.Globalization;

namespace Prefdissect.Dissecting;

/// <summary>What became of one property in a design.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Status">Whether it is in the fit.</param>
/// <param name="Eligible">Pairs that could have been used, had everything been measured on them.</param>
/// <param name="Measured">Those on which it is measured.</param>
/// <param name="Differing">Pairs of the fit in which one response has clearly more of it; 0 where it is not a candidate.</param>
public sealed record PropertyUse(string Property, PropertyStatus Status, int Eligible, int Measured, int Differing)
{
    /// <summary>Why it is not in the fit, as a clause for a person; <see langword="null"/> where it is.</summary>
    public string? Reason => Status switch
    {
        PropertyStatus.Fitted => null,
        PropertyStatus.NotMeasured => "not measured by this annotator",
        PropertyStatus.TooSeldomMeasured => string.Create(
            CultureInfo.InvariantCulture, $"measured on {Measured} of {Eligible} pairs, fewer than {Design.SmallestMeasuredShare:0%}"),
        PropertyStatus.DoesNotVary => "equal in every pair",
        _ => throw new InvalidOperationException($"Unknown status {Status}."),
    };
}
