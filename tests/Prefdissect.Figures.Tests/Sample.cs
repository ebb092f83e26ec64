using Prefdissect.Figures.Clustering;

namespace Prefdissect.Figures.Tests;

/// <summary>Figures of any size, from a seed.</summary>
internal static class Sample
{
    public const string Hostile = "<script>alert('x')</script> & \"q\" \u0000\u0008\u202Egnp\uFFFE \ud800 ]]> \ufdd0 👩‍👧 日本語\r\n\ttab";

    public static DotAndWhisker Dots(int rows, int series, int seed = 1, bool withSecond = false)
    {
        var random = new Random(seed);
        DotPoint Point()
        {
            var (centre, half) = (0.3 + (0.4 * random.NextDouble()), 0.02 + (0.1 * random.NextDouble()));
            var inner = new Interval(centre - (half / 3), centre + (half / 3));
            return new DotPoint(centre) { Inner = inner, Outer = new(centre - half, centre + half), Second = withSecond ? centre + half : null };
        }

        DotPoint? PointOrNone(int row, int s) => row > 0 && (row + s) % 7 == 3 ? null : Point();
        DotRow Row(int row) => new($"row with a name {row + 1}", [.. Enumerable.Range(0, series).Select(s => PointOrNone(row, s))])
        {
            Group = row < rows / 2 ? "first" : "query-specific",
        };

        return new DotAndWhisker(
            new Caption("What it shows")
            {
                Subtitle = "Under it",
                Footnotes = ["n = 100", "A note long enough to be wrapped where the figure is narrow, as most notes are in the end."],
                Simulated = "simulated data",
            },
            [.. Enumerable.Range(0, series).Select(s => $"series {s + 1}")],
            [.. Enumerable.Range(0, rows).Select(Row)],
            new Axis("Share, %", ValueFormat.Percent))
        { Reference = new ReferenceLine(0.5, "no preference") };
    }

    public static HeatMap Heat(int size, bool withTrees, int seed = 1)
    {
        var random = new Random(seed);
        var (values, distances) = (new double?[size, size], new double[size, size]);
        for (var i = 0; i < size; i++)
            for (var j = i; j < size; j++)
            {
                var r = i == j ? 1 : Math.Round((random.NextDouble() * 2) - 1, 3);
                (values[i, j], values[j, i], distances[i, j], distances[j, i]) = (r, r, 1 - r, 1 - r);
            }

        IReadOnlyList<string> names = [.. Enumerable.Range(0, size).Select(i => $"model-{i}-{new string('x', i % 9)}")];
        var tree = withTrees ? Dendrogram.Cluster(distances) : null;
        return new HeatMap(new Caption("Who is like whom") { Footnotes = ["n = 3"] }, names, names, values) { RowTree = tree, ColumnTree = tree };
    }
}
