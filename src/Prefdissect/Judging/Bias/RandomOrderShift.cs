using MathNet.Numerics.LinearAlgebra;
using Prefdissect.Pairs;

namespace Prefdissect.Judging.Bias;

/// <summary>
/// By how much does standing as A help, where each pair was asked in one order only, taken at random? A pair tells nothing then, but pairs together do: of two groups of pairs made by chance,
/// what differs beyond chance is the position. The model is y = shift·s + Xβ + ε, y the log-odds in favour of the first response, s = +1 where it stood as A and −1 else.
/// </summary>
/// <remarks>
/// Without X the estimate is the mean log-odds of the letter A: unbiased, but as wide as responses are far apart. X holds what tells which response is liked whatever stands first: who wrote it, and
/// the logarithm of the words of one response by those of the other. As chance gave the order, X is not in league with s, and the estimate stays right where the model is wrong (Freedman 2008); it is the
/// interval that shrinks. It is Wald's, from a variance that holds pairs of one query together (Liang and Zeger 1986), with the small-sample factor Q/(Q − 1).
/// </remarks>
public static class RandomOrderShift
{
    private const double Normal975 = 1.959963984540054;

    // Writers in fewer pairs than these would cost more than they tell.
    private const int FewestPairsOfWriter = 20;

    /// <summary>The shift as it is, without anything held fixed.</summary>
    /// <param name="pairs">The pairs; those with log-odds in exactly one order count.</param>
    public static BiasFigure Plain(IReadOnlyList<SeenPair> pairs) => Estimated(pairs, _ => []);

    /// <summary>The shift with writers and length held fixed.</summary>
    /// <param name="pairs">The pairs; those with log-odds in exactly one order count.</param>
    public static BiasFigure Adjusted(IReadOnlyList<SeenPair> pairs)
    {
        var writers = pairs.SelectMany(pair => new[] { pair.WriterFirst, pair.WriterSecond }).Where(writer => writer >= 0).CountBy(writer => writer)
            .Where(of => of.Value >= FewestPairsOfWriter).Select(of => of.Key).Order().Index().ToDictionary(of => of.Item, of => of.Index);
        return Estimated(pairs, pair =>
        {
            var row = new double[writers.Count + 1];
            row[0] = Math.Log((pair.WordsFirst + 1.0) / (pair.WordsSecond + 1.0));
            if (writers.TryGetValue(pair.WriterFirst, out var first)) row[first + 1]++;
            if (writers.TryGetValue(pair.WriterSecond, out var second)) row[second + 1]--;
            return row;
        });
    }

    private static BiasFigure Estimated(IReadOnlyList<SeenPair> pairs, Func<SeenPair, double[]> covariates)
    {
        var rows = pairs.Where(pair => pair.LogOddsOne is null != pair.LogOddsTwo is null)
            .Select(pair => new Row(pair.Query, pair.LogOddsOne is null ? -1 : 1, pair.LogOddsOne ?? -pair.LogOddsTwo!.Value, covariates(pair))).ToList();
        if (rows.Count == 0) return BiasFigure.Without("no pair has log-probabilities in exactly one order");
        if (rows.TrueForAll(row => row.Sign > 0) || rows.TrueForAll(row => row.Sign < 0)) return BiasFigure.Without("the same response always stood first, so that chance did not give the order");
        // The shift is the slope of what the covariates leave of y on what they leave of s (Frisch and Waugh 1933).
        var left = rows[0].X.Length == 0 ? rows : Without(rows);
        var size = left.Sum(row => row.Sign * row.Sign);
        if (size < 1e-9 * rows.Count) return BiasFigure.Without("who wrote the responses tells the order, so that the two cannot be told apart");
        var shift = left.Sum(row => row.Sign * row.Y) / size;
        var queries = rows.Select(row => row.Query).Distinct().Count();
        if (queries < ClusterResampling.FewestClusters) return new BiasFigure(shift, null, null, rows.Count, $"no interval: {queries} queries are fewer than {ClusterResampling.FewestClusters}");
        var scores = left.GroupBy(row => row.Query, row => row.Sign * (row.Y - (shift * row.Sign))).Sum(of => Math.Pow(of.Sum(), 2));
        var error = Math.Sqrt(scores * queries / (queries - 1.0)) / size;
        return new BiasFigure(shift, shift - (Normal975 * error), shift + (Normal975 * error), rows.Count, null);
    }

    /// <summary>Sign and y without what the covariates tell of them. Columns may depend on each other, as writers' do: the pseudo-inverse shares among them what they tell.</summary>
    private static List<Row> Without(List<Row> rows)
    {
        var width = rows[0].X.Length;
        var (squares, ofSign, ofY) = (Matrix<double>.Build.Dense(width, width), Vector<double>.Build.Dense(width), Vector<double>.Build.Dense(width));
        foreach (var (_, sign, y, x) in rows)
        {
            for (var i = 0; i < width; i++)
            {
                if (x[i] == 0) continue;
                for (var j = 0; j < width; j++) squares[i, j] += x[i] * x[j];
                ofSign[i] += x[i] * sign;
                ofY[i] += x[i] * y;
            }
        }
        var inverse = squares.PseudoInverse();
        var (toSign, toY) = ((inverse * ofSign).AsArray(), (inverse * ofY).AsArray());
        return rows.ConvertAll(row => row with { Sign = row.Sign - Told(row.X, toSign), Y = row.Y - Told(row.X, toY) });
    }

    private static double Told(double[] x, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++) sum += x[i] * weights[i];
        return sum;
    }

    /// <summary>One pair: its query, ±1 for which response stood first, log-odds in favour of the first response, and covariates.</summary>
    private readonly record struct Row(int Query, double Sign, double Y, double[] X);
}
