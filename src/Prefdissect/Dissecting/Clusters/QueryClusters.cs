using MathNet.Numerics.LinearAlgebra;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Dissecting.Clusters;

/// <summary>
/// How far are the votes of a fit from being independent? Votes on one query share the question and often a response, so that they err together. The design
/// effect of a weight is the variance it has when whole queries vary, by the variance it would have if every vote stood alone: both the sandwich
/// H⁻¹·M·H⁻¹ at the posterior mode, M once the scores summed by query (Liang and Zeger 1986), once the information of the model. 1 is independence; k is what
/// every vote given k times would do.
/// </summary>
/// <param name="Queries">Number of queries in the fit.</param>
/// <param name="MedianDesignEffect">Median over the weights; <see langword="null"/> where it cannot be computed.</param>
/// <param name="Reason">Why it cannot; <see langword="null"/> where it can.</param>
public sealed record QueryClusters(int Queries, double? MedianDesignEffect, string? Reason)
{
    /// <summary>Design effects above this are worth a word wherever the fit is shown.</summary>
    public const double WorthAWord = 1.2;

    /// <summary>Fewest queries from which a variance between them is told.</summary>
    public const int FewestQueries = 20;

    /// <summary>The design effects of a design's weights, one a column, and their summary.</summary>
    /// <param name="design">The design; it has rows and columns.</param>
    /// <param name="prior">The prior of every weight.</param>
    public static (QueryClusters Clusters, IReadOnlyList<double> Effects) Of(Design design, IPrior prior)
    {
        var queries = Enumerable.Range(0, design.Rows).Select(design.Query).Distinct().Count();
        if (Shrinkage.Of(prior) is not { } shrinkage) return (new QueryClusters(queries, null, "the prior is neither Laplace nor normal"), []);
        if (queries < FewestQueries) return (new QueryClusters(queries, null, $"{queries} queries, fewer than {FewestQueries}"), []);
        var effects = Effects(new VoteRows(design, design.ScalesUnder(prior)), shrinkage);
        return (new QueryClusters(queries, MedianOf(effects.AsSpan(0, design.Properties.Count)), null), effects);
    }

    private static double[] Effects(VoteRows rows, Shrinkage shrinkage)
    {
        var solver = new PosteriorMode(rows, shrinkage);
        var mode = solver.Find();
        var information = Matrix<double>.Build.Dense(rows.Columns, rows.Columns, solver.Information.ToArray());
        var inverse = (information + Matrix<double>.Build.DenseIdentity(rows.Columns) * shrinkage.Curvature).Cholesky().Solve(Matrix<double>.Build.DenseIdentity(rows.Columns));
        var scores = Scores(rows, mode);
        var between = scores.TransposeThisAndMultiply(scores) * (rows.Queries.Count / (rows.Queries.Count - 1.0));
        var (robust, plain) = (inverse * between * inverse, inverse * information * inverse);
        return [.. Enumerable.Range(0, rows.Columns).Select(i => robust[i, i] / plain[i, i])];
    }

    /// <summary>The score of each query, less their mean: at the mode their sum is the prior's pull, not 0.</summary>
    private static Matrix<double> Scores(VoteRows rows, double[] mode)
    {
        var scores = Matrix<double>.Build.Dense(rows.Queries.Count, rows.Columns);
        for (var row = 0; row < rows.Count; row++)
        {
            var p = Degree.Of(rows.Product(row, mode));
            var residual = rows.Wins[row] * (1 - p) - rows.Losses[row] * p;
            var at = rows.ColumnsOf(row);
            var x = rows.ValuesOf(row);
            for (var i = 0; i < at.Length; i++) scores[rows.QueryOf[row], at[i]] += residual * x[i];
        }
        var means = scores.ColumnSums() / rows.Queries.Count;
        for (var query = 0; query < rows.Queries.Count; query++) scores.SetRow(query, scores.Row(query) - means);
        return scores;
    }

    private static double MedianOf(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return Bayes.Summaries.Quantile.OfSorted(sorted, 0.5);
    }
}
