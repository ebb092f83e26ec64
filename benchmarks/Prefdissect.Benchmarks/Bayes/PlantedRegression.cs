using Prefdissect.Bayes.Densities;

namespace Prefdissect.Benchmarks.Bayes;

/// <summary>
/// Regressions of planted weights: features in {−1, 0, 1}, half of them 0, outcomes drawn from weights of which a third are 0, prior Laplace(0, 0.1).
/// With 360 and 740 rows of 29 features, posteriors of the size of one judge on a small and a middling group.
/// </summary>
internal static class PlantedRegression
{
    public const int Features = 29;

    /// <summary>The same regression for the same number of rows, on every machine.</summary>
    public static LogisticRegression OfRows(int rows)
    {
        var random = new Random(rows);
        var cells = new sbyte[rows * Features];
        var outcomes = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var logOdds = 0.0;
            for (var column = 0; column < Features; column++)
            {
                var cell = (sbyte)(random.Next(2) * (2 * random.Next(2) - 1));
                cells[row * Features + column] = cell;
                logOdds += cell * 0.25 * (column % 3 - 1);
            }
            outcomes[row] = random.NextDouble() < 1 / (1 + Math.Exp(-logOdds)) ? 1 : 0;
        }
        return new LogisticRegression(DesignMatrix.FromRowMajor(cells, rows, Features), outcomes, new LaplacePrior(0.1));
    }
}
