using Prefdissect.Properties;

namespace Prefdissect.Annotating.Agreements;

/// <summary>
/// How far raters agree on one property, beyond chance and as such. With three raters or more (repeats of one annotator, say) every two of them are compared, and κ is the mean
/// over the twos (Light 1971).
/// </summary>
/// <param name="Property">Short name.</param>
/// <param name="Applies">Share of comparisons in which both say alike whether the property applies.</param>
/// <param name="Exact">Share of equal ratings, where both rated.</param>
/// <param name="WithinOne">Share of ratings at most 1 apart, where both rated.</param>
/// <param name="Kappa">Cohen's κ with quadratic weights (<see cref="WeightedKappa"/>).</param>
/// <param name="Alpha">Krippendorff's α for ordered levels (<see cref="OrdinalAlpha"/>).</param>
public sealed record PropertyAgreement(string Property, AgreementFigure Applies, AgreementFigure Exact, AgreementFigure WithinOne, AgreementFigure Kappa, AgreementFigure Alpha)
{
    /// <summary>The agreement on one property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="responses">The responses with their ratings, all with the same number of raters, at least two.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <exception cref="ArgumentException">A response has fewer than two raters, or another number than the first.</exception>
    public static PropertyAgreement Of(Property property, IReadOnlyList<RatedResponse> responses, ulong seed)
    {
        var raters = responses.Count > 0 ? responses[0].Ratings.Count : 2;
        if (raters < 2 || responses.Any(response => response.Ratings.Count != raters))
            throw new ArgumentException("Agreement is between two raters or more, the same number on every response.", nameof(responses));
        if (property.Rule == ComparisonRule.Length)
        {
            var counted = AgreementFigure.Without(0, "words are counted, not judged");
            return new(property.ShortName, counted, counted, counted, counted, counted);
        }
        return new AgreementMeasurement(property, responses, raters).Measure(seed);
    }
}
