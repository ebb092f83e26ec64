using Prefdissect.Bayes.Densities;
using Prefdissect.Dissecting.Folds;

namespace Prefdissect.Dissecting.Quality;

/// <summary>Measures predictions of votes that were left out, beside length alone.</summary>
internal static class QualityMeasurement
{
    /// <param name="design">The rows.</param>
    /// <param name="plan">The folds they were left out in.</param>
    /// <param name="probabilities">Probability that the leading response of each row wins.</param>
    /// <param name="prior">The prior of the fit.</param>
    /// <param name="seed">Seed of the resampling.</param>
    public static HeldOutQuality Of(Design design, FoldPlan plan, double[] probabilities, IPrior prior, ulong seed)
    {
        var (queries, count) = Queries(design);
        var bootstrap = new QueryBootstrap(count, seed);
        var noLength = LengthBaseline.ColumnOf(design) is null ? NoLength : NoLengthPrior;
        var model = new ScoredVotes([.. probabilities.Select((probability, row) => Row(design, row, queries[row], probability))], count);
        var quality = new HeldOutQuality
        {
            Pairs = design.Rows,
            Votes = Enumerable.Range(0, design.Rows).Sum(row => design.FirstWins(row) + design.SecondWins(row)),
            Queries = count,
            Model = model.Scores(bootstrap),
            LengthOnly = null,
            AccuracyOverLength = Estimate.Without(noLength),
            LogLossBelowLength = Estimate.Without(noLength),
            BeyondLength = [],
            NoLengthReason = noLength,
        };
        if (LengthBaseline.ColumnOf(design) is not { } length || prior is not IIndependentPrior independent) return quality;
        var baseline = new LengthBaseline(design, plan, independent, queries, length);
        var alone = new ScoredVotes(baseline.Predict(null), count);
        string[] others = [.. design.Properties.Select(property => property.ShortName).Where(name => name != LengthBaseline.Length)];
        double[][] gains =
        [
            Less(model.Hits, alone.Hits),
            Less(alone.LogLoss, model.LogLoss),
            .. Enumerable.Range(0, design.Properties.Count).Where(column => column != length).Select(column => Less(alone.LogLoss, LogLossByQuery(baseline.Predict(column), count))),
        ];
        var estimates = Means(gains, alone, bootstrap, count);
        return quality with
        {
            LengthOnly = alone.Scores(bootstrap),
            AccuracyOverLength = estimates[0],
            LogLossBelowLength = estimates[1],
            BeyondLength = [.. others.Select((name, i) => new PropertyGain(name, estimates[i + 2]))],
            NoLengthReason = null,
        };
    }

    private const string NoLength = "length is not in the fit";
    private const string NoLengthPrior = "length alone is fitted under Laplace and normal priors only";

    private static HeldOutRow Row(Design design, int row, int query, double probability) => HeldOutRow.LeadingSign(design.Features(row)) < 0
        ? new HeldOutRow(query, design.SecondWins(row), design.FirstWins(row), probability)
        : new HeldOutRow(query, design.FirstWins(row), design.SecondWins(row), probability);

    private static (int[] OfRow, int Count) Queries(Design design)
    {
        var numbers = new Dictionary<Pairs.ContentHash, int>();
        var ofRow = new int[design.Rows];
        for (var row = 0; row < design.Rows; row++)
        {
            if (!numbers.TryGetValue(design.Query(row), out var number)) numbers.Add(design.Query(row), number = numbers.Count);
            ofRow[row] = number;
        }
        return (ofRow, numbers.Count);
    }

    private static double[] LogLossByQuery(HeldOutRow[] rows, int queries)
    {
        var sums = new double[queries];
        foreach (var row in rows) sums[row.Query] += row.LogLoss;
        return sums;
    }

    private static double[] Less(double[] one, double[] other) => [.. one.Select((value, i) => value - other[i])];

    private static Estimate[] Means(double[][] sums, ScoredVotes votes, QueryBootstrap bootstrap, int queries)
    {
        var replicates = new double[sums.Length][];
        for (var i = 0; i < sums.Length; i++) replicates[i] = new double[QueryBootstrap.Replicates];
        bootstrap.Run((number, times) =>
        {
            for (var i = 0; i < sums.Length; i++) replicates[i][number] = votes.Mean(times, sums[i]);
        });
        var once = new double[queries];
        Array.Fill(once, 1);
        return [.. sums.Select((sum, i) => bootstrap.Estimate(votes.Mean(once, sum), null, replicates[i]))];
    }
}
