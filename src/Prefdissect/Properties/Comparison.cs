namespace Prefdissect.Properties;

/// <summary>Which of two responses has more of a property, and by how much; +1 means side A.</summary>
/// <param name="Sign">The feature: −1, 0 or +1.</param>
/// <param name="Difference">Raw difference in the property's unit, A minus B, turned so that more of the property is positive.</param>
/// <param name="Normalised">The difference in [−1, 1].</param>
public readonly record struct Comparison(int Sign, double Difference, double Normalised)
{
    /// <summary>No difference.</summary>
    public static Comparison None => default;

    /// <summary>
    /// The comparison of two ratings of a property, or <see langword="null"/> where it cannot be made: a rating is not measured or failed, or errors
    /// could not be told on one side. A query-specific property that is not called for compares as no difference. A basic rating off its scale
    /// counts as the lowest level (0), as in the paper; a negative number of words as 0.
    /// </summary>
    public static Comparison? Of(Property property, Rating a, Rating b)
    {
        if (a.IsMeasured && b.IsMeasured) return Measured(property, OnScale(property, a.Value), OnScale(property, b.Value));
        var notCalledFor = property.Kind == PropertyKind.QuerySpecific && a.State == RatingState.NotApplicable && b.State == RatingState.NotApplicable;
        return notCalledFor ? None : null;
    }

    private static Comparison Measured(Property property, double a, double b) => property.Rule switch
    {
        ComparisonRule.MoreIsMore => Plain(property, a - b),
        ComparisonRule.LessIsMore or ComparisonRule.FewerErrors => Plain(property, b - a),
        ComparisonRule.OnlyZeroDiffers => Plain(property, a - b) with { Sign = (a == property.Scale.Least) == (b == property.Scale.Least) ? 0 : Math.Sign(a - b) },
        ComparisonRule.Length => new(LengthComparison.Sign(a, b), a - b, Math.Sign(a - b) * Math.Min(1, Math.Log(1 + Math.Abs(a - b)) / Math.Log(501))),
        _ => throw new ArgumentOutOfRangeException(nameof(property), property.Rule, "Unknown comparison rule."),
    };

    private static double OnScale(Property property, double rating) => property switch
    {
        { Rule: ComparisonRule.Length } => Math.Max(0, rating),
        { Kind: PropertyKind.Basic } => property.Scale.Holds(rating) ? rating : property.Scale.Least,
        _ => rating,
    };

    private static Comparison Plain(Property property, double difference) =>
        new(Math.Sign(difference), difference, Math.Clamp(difference / property.FullDifference, -1, 1));
}
