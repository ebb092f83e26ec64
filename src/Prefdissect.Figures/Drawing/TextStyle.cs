namespace Prefdissect.Figures.Drawing;

/// <summary>Size (px), weight and colour class of a text.</summary>
internal sealed record TextStyle(double Size, bool IsBold, string Colour)
{
    public static TextStyle Title { get; } = new(Tokens.TitleSize, true, "ink");

    public static TextStyle Subtitle { get; } = new(Tokens.SubtitleSize, false, "muted");

    public static TextStyle Heading { get; } = new(Tokens.BodySize, true, "ink");

    public static TextStyle Body { get; } = new(Tokens.BodySize, false, "ink");

    public static TextStyle Quiet { get; } = new(Tokens.BodySize, false, "muted");

    public static TextStyle Small { get; } = new(Tokens.SmallSize, false, "muted");

    public static TextStyle Cell { get; } = new(Tokens.SmallSize, false, "cell");

    public static TextStyle Badge { get; } = new(Tokens.SmallSize, true, "badge-ink");

    /// <summary>Distance of two baselines, px, on the 4-px grid.</summary>
    public double LineHeight => Math.Ceiling(Size * 1.3 / Tokens.Space) * Tokens.Space;

    /// <summary>From a line's middle down to its baseline: half the height of a digit.</summary>
    public double Drop => Size * 0.355;
}
