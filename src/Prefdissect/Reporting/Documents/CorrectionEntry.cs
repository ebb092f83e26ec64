using Prefdissect.Dissecting.AnnotatorErrors;

namespace Prefdissect.Reporting.Documents;

/// <summary>What a fit was corrected for.</summary>
/// <param name="Trusted">Whose ratings are taken for true.</param>
/// <param name="Pairs">Pairs that both rated.</param>
/// <param name="Corrected">Weights that are corrected.</param>
/// <param name="Uncorrected">Weights that are not, with the reason.</param>
/// <param name="Stale">Whether ratings have changed since.</param>
public sealed record CorrectionEntry(string Trusted, int Pairs, int Corrected, IReadOnlyList<NotFittedEntry> Uncorrected, bool Stale)
{
    /// <summary>The entry of a correction.</summary>
    public static CorrectionEntry Of(FitCorrection correction, bool stale) => new(
        correction.Trusted.Id, correction.Pairs, correction.Corrected,
        [.. correction.Weights.Where(weight => weight.Reason is not null).Select(weight => new NotFittedEntry(weight.Property, weight.Reason!))], stale);
}
