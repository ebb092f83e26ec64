namespace Prefdissect.Figures.Drawing;

/// <summary>
/// Places names around points so that none covers another name or a point: each point in turn, those with the most neighbours first, takes the free place nearest to it.
/// </summary>
internal sealed class LabelPlacement(Patch room, IReadOnlyList<Patch> points)
{
    private const int Directions = 16;
    private static readonly double[] Distances = [0, 6, 14, 24, 36, 50, 66, 84];
    private readonly List<Patch> taken = [.. points];

    /// <summary>Where each name stands; null where no place is free.</summary>
    /// <param name="sizes">Width and height of each name, px.</param>
    public IReadOnlyList<Patch?> Place(IReadOnlyList<(double Width, double Height)> sizes)
    {
        var places = new Patch?[points.Count];
        foreach (var i in Enumerable.Range(0, points.Count).OrderByDescending(Crowd).ThenBy(i => i))
        {
            places[i] = Candidates(points[i], sizes[i]).FirstOrDefault(IsFree);
            if (places[i] is { } place)
                taken.Add(place);
        }

        return places;
    }

    private int Crowd(int i) => points.Count(other => Math.Abs(other.MidX - points[i].MidX) < 60 && Math.Abs(other.MidY - points[i].MidY) < 24);

    // right, left, above, below, and then round about at growing distance
    private static IEnumerable<Patch?> Candidates(Patch point, (double Width, double Height) size)
    {
        var (w, h) = size;
        foreach (var distance in Distances)
            for (var k = 0; k < Directions; k++)
            {
                var turn = (k % 2 == 0 ? k / 2 : -(k + 1) / 2) * 2 * Math.PI / Directions;
                var (cos, sin) = (Math.Cos(turn), Math.Sin(turn));
                var (x, y) = (point.MidX + (cos * ((point.Width / 2) + 3 + distance)), point.MidY - (sin * ((point.Height / 2) + 2 + distance)));
                // the side of the name that faces the point stands there
                var left = Math.Abs(cos) < 0.2 ? x - (w / 2) : cos > 0 ? x : x - w;
                yield return new Patch(left, y - (h / 2 * (1 + sin)), w, h);
            }
    }

    private bool IsFree(Patch? place) => room.Holds(place!) && taken.TrueForAll(other => !other.Overlaps(place!));
}
