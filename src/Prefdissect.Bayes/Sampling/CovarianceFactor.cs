using System.Runtime.Intrinsics;

namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// A covariance matrix Σ and its Cholesky factor L, lower triangular with L·Lᵀ = Σ, by which coordinates x = L·z have independent z of variance 1.
/// The rows of L are padded to whole vectors.
/// </summary>
internal sealed class CovarianceFactor
{
    private readonly int stride;
    private double[] lower, spare;

    /// <summary>The unit matrix.</summary>
    public CovarianceFactor(int dimension)
    {
        Dimension = dimension;
        stride = PhasePoint.NewVector(dimension).Length;
        (lower, spare) = (new double[dimension * stride], new double[dimension * stride]);
        Covariance = new double[dimension * dimension];
        for (var i = 0; i < dimension; i++)
            Covariance[i * (dimension + 1)] = lower[i * stride + i] = 1;
    }

    public int Dimension { get; }

    /// <summary>Σ, row after row.</summary>
    public double[] Covariance { get; private set; }

    /// <summary>L, one entry.</summary>
    public double this[int row, int column] => lower[row * stride + column];

    /// <summary>Takes another covariance, row after row and symmetric; false, with nothing changed, where it is not positive definite within the range of numbers.</summary>
    public bool TryReplace(double[] covariance)
    {
        if (FirstIndefinite(covariance, Dimension, spare, stride) >= 0)
            return false;
        (lower, spare) = (spare, lower);
        Covariance = covariance;
        return true;
    }

    /// <summary>The first row at which a symmetric matrix turns out not to be positive definite; −1 when it is.</summary>
    public static int FirstIndefinite(IReadOnlyList<double> matrix, int dimension) => FirstIndefinite([.. matrix], dimension, new double[dimension * dimension], dimension);

    /// <summary>target ← target + factor · L·vector; both padded.</summary>
    public void AddSpread(double[] vector, double factor, double[] target)
    {
        var v = PhasePoint.Vectors(vector);
        var rows = PhasePoint.Vectors(lower);
        var width = v.Length;
        for (var i = 0; i < Dimension; i++)
        {
            var sum = Vector512<double>.Zero;
            var row = rows.Slice(i * width, i / Vector512<double>.Count + 1);
            for (var k = 0; k < row.Length; k++)
                sum += row[k] * v[k];
            target[i] += factor * Vector512.Sum(sum);
        }
    }

    /// <summary>target ← Lᵀ·vector; both padded.</summary>
    public void Gather(double[] vector, double[] target)
    {
        Array.Clear(target);
        var t = PhasePoint.Vectors(target);
        var rows = PhasePoint.Vectors(lower);
        var width = t.Length;
        for (var i = 0; i < Dimension; i++)
        {
            var row = rows.Slice(i * width, i / Vector512<double>.Count + 1);
            var by = Vector512.Create(vector[i]);
            for (var k = 0; k < row.Length; k++)
                t[k] += by * row[k];
        }
    }

    private static int FirstIndefinite(double[] matrix, int dimension, double[] factor, int width)
    {
        Array.Clear(factor);
        for (var i = 0; i < dimension; i++)
            for (var j = 0; j <= i; j++)
            {
                var rest = matrix[i * dimension + j];
                for (var k = 0; k < j; k++)
                    rest -= factor[i * width + k] * factor[j * width + k];
                if (i == j && !(matrix[i * dimension + i] is >= 1e-300 and <= 1e300 && rest > 1e-14 * matrix[i * dimension + i]))
                    return i;
                factor[i * width + j] = i == j ? Math.Sqrt(rest) : rest / factor[j * width + j];
            }
        return -1;
    }
}
