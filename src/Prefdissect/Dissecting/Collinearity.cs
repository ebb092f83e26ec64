using MathNet.Numerics.LinearAlgebra;

namespace Prefdissect.Dissecting;

/// <summary>
/// How far the properties of a design can be told apart. Correlations are about 0, Σxy/√(Σx²Σy²), weighted by votes: a regression without intercept
/// sees no mean, and a mean would depend on which response of a pair happens to come first.
/// </summary>
/// <param name="Pairs">Two properties with a correlation beyond ±<see cref="Threshold"/>, the strongest first.</param>
/// <param name="ConditionNumber">Largest singular value of the correlation matrix by its smallest: 1 where no properties go together;
/// <see langword="null"/> where the smallest is 0, or where there is nothing to fit.</param>
/// <param name="Reason">Why there is no condition number; <see langword="null"/> where there is one.</param>
public sealed record Collinearity(IReadOnlyList<CollinearProperties> Pairs, double? ConditionNumber, string? Reason)
{
    /// <summary>Correlations beyond this are named.</summary>
    public const double Threshold = 0.8;

    private const double Singular = 1e-10;

    /// <summary>The collinearity of a design.</summary>
    public static Collinearity Of(Design design)
    {
        if (design.Obstacle is { } obstacle) return new Collinearity([], null, obstacle);
        var correlations = Correlations(design);
        var strong =
            from i in Enumerable.Range(0, design.Properties.Count)
            from j in Enumerable.Range(i + 1, design.Properties.Count - i - 1)
            where Math.Abs(correlations[i, j]) > Threshold
            orderby Math.Abs(correlations[i, j]) descending
            select new CollinearProperties(design.Properties[i].ShortName, design.Properties[j].ShortName, correlations[i, j]);
        var singular = Matrix<double>.Build.DenseOfArray(correlations).Svd(computeVectors: false).S;
        var (largest, smallest) = (singular.Maximum(), singular.Minimum());
        return smallest <= Singular * largest
            ? new Collinearity([.. strong], null, "some properties of the fit determine another")
            : new Collinearity([.. strong], largest / smallest, null);
    }

    private static double[,] Correlations(Design design)
    {
        var columns = design.Properties.Count;
        var sums = new double[columns, columns];
        for (var row = 0; row < design.Rows; row++)
        {
            var features = design.Features(row);
            var votes = design.FirstWins(row) + design.SecondWins(row);
            for (var i = 0; i < columns; i++)
            {
                if (features[i] == 0) continue;
                for (var j = 0; j <= i; j++) sums[i, j] += votes * features[i] * features[j];
            }
        }
        var correlations = new double[columns, columns];
        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j <= i; j++) correlations[i, j] = correlations[j, i] = sums[i, j] / Math.Sqrt(sums[i, i] * sums[j, j]);
        }
        return correlations;
    }
}
