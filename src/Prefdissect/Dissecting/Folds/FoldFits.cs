using System.Globalization;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Dissecting.Quality;

namespace Prefdissect.Dissecting.Folds;

/// <summary>Fits a design once a fold without the fold's rows, and predicts those rows.</summary>
internal static class FoldFits
{
    /// <summary>
    /// Draws that a prediction averages over. More change it in the fourth decimal: σ(x·α) varies by a few hundredths over a posterior, so the error is below 0.002
    /// a row, and the log loss feels it to second order.
    /// </summary>
    private const int MostDrawsInPrediction = 1000;

    /// <param name="subject">Whose fit it is.</param>
    /// <param name="design">All rows.</param>
    /// <param name="prior">The prior of the fit.</param>
    /// <param name="sampling">How to draw.</param>
    /// <param name="variances">Posterior variance of each column in the fit of all rows.</param>
    /// <param name="cancellation">Ends the sampling.</param>
    public static FoldedFit Of(
        FitSubject subject, Design design, IPrior prior, PosteriorSampling sampling, IReadOnlyList<double> variances, CancellationToken cancellation)
    {
        var options = sampling.Options;
        var kept = options.DrawsOfFold;
        if (options.Folds == FoldScheme.None) return FoldedFit.Without(FoldScheme.None, "fitted without folds");
        var plan = FoldPlan.Of(design, options.Folds, options.Seed);
        if (plan.Count == 0)
        {
            return FoldedFit.Without(options.Folds, $"{(options.Folds == FoldScheme.Query ? "all pairs are on one query" : "there is one pair")}, and folds need two");
        }
        var means = new double[plan.Count][];
        var problems = new string[plan.Count][];
        var probabilities = new double[design.Rows];
        Array.Fill(probabilities, 0.5);
        var threads = new ParallelOptions { MaxDegreeOfParallelism = sampling.Threads, CancellationToken = cancellation };
        Parallel.For(0, plan.Count, threads, fold =>
        {
            if (DistinctRows.Of(design, prior, row => plan[row] != fold)?.Regression(prior) is not { } regression)
            {
                // Rows of zeros say nothing: the posterior is the prior, whose mean is 0 and whose predictions are even.
                (means[fold], problems[fold]) = (new double[design.Columns], []);
                return;
            }
            var draws = sampling.Draw(regression, kept, options.SeedOfFold(subject, fold), variances, cancellation);
            var summary = PosteriorSummary.Of(draws, design.ColumnNames);
            means[fold] = [.. summary.Parameters.Select(parameter => parameter.Mean)];
            problems[fold] = [.. summary.Health.Problems];
            Predict(design, design.ScalesUnder(prior), draws, row => plan[row] == fold, probabilities);
        });
        return new FoldedFit
        {
            Scheme = options.Folds,
            Count = plan.Count,
            Draws = options.Chains * kept,
            Means = [.. Enumerable.Range(0, design.Properties.Count).Select(column => means.Average(ofFold => ofFold[column]))],
            Quality = QualityMeasurement.Of(design, plan, probabilities, prior, options.SeedOfResampling(subject)),
            Reason = null,
            Problems = [.. problems.SelectMany((ofFold, fold) => ofFold.Select(problem => string.Create(CultureInfo.InvariantCulture, $"Fold {fold + 1}: {problem}")))],
        };
    }

    /// <summary>Writes the posterior predictive probability that the leading response of a row wins (<see cref="HeldOutRow"/>), for chosen rows.</summary>
    private static void Predict(Design design, double[] scales, PosteriorDraws draws, Func<int, bool> chosen, double[] probabilities)
    {
        var used = Math.Min(MostDrawsInPrediction, draws.Count);
        Span<int> columns = stackalloc int[design.Columns];
        Span<double> signs = stackalloc double[design.Columns];
        for (var row = 0; row < design.Rows; row++)
        {
            if (!chosen(row)) continue;
            var features = design.Features(row);
            var lead = HeldOutRow.LeadingSign(features);
            var differing = 0;
            for (var column = 0; column < features.Length; column++)
            {
                if (features[column] == 0) continue;
                (columns[differing], signs[differing]) = (column, lead * features[column] * scales[column]);
                differing++;
            }
            if (differing == 0) continue;
            var sum = 0.0;
            for (var i = 0; i < used; i++)
            {
                var weights = draws.Values.Slice((int)((long)i * draws.Count / used) * design.Columns, design.Columns);
                var logOdds = 0.0;
                for (var at = 0; at < differing; at++) logOdds += signs[at] * weights[columns[at]];
                sum += Degree.Of(logOdds);
            }
            probabilities[row] = sum / used;
        }
    }
}
