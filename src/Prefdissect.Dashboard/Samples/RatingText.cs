using System.Globalization;
using Prefdissect.Properties;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Samples;

/// <summary>A rating as a person reads it: a word of its scale, pips, or a count with its unit.</summary>
/// <param name="Text">In words.</param>
/// <param name="Pips">Filled and empty pips; <see langword="null"/> where the scale has none.</param>
internal sealed record RatingText(string Text, string? Pips)
{
    private const int MostPips = 7;
    private static readonly string[] ZeroToThree = ["none", "little", "some", "much"];

    /// <summary>The rating in words.</summary>
    public static RatingText Of(Property property, Rating rating) => rating.State switch
    {
        RatingState.NotApplicable => new("not applicable", null),
        RatingState.Failed => new("failed", null),
        RatingState.NotMeasured => new("not measured", null),
        _ => Measured(property, rating.Value),
    };

    private static RatingText Measured(Property property, double value)
    {
        var scale = property.Scale;
        var isLevel = property.Rule is not (ComparisonRule.Length or ComparisonRule.FewerErrors) && property.Unit.StartsWith("rating", StringComparison.Ordinal) && scale.Holds(value);
        if (!isLevel && scale.Words.Count == 0) return new($"{Number(value)} {Unit(property, value)}".TrimEnd(), null);
        var level = (int)Math.Round(value, MidpointRounding.AwayFromZero);
        if (scale.Words.Count > 0 && scale.Holds(value)) return new(PlainText.Name(scale.Words[level - scale.Least]), PipsOf(scale, level));
        var words = scale == RatingScale.ZeroToThree && value == level ? ZeroToThree[level] : $"{Number(value)} of {scale.Most}";
        return new(words, PipsOf(scale, level));
    }

    private static string? PipsOf(RatingScale scale, int level) => scale.Span > MostPips ? null : new string('●', level - scale.Least) + new string('○', scale.Most - level);

    private static string Unit(Property property, double value) => value == 1 && property.Unit.EndsWith('s') ? property.Unit[..^1] : property.Unit.StartsWith("mean ", StringComparison.Ordinal) ? $"({property.Unit})" : property.Unit;

    private static string Number(double value) => value == Math.Floor(value) ? Rounded.Number(value, 0) : value.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '\u2212');
}
