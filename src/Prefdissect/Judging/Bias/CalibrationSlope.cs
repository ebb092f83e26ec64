using Prefdissect.Pairs;

namespace Prefdissect.Judging.Bias;

/// <summary>
/// Are a judge's log-odds as large as they should be? The slope of a logistic regression of people's verdicts on the judge's margin, without an intercept, as which response is the first is a matter of
/// convention (Cox 1958): 1 where it is calibrated, below 1 where it is too sure, 0 where it says nothing of people.
/// </summary>
/// <remarks>Found by Newton's method from 0; the objective is concave. Its interval is Wald's, with pairs of one query held together (Liang and Zeger 1986).</remarks>
public static class CalibrationSlope
{
    private const double Normal975 = 1.959963984540054;
    private const int MostSteps = 200;
    private const double MostSlope = 1e6;

    /// <summary>The slope.</summary>
    /// <param name="pairs">The pairs; those with a margin and a verdict of people count.</param>
    public static BiasFigure Of(IReadOnlyList<SeenPair> pairs)
    {
        var rows = pairs.Where(pair => pair is { Margin: not null, People: not null }).Select(pair => (pair.Query, X: pair.Margin!.Value, Y: pair.People!.Value)).ToList();
        if (rows.Count == 0) return BiasFigure.Without("no pair has a margin of this judge and a verdict of people");
        if (rows.TrueForAll(row => row.X == 0)) return new BiasFigure(null, null, null, rows.Count, "all margins are 0");
        if (rows.TrueForAll(row => row.X * (row.Y - 0.5) >= 0 && (row.X == 0 || row.Y is 0 or 1)) || rows.TrueForAll(row => row.X * (row.Y - 0.5) <= 0 && (row.X == 0 || row.Y is 0 or 1)))
            return new BiasFigure(null, null, null, rows.Count, "people agree with the judge on all pairs or on none, so that the slope has no end");
        if (Root(rows) is not { } slope) return new BiasFigure(null, null, null, rows.Count, "the slope was not found");
        var queries = rows.Select(row => row.Query).Distinct().Count();
        if (queries < ClusterResampling.FewestClusters) return new BiasFigure(slope, null, null, rows.Count, $"no interval: {queries} queries are fewer than {ClusterResampling.FewestClusters}");
        var scores = rows.GroupBy(row => row.Query).Sum(of => Math.Pow(of.Sum(row => row.X * (row.Y - Probability.Of(slope * row.X))), 2));
        var error = Math.Sqrt(scores * queries / (queries - 1.0)) / Information(rows, slope);
        return double.IsFinite(error) ? new BiasFigure(slope, slope - (Normal975 * error), slope + (Normal975 * error), rows.Count, null) : new BiasFigure(slope, null, null, rows.Count, "no interval: the margins are too large");
    }

    // Bisection where a step would leave the bracket: margins of 20 and more make the likelihood flat.
    private static double? Root(IReadOnlyList<(int Query, double X, double Y)> rows)
    {
        var (low, high) = (-1.0, 1.0);
        while (Gradient(rows, high) > 0 && high < MostSlope) high *= 2;
        while (Gradient(rows, low) < 0 && low > -MostSlope) low *= 2;
        if (high >= MostSlope || low <= -MostSlope) return null;
        var slope = (low + high) / 2;
        for (var step = 0; step < MostSteps && high - low > 1e-12 * Math.Max(1, Math.Abs(slope)); step++)
        {
            var gradient = Gradient(rows, slope);
            if (gradient > 0) low = slope;
            else high = slope;
            var next = slope + (gradient / Information(rows, slope));
            slope = double.IsFinite(next) && next > low && next < high ? next : (low + high) / 2;
            if (gradient == 0) break;
        }
        return slope;
    }

    private static double Gradient(IReadOnlyList<(int Query, double X, double Y)> rows, double slope) => rows.Sum(row => row.X * (row.Y - Probability.Of(slope * row.X)));

    private static double Information(IReadOnlyList<(int Query, double X, double Y)> rows, double slope) => rows.Sum(row => row.X * row.X * Probability.Of(slope * row.X) * Probability.Of(-slope * row.X));
}
