namespace Prefdissect.Figures.Drawing;

/// <summary>Draws point marks of about equal area.</summary>
internal static class Marks
{
    /// <summary>The mark's farthest reach from its centre, as a multiple of the radius given.</summary>
    public const double Reach = 1.3;

    /// <summary>Draws <paramref name="shape"/> with the area of a circle of <paramref name="radius"/> around x, y.</summary>
    public static void Draw(SvgWriter svg, MarkShape shape, double x, double y, double radius, string classes)
    {
        var (half, tip, bar) = (radius * 0.89, radius * Reach, radius * 0.4);
        var closed = classes + " closed";
        switch (shape)
        {
            case MarkShape.Circle:
                svg.Circle(x, y, radius, classes);
                break;
            case MarkShape.Square:
                svg.Path(closed, ('M', x - half, y - half), ('L', x + half, y - half), ('L', x + half, y + half), ('L', x - half, y + half));
                break;
            case MarkShape.Triangle:
                svg.Path(closed, ('M', x, y - tip), ('L', x + (tip * 0.95), y + (tip * 0.7)), ('L', x - (tip * 0.95), y + (tip * 0.7)));
                break;
            case MarkShape.Diamond:
                svg.Path(closed, ('M', x, y - tip), ('L', x + tip, y), ('L', x, y + tip), ('L', x - tip, y));
                break;
            case MarkShape.TriangleDown:
                svg.Path(closed, ('M', x, y + tip), ('L', x - (tip * 0.95), y - (tip * 0.7)), ('L', x + (tip * 0.95), y - (tip * 0.7)));
                break;
            case MarkShape.Plus:
                svg.Path(
                    closed,
                    ('M', x - bar, y - tip), ('L', x + bar, y - tip), ('L', x + bar, y - bar), ('L', x + tip, y - bar),
                    ('L', x + tip, y + bar), ('L', x + bar, y + bar), ('L', x + bar, y + tip), ('L', x - bar, y + tip),
                    ('L', x - bar, y + bar), ('L', x - tip, y + bar), ('L', x - tip, y - bar), ('L', x - bar, y - bar));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape), shape, "Not a shape.");
        }
    }
}
