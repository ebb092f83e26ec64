using Prefdissect.Properties;

namespace Prefdissect.Annotating;

/// <summary>How far two annotators agree on one property.</summary>
/// <param name="Property">Short name.</param>
/// <param name="Ratings">Weighted κ of the ratings 0–3; <see langword="null"/> for word counts and where chance cannot be told.</param>
/// <param name="Comparisons">Weighted κ of the features −1, 0, +1 that fits use; <see langword="null"/> where chance cannot be told.</param>
public sealed record AnnotatorAgreement(string Property, WeightedKappa? Ratings, WeightedKappa? Comparisons)
{
    /// <summary>The figure to quote: of the ratings where there is one, else of the comparisons.</summary>
    public WeightedKappa? Quoted => Ratings ?? Comparisons;

    /// <summary>The agreement on one property over responses and over pairs.</summary>
    /// <param name="property">The property.</param>
    /// <param name="responses">Both annotators' ratings of the same responses.</param>
    /// <param name="pairs">Both annotators' comparisons of the same pairs; a missing one is <see langword="null"/>.</param>
    public static AnnotatorAgreement Of(Property property, IEnumerable<(Rating One, Rating Other)> responses, IEnumerable<(int? One, int? Other)> pairs)
    {
        var ratings = new long[4, 4];
        if (property.Rule != ComparisonRule.Length)
        {
            foreach (var (one, other) in responses)
            {
                if (one.IsMeasured && other.IsMeasured) ratings[Level(one), Level(other)]++;
            }
        }
        var comparisons = new long[3, 3];
        foreach (var (one, other) in pairs)
        {
            if (one is { } a && other is { } b) comparisons[a + 1, b + 1]++;
        }
        return new AnnotatorAgreement(property.ShortName, WeightedKappa.Of(ratings), WeightedKappa.Of(comparisons));
    }

    private static int Level(Rating rating) => (int)Math.Clamp(Math.Round(rating.Value), 0, 3);
}
