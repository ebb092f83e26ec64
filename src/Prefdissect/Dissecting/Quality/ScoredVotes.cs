using System.Numerics.Tensors;

namespace Prefdissect.Dissecting.Quality;

/// <summary>Predictions of votes, ready to be scored on any resampling of the queries. Scores other than the area and the slope are sums over queries.</summary>
internal sealed class ScoredVotes
{
    private const int BinsInHalf = 5;

    private readonly IReadOnlyList<HeldOutRow> rows;
    private readonly int queries;
    private readonly double[] votes;
    private readonly RankedVotes ranked;
    private readonly CalibrationLine calibration;

    public ScoredVotes(IReadOnlyList<HeldOutRow> rows, int queries)
    {
        (this.rows, this.queries) = (rows, queries);
        votes = SumOver(row => row.Votes);
        (Hits, LogLoss, Brier) = (SumOver(row => row.Hits), SumOver(row => row.LogLoss), SumOver(row => row.Brier));
        ranked = new RankedVotes(rows);
        calibration = new CalibrationLine(rows, queries);
    }

    /// <summary>Votes for the favoured response, by query.</summary>
    public double[] Hits { get; }

    /// <summary>Log loss summed over the votes, by query.</summary>
    public double[] LogLoss { get; }

    private double[] Brier { get; }

    /// <summary>A sum over queries, by vote, in a resampling.</summary>
    public double Mean(double[] times, double[] sums) => TensorPrimitives.Dot<double>(times, sums) / TensorPrimitives.Dot<double>(times, votes);

    /// <summary>All scores with their intervals.</summary>
    public PredictionScores Scores(QueryBootstrap bootstrap)
    {
        Func<double[], double>[] statistics =
            [times => Mean(times, Hits), times => Mean(times, LogLoss), times => Mean(times, Brier), ranked.Area, calibration.SlopeOf];
        var replicates = new double[statistics.Length][];
        for (var i = 0; i < statistics.Length; i++) replicates[i] = new double[QueryBootstrap.Replicates];
        bootstrap.Run((number, times) =>
        {
            for (var i = 0; i < statistics.Length; i++) replicates[i][number] = statistics[i](times);
        });
        var once = new double[queries];
        Array.Fill(once, 1);
        var bins = Bins();
        return new PredictionScores
        {
            Accuracy = Of(0),
            LogLoss = Of(1),
            Brier = Of(2),
            Auc = Of(3),
            CalibrationSlope = bootstrap.Estimate(calibration.Slope, calibration.Reason, replicates[4]),
            CalibrationError = bins.Sum(bin => bin.Votes * Math.Abs(bin.Observed - bin.Predicted)) / votes.Sum(),
            Bins = bins,
        };

        Estimate Of(int statistic) => bootstrap.Estimate(statistics[statistic](once), null, replicates[statistic]);
    }

    private double[] SumOver(Func<HeldOutRow, double> of)
    {
        var sums = new double[queries];
        foreach (var row in rows) sums[row.Query] += of(row);
        return sums;
    }

    private List<CalibrationBin> Bins()
    {
        var sums = new (double Votes, double Predicted, double Hits)[BinsInHalf];
        foreach (var row in rows)
        {
            var favoured = Math.Max(row.Probability, 1 - row.Probability);
            ref var sum = ref sums[Math.Min((int)((favoured - 0.5) * 2 * BinsInHalf), BinsInHalf - 1)];
            sum = (sum.Votes + row.Votes, sum.Predicted + row.Votes * favoured, sum.Hits + row.Hits);
        }
        return
        [
            .. sums.Index().Where(bin => bin.Item.Votes > 0).Select(bin => new CalibrationBin(
                0.5 + 0.5 * bin.Index / BinsInHalf, 0.5 + 0.5 * (bin.Index + 1) / BinsInHalf, bin.Item.Votes,
                bin.Item.Predicted / bin.Item.Votes, bin.Item.Hits / bin.Item.Votes)),
        ];
    }
}
