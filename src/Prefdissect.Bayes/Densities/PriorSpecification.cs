using System.Globalization;

namespace Prefdissect.Bayes.Densities;

/// <summary>Reads a prior from text: a family, a colon and a scale, such as <c>laplace:0.1</c>, <c>normal:1</c> or <c>horseshoe:0.05</c>.</summary>
public static class PriorSpecification
{
    private const double SmallestScale = 1e-100;
    private const double LargestScale = 1e100;

    /// <summary>The prior that a text names. Family in any case, scale with a decimal point, white space around them ignored.</summary>
    /// <exception cref="FormatException">The text names no prior; the message says what was found and what is expected.</exception>
    public static IPrior Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':');
        if (parts.Length != 2)
            throw Malformed(text, "it is not FAMILY:SCALE");
        if (!double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var scale))
            throw Malformed(text, $"the scale \"{parts[1].Trim()}\" is not a number");
        if (!IsScale(scale))
            throw Malformed(text, $"the scale \"{parts[1].Trim()}\" is not between {SmallestScale} and {LargestScale}");
        return parts[0].Trim().ToLowerInvariant() switch
        {
            "laplace" => new LaplacePrior(scale),
            "normal" => new NormalPrior(scale),
            "horseshoe" => new HorseshoePrior(scale),
            var family => throw Malformed(text, $"the family \"{family}\" is not known"),
        };
    }

    internal static double RequireScale(double scale) => IsScale(scale)
        ? scale
        : throw new ArgumentOutOfRangeException(nameof(scale), scale, $"The scale of a prior must lie between {SmallestScale} and {LargestScale}.");

    private static bool IsScale(double scale) => scale is >= SmallestScale and <= LargestScale;

    private static FormatException Malformed(string text, string why) =>
        new($"\"{text}\" is not a prior: {why}. Expected laplace:SCALE, normal:SCALE or horseshoe:SCALE with a positive scale, for example laplace:0.1.");
}
