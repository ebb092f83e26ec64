using MathNet.Numerics.LinearAlgebra;
using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.Power;

/// <summary>
/// What 100 more pairs of a group add to what is known: to the inverse of the posterior's covariance comes the information that such pairs are expected to carry, Σ p(1 − p)·x·xᵀ at
/// the posterior mean. The normal approximation, for a ranking; the widths themselves are simulated.
/// </summary>
internal sealed class GroupInformation
{
    private const int Replicates = 200;

    private readonly Design design;
    private readonly JudgeFit fit;
    private readonly Matrix<double> covariance;
    private readonly Matrix<double> precision;

    public GroupInformation(Design design, SampledFit sampled)
    {
        (this.design, fit) = (design, sampled.Fit);
        covariance = CovarianceOf(sampled.Draws);
        precision = Inverse(covariance);
    }

    /// <summary>The gain by pairs like the rows given.</summary>
    public GroupGain Of(string group, IReadOnlyList<int> rows, ulong seed)
    {
        int[][] queries = [.. rows.GroupBy(design.Query).Select(of => of.ToArray())];
        var times = new int[queries.Length];
        Array.Fill(times, 1);
        var reduction = Reduction(queries, times);
        var random = new SplitMix(seed);
        var resampled = new double[Replicates];
        for (var i = 0; i < Replicates; i++)
        {
            Array.Clear(times);
            for (var draw = 0; draw < times.Length; draw++) times[random.Below(times.Length)]++;
            resampled[i] = Reduction(queries, times);
        }
        Array.Sort(resampled);
        return new GroupGain(group, rows.Count, reduction, resampled[(int)(0.025 * Replicates)], resampled[(int)(0.975 * Replicates) - 1]);
    }

    private double Reduction(int[][] queries, int[] times)
    {
        var count = design.Columns;
        var information = new double[count * count];
        var pairs = 0;
        for (var query = 0; query < queries.Length; query++)
        {
            if (times[query] == 0) continue;
            foreach (var row in queries[query]) Add(row, times[query], information);
            pairs += times[query] * queries[query].Length;
        }
        var after = Inverse(precision + Matrix<double>.Build.Dense(count, count, information) * ((double)GroupGain.FurtherPairs / pairs));
        return Enumerable.Range(0, count).Average(i => WidthOf(fit.Weights[i]) * (1 - Math.Sqrt(after[i, i] / covariance[i, i])));
    }

    private void Add(int row, int times, double[] information)
    {
        var features = design.Features(row);
        double z = 0;
        for (var i = 0; i < features.Length; i++) z += features[i] * fit.Weights[i].Mean;
        var p = Degree.Of(z);
        var bend = times * (design.FirstWins(row) + design.SecondWins(row)) * p * (1 - p);
        for (var i = 0; i < features.Length; i++)
        {
            if (features[i] == 0) continue;
            for (var j = 0; j < features.Length; j++) information[i * features.Length + j] += bend * features[i] * features[j];
        }
    }

    internal static double WidthOf(PropertyWeight weight) => weight.PreferenceHigh - weight.PreferenceLow;

    private static Matrix<double> CovarianceOf(FitDraws draws)
    {
        var values = Matrix<double>.Build.Dense(draws.Count, draws.Properties.Count, (draw, property) => draws.Draw(draw)[property]);
        var means = values.ColumnSums() / draws.Count;
        var centred = Matrix<double>.Build.Dense(draws.Count, draws.Properties.Count, (draw, property) => values[draw, property] - means[property]);
        // The little that is added keeps it invertible where a weight never moved.
        return centred.TransposeThisAndMultiply(centred) / Math.Max(1, draws.Count - 1) + Matrix<double>.Build.DenseIdentity(draws.Properties.Count) * 1e-9;
    }

    private static Matrix<double> Inverse(Matrix<double> matrix) => matrix.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(matrix.RowCount));
}
