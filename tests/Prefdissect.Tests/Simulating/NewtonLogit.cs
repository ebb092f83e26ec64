namespace Prefdissect.Tests.Simulating;

/// <summary>Logistic regression with a ridge by Newton's method: an answer that owes nothing to the sampler.</summary>
internal static class NewtonLogit
{
    public static double[] Fit(double[][] rows, bool[] outcomes, double ridge)
    {
        var weights = new double[rows[0].Length];
        for (var iteration = 0; iteration < 8; iteration++)
        {
            var gradient = Array.ConvertAll(weights, weight => -ridge * weight);
            var hessian = new double[weights.Length, weights.Length];
            for (var i = 0; i < weights.Length; i++) hessian[i, i] = ridge;
            for (var n = 0; n < rows.Length; n++) Accumulate(rows[n], outcomes[n], weights, gradient, hessian);
            var step = Solve(hessian, gradient);
            for (var i = 0; i < weights.Length; i++) weights[i] += step[i];
        }
        return weights;
    }

    private static void Accumulate(double[] row, bool outcome, double[] weights, double[] gradient, double[,] hessian)
    {
        var z = 0.0;
        for (var i = 0; i < row.Length; i++) z += row[i] * weights[i];
        var p = 1 / (1 + Math.Exp(-z));
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == 0) continue;
            gradient[i] += row[i] * ((outcome ? 1 : 0) - p);
            for (var j = 0; j < row.Length; j++) hessian[i, j] += row[i] * row[j] * p * (1 - p);
        }
    }

    /// <summary>Gaussian elimination; the matrix is positive definite, so no pivot is sought.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var x = (double[])right.Clone();
        var n = x.Length;
        for (var k = 0; k < n; k++)
        {
            for (var i = k + 1; i < n; i++)
            {
                var factor = matrix[i, k] / matrix[k, k];
                for (var j = k; j < n; j++) matrix[i, j] -= factor * matrix[k, j];
                x[i] -= factor * x[k];
            }
        }
        for (var k = n - 1; k >= 0; k--)
        {
            for (var j = k + 1; j < n; j++) x[k] -= matrix[k, j] * x[j];
            x[k] /= matrix[k, k];
        }
        return x;
    }
}
