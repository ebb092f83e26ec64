namespace Prefdissect.Dissecting.Quality;

/// <summary>
/// The slope b of outcome ~ Bernoulli(σ(b · predicted log-odds)), by maximum likelihood (Cox 1958). Without an intercept, which is 0 when every pair is seen
/// in both orientations. A resampled slope is the first Newton step from the slope on the data, which differs from the full maximum by an order less than
/// the sampling error itself (Andrews 2002).
/// </summary>
internal sealed class CalibrationLine
{
    private const int MostSteps = 100;
    private const double LargestSlope = 1e3;

    private readonly double[] scores;
    private readonly double[] information;

    public CalibrationLine(IReadOnlyList<HeldOutRow> rows, int queries)
    {
        (scores, information) = (new double[queries], new double[queries]);
        (Slope, Reason) = Fit(rows);
        if (Slope is { } slope) Fill(rows, slope);
    }

    /// <summary>The slope; <see langword="null"/> where there is none.</summary>
    public double? Slope { get; }

    /// <summary>Why there is none, as a clause.</summary>
    public string? Reason { get; }

    /// <summary>The slope of a resampling; NaN where there is none.</summary>
    public double SlopeOf(double[] times) => Slope is { } slope
        ? slope + System.Numerics.Tensors.TensorPrimitives.Dot<double>(times, scores) / System.Numerics.Tensors.TensorPrimitives.Dot<double>(times, information)
        : double.NaN;

    private (double? Slope, string? Reason) Fit(IReadOnlyList<HeldOutRow> rows)
    {
        if (!rows.Any(row => row.Probability != 0.5 && row.Votes > 0)) return (null, "every prediction is even");
        var slope = 0.0;
        for (var step = 0; step < MostSteps; step++)
        {
            Fill(rows, slope);
            // The steps from 0 on are at most 2 long, so that a flat end of the likelihood is not jumped into.
            var change = Math.Clamp(scores.Sum() / information.Sum(), -2, 2);
            if (!double.IsFinite(change) || Math.Abs(slope) > LargestSlope) break;
            slope += change;
            if (Math.Abs(change) < 1e-10 * Math.Max(1, Math.Abs(slope))) return (slope, null);
        }
        return (null, "the predictions part the votes without an error, so that no slope is best");
    }

    private void Fill(IReadOnlyList<HeldOutRow> rows, double slope)
    {
        Array.Clear(scores);
        Array.Clear(information);
        foreach (var row in rows)
        {
            var (logOdds, share) = (row.LogOdds, Degree.Of(slope * row.LogOdds));
            scores[row.Query] += logOdds * (row.Won - row.Votes * share);
            information[row.Query] += logOdds * logOdds * row.Votes * share * (1 - share);
        }
    }
}
