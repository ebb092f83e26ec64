namespace Prefdissect.Dissecting.Quality;

/// <summary>
/// Both orientations of every pair, ranked by predicted probability: for the area under the ROC curve of any resampling of the queries in one pass
/// (Mann and Whitney 1947, weighted by votes).
/// </summary>
internal sealed class RankedVotes
{
    private readonly (int Query, double Won, double Lost)[] entries;

    /// <summary>Index of the first entry after those of the same probability, one a distinct probability.</summary>
    private readonly int[] ends;

    public RankedVotes(IReadOnlyList<HeldOutRow> rows)
    {
        var both = rows.SelectMany(row => new[] { row, new HeldOutRow(row.Query, row.Lost, row.Won, 1 - row.Probability) }).OrderBy(row => row.Probability).ToArray();
        entries = [.. both.Select(row => (row.Query, row.Won, row.Lost))];
        ends = [.. Enumerable.Range(1, both.Length).Where(end => end == both.Length || both[end].Probability != both[end - 1].Probability)];
    }

    /// <summary>The area, in [0, 1]; NaN where no vote is in the sample.</summary>
    /// <param name="times">How often each query is in the sample.</param>
    public double Area(double[] times)
    {
        double above = 0, lostBelow = 0, allWon = 0;
        var at = 0;
        foreach (var end in ends)
        {
            double won = 0, lost = 0;
            for (; at < end; at++)
            {
                won += times[entries[at].Query] * entries[at].Won;
                lost += times[entries[at].Query] * entries[at].Lost;
            }
            above += won * (lostBelow + 0.5 * lost);
            lostBelow += lost;
            allWon += won;
        }
        return above / (allWon * lostBelow);
    }
}
