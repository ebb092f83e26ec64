using Prefdissect.Dissecting.AnnotatorErrors;

namespace Prefdissect.Reporting.Documents;

/// <summary>A weight as it would be without the mistakes of the annotator.</summary>
/// <param name="Mean">Mean of the corrected weight; <see langword="null"/> where there is a reason, as are the next five.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end of its 95 % interval.</param>
/// <param name="Degree">Degree of preference, σ of the mean.</param>
/// <param name="DegreeLow">Lower end of the degree's 95 % interval.</param>
/// <param name="DegreeHigh">Upper end of the degree's 95 % interval.</param>
/// <param name="N">Pairs that both annotators compared by the property; 0 where the trusted one did not rate it, as words that are counted need not be.</param>
/// <param name="Reason">Why the weight is not corrected; <see langword="null"/> where it is.</param>
public sealed record CorrectedEntry(double? Mean, double? Low, double? High, double? Degree, double? DegreeLow, double? DegreeHigh, int N, string? Reason)
{
    /// <summary>The entry of a corrected weight.</summary>
    public static CorrectedEntry Of(CorrectedEstimate weight) =>
        new(weight.Mean, weight.Low, weight.High, weight.Preference, weight.PreferenceLow, weight.PreferenceHigh, weight.Pairs, weight.Reason);
}
