namespace Prefdissect.Figures.Tests.Drawing;

internal sealed record Box(double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(Box other) =>
        Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 0.1 && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > 0.1;
}
