using System.Numerics.Tensors;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Summaries;

/// <summary>
/// Does the posterior of a logistic regression hang on single rows? The rows whose importance weights 1 / p(y | x, w) vary most over the draws are left out one by one
/// (<see cref="LeaveOneOut"/>); where even theirs have a light tail, every row's have.
/// </summary>
public static class InfluentialRows
{
    /// <summary>Rows that are left out.</summary>
    public const int Most = 100;

    private const int DrawsToRank = 256, DrawsToSmooth = 2000;

    /// <summary>Leaves out the rows that matter most, at most <see cref="Most"/> of them, the most influential first.</summary>
    /// <param name="design">One row an observation.</param>
    /// <param name="outcomes">0 or 1 for each row.</param>
    /// <param name="draws">Draws of the weights, one quantity a column; one more, where there is one, is an intercept.</param>
    /// <exception cref="ArgumentException">There is no row, an outcome is missing, or the draws have not a quantity a column.</exception>
    public static LeaveOneOut Of(DesignMatrix design, ReadOnlySpan<double> outcomes, PosteriorDraws draws)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(draws);
        if (outcomes.Length != design.Rows || design.Rows == 0)
            throw new ArgumentException($"There are {outcomes.Length} outcomes for {design.Rows} rows.", nameof(outcomes));
        if (draws.Dimension != design.Columns && draws.Dimension != design.Columns + 1)
            throw new ArgumentException($"The draws have {draws.Dimension} quantities for {design.Columns} columns.", nameof(draws));
        var signs = new double[design.Rows];
        for (var row = 0; row < signs.Length; row++)
            signs[row] = outcomes[row] > 0.5 ? 1 : -1;
        var spreads = new double[design.Rows];
        var some = new double[Math.Min(DrawsToRank, draws.Count)];
        for (var row = 0; row < spreads.Length; row++)
        {
            LogLikelihood(row, some);
            spreads[row] = -RelativeVariance(some);
        }
        int[] ranked = [.. Enumerable.Range(0, design.Rows)];
        Array.Sort(spreads, ranked);
        var used = Math.Min(DrawsToSmooth, draws.Count);
        return LeaveOneOut.Of(Math.Min(Most, ranked.Length), used, (place, values) => LogLikelihood(ranked[place], values));

        void LogLikelihood(int row, Span<double> values)
        {
            Span<double> features = draws.Dimension <= 256 ? stackalloc double[draws.Dimension] : new double[draws.Dimension];
            for (var column = 0; column < features.Length; column++)
                features[column] = signs[row] * (column < design.Columns ? design[row, column] : 1);
            for (var i = 0; i < values.Length; i++)
            {
                var draw = (int)((long)i * draws.Count / values.Length);
                var logOdds = TensorPrimitives.Dot(features, draws.Values.Slice(draw * draws.Dimension, draws.Dimension));
                // Beyond this the probability is 0 in double precision; the weights stay finite, and their shape still tells.
                logOdds = Math.Max(logOdds, -700);
                values[i] = logOdds > 0 ? -Math.Log(1 + Math.Exp(-logOdds)) : logOdds - Math.Log(1 + Math.Exp(logOdds));
            }
        }
    }

    private static double RelativeVariance(ReadOnlySpan<double> logLikelihoods)
    {
        var largest = -TensorPrimitives.Min(logLikelihoods);
        double sum = 0, squares = 0;
        foreach (var value in logLikelihoods)
        {
            var weight = Math.Exp(-value - largest);
            sum += weight;
            squares += weight * weight;
        }
        return squares * logLikelihoods.Length / (sum * sum) - 1;
    }
}
