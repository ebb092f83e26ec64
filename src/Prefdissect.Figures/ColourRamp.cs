using System.Globalization;

namespace Prefdissect.Figures;

/// <summary>
/// Colours along straight lines in OKLab (Ottosson 2020), so that equal steps look equal and lightness changes evenly.
/// The same in both themes: the colours carry the values, and each cell's text is black or white,
/// whichever contrasts more (never less than 4.5 : 1).
/// </summary>
public sealed class ColourRamp
{
    private readonly (double L, double A, double B)[] stops;

    private ColourRamp(bool isDiverging, params string[] colours)
    {
        IsDiverging = isDiverging;
        stops = [.. colours.Select(ToOklab)];
    }

    /// <summary>
    /// Cream over teal to navy, the more the darker: lightness falls evenly and alone carries the order; hue helps, also with red-green blindness.
    /// </summary>
    public static ColourRamp Sequential { get; } = new(false, "#f5f6da", "#349aa9", "#1a2664");

    /// <summary>Blue for negative, near white at zero, vermillion for positive.</summary>
    public static ColourRamp Diverging { get; } = new(true, "#0a5a96", "#f4f3f1", "#b8480a");

    /// <summary>Whether the middle of the ramp stands for zero.</summary>
    public bool IsDiverging { get; }

    /// <summary>The colour, <c>#rrggbb</c>, at <paramref name="share"/> of the ramp, from 0 to 1; beyond, the end.</summary>
    public string At(double share)
    {
        var place = Math.Clamp(share, 0, 1) * (stops.Length - 1);
        var i = Math.Min((int)place, stops.Length - 2);
        var (from, to, t) = (stops[i], stops[i + 1], place - i);
        return FromOklab(from.L + (t * (to.L - from.L)), from.A + (t * (to.A - from.A)), from.B + (t * (to.B - from.B)));
    }

    /// <summary>Black or white, whichever contrasts more with the ramp at <paramref name="share"/>.</summary>
    public string TextAt(double share) => Contrast(At(share), "#000000") >= Contrast(At(share), "#ffffff") ? "#000000" : "#ffffff";

    /// <summary>The contrast of two colours, <c>#rrggbb</c>, by WCAG 2: 1 to 21.</summary>
    public static double Contrast(string first, string second)
    {
        var (a, b) = (Luminance(first), Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var (r, g, b) = ToLinear(colour);
        return (0.2126 * r) + (0.7152 * g) + (0.0722 * b);
    }

    private static (double R, double G, double B) ToLinear(string colour)
    {
        ArgumentNullException.ThrowIfNull(colour);
        if (colour.Length != 7 || colour[0] != '#' || !int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            throw new ArgumentException($"'{colour}' is not a colour of the form #rrggbb.", nameof(colour));
        static double Linear(int channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        return (Linear(rgb >> 16), Linear((rgb >> 8) & 255), Linear(rgb & 255));
    }

    private static (double L, double A, double B) ToOklab(string colour)
    {
        var (r, g, b) = ToLinear(colour);
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return ((0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    private static string FromOklab(double lightness, double a, double b)
    {
        static double Cube(double x) => x * x * x;
        var l = Cube(lightness + (0.3963377774 * a) + (0.2158037573 * b));
        var m = Cube(lightness - (0.1055613458 * a) - (0.0638541728 * b));
        var s = Cube(lightness - (0.0894841775 * a) - (1.2914855480 * b));
        return "#" + Channel((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s))
            + Channel((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s))
            + Channel((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static string Channel(double linear)
    {
        var c = Math.Clamp(linear, 0, 1);
        var encoded = c <= 0.0031308 ? 12.92 * c : (1.055 * Math.Pow(c, 1 / 2.4)) - 0.055;
        return ((int)Math.Round(encoded * 255)).ToString("x2", CultureInfo.InvariantCulture);
    }
}
