using System.Text.Json.Serialization;

namespace Prefdissect.Dissecting.AnnotatorErrors;

/// <summary>One weight of a fit as it would be without the annotator's mistakes, or why that is not known. All numbers are finite.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Pairs">Pairs that both annotators compared by the property; 0 where the trusted one did not rate it.</param>
public sealed record CorrectedEstimate(string Property, int Pairs)
{
    /// <summary>Mean of the corrected weight; <see langword="null"/> where there is a <see cref="Reason"/>.</summary>
    public double? Mean { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of its 95 % interval.</summary>
    public double? High { get; init; }

    /// <summary>Why the weight is not corrected, as a clause; <see langword="null"/> where it is.</summary>
    public string? Reason { get; init; }

    /// <summary>Degree of preference, σ of the mean.</summary>
    [JsonIgnore]
    public double? Preference => Mean is { } mean ? Degree.Of(mean) : null;

    /// <summary>Lower end of the degree's 95 % interval.</summary>
    [JsonIgnore]
    public double? PreferenceLow => Low is { } low ? Degree.Of(low) : null;

    /// <summary>Upper end of the degree's 95 % interval.</summary>
    [JsonIgnore]
    public double? PreferenceHigh => High is { } high ? Degree.Of(high) : null;

    /// <summary>
    /// The posterior of a weight, moved by the correction and stretched about its mean: by what mistakes hid of its spread, and by how well the mistakes are known, the two taken as independent.
    /// </summary>
    internal static CorrectedEstimate Of(PropertyWeight weight, CorrectedWeight correction, MeasuredConfusion measured)
    {
        if (measured.Obstacle is { } reason) return new(weight.Property, measured.Pairs) { Reason = reason };
        var unsure = weight.Sd > 0 ? correction.MeasurementSd / weight.Sd : 0;
        var stretched = correction with { Widening = Math.Sqrt((correction.Widening * correction.Widening) + (unsure * unsure)) };
        return new(weight.Property, measured.Pairs)
        {
            Mean = stretched.Apply(weight.Mean, weight.Mean),
            Low = stretched.Apply(weight.Low, weight.Mean),
            High = stretched.Apply(weight.High, weight.Mean),
        };
    }
}
