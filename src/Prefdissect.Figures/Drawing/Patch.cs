namespace Prefdissect.Figures.Drawing;

/// <summary>An upright rectangle, px.</summary>
internal sealed record Patch(double Left, double Top, double Width, double Height)
{
    public double MidX => Left + (Width / 2);

    public double MidY => Top + (Height / 2);

    public static Patch Around(double x, double y, double radius) => new(x - radius, y - radius, 2 * radius, 2 * radius);

    public bool Overlaps(Patch other) =>
        Left < other.Left + other.Width && other.Left < Left + Width && Top < other.Top + other.Height && other.Top < Top + Height;

    public bool Holds(Patch other) =>
        Left <= other.Left && other.Left + other.Width <= Left + Width && Top <= other.Top && other.Top + other.Height <= Top + Height;
}
