namespace Prefdissect.Figures;

/// <summary>
/// The colours of series: the eight of Okabe and Ito (2008), told apart with any colour vision, in one fixed order:
/// those that stand out best from paper come first. On dark paper their blue is lighter and their black white.
/// A series past the eighth takes the first colour again with another <see cref="MarkShape"/>.
/// </summary>
public static class Palette
{
    /// <summary>Blue, vermillion, bluish green, reddish purple, orange, sky blue, black (white), yellow.</summary>
    public static IReadOnlyList<SeriesColour> Series { get; } =
    [
        new("blue", "#0072b2", "#2484c6"),
        new("vermillion", "#d55e00", "#d55e00"),
        new("bluish green", "#009e73", "#009e73"),
        new("reddish purple", "#cc79a7", "#cc79a7"),
        new("orange", "#e69f00", "#e69f00"),
        new("sky blue", "#56b4e9", "#56b4e9"),
        new("black", "#000000", "#ffffff"),
        new("yellow", "#f0e442", "#f0e442"),
    ];

    /// <summary>The colour's place in <see cref="Series"/> for the series at <paramref name="index"/> (0-based).</summary>
    public static int ColourIndex(int index) => index % Series.Count;

    /// <summary>
    /// The shape of the series at <paramref name="index"/> (0-based): the six shapes come round out of step with the eight colours, so 24 series differ.
    /// </summary>
    public static MarkShape Shape(int index) => (MarkShape)(index % Enum.GetValues<MarkShape>().Length);

    /// <summary>
    /// Whether the colour at <paramref name="colourIndex"/> stands out from light paper by less than 2.5 : 1 and is therefore drawn with a darker casing.
    /// </summary>
    public static bool NeedsCasing(int colourIndex) =>
        ColourRamp.Contrast(Series[colourIndex].OnLight, Tokens.ColourOf(Tokens.Light, "paper")) < 2.5;
}
