namespace Prefdissect.Dissecting.Clusters;

/// <summary>
/// The mode of a fit's posterior, for weights of rows that change from one resample to the next: proximal Newton steps, each solved by coordinate descent
/// (Friedman, Hastie and Tibshirani 2010), with halved steps where one goes too far. Under a Laplace prior weights can be exactly 0.
/// </summary>
internal sealed class PosteriorMode
{
    private const int MostSteps = 60;
    private const int MostSweeps = 500;
    private const double Tolerance = 1e-8;

    private readonly VoteRows rows;
    private readonly Shrinkage prior;
    private readonly double[] gradient;
    private readonly double[] curvature;

    /// <summary>A solver with scratch memory of its own: one a thread.</summary>
    public PosteriorMode(VoteRows rows, Shrinkage prior)
    {
        (this.rows, this.prior) = (rows, prior);
        gradient = new double[rows.Columns];
        curvature = new double[rows.Columns * rows.Columns];
    }

    /// <summary>The gradient of −log likelihood at the last point looked at.</summary>
    public ReadOnlySpan<double> Gradient => gradient;

    /// <summary>Σ n·p(1 − p)·x·xᵀ at the last point looked at, columns × columns.</summary>
    public ReadOnlySpan<double> Information => curvature;

    /// <summary>The mode.</summary>
    /// <param name="counts">How often each query counts, in the order of <see cref="VoteRows.Queries"/>; all once where empty.</param>
    /// <param name="start">Where to begin; 0 where empty.</param>
    public double[] Find(ReadOnlySpan<int> counts = default, ReadOnlySpan<double> start = default)
    {
        var weights = start.IsEmpty ? new double[rows.Columns] : start.ToArray();
        var cost = Look(weights, counts);
        for (var step = 0; step < MostSteps; step++)
        {
            var towards = Solve(weights);
            var largest = 0.0;
            for (var i = 0; i < weights.Length; i++) largest = Math.Max(largest, Math.Abs(towards[i] - weights[i]));
            if (largest < Tolerance) break;
            var before = cost;
            var trial = towards;
            cost = Look(trial, counts);
            for (var share = 0.5; cost > before && share > 1e-6; share /= 2)
            {
                trial = [.. weights.Zip(towards, (from, to) => from + share * (to - from))];
                cost = Look(trial, counts);
            }
            if (cost > before)
            {
                // Rounding is all that is left to gain.
                Look(weights, counts);
                break;
            }
            weights = trial;
        }
        return weights;
    }

    /// <summary>−log posterior at a point; leaves gradient and information of the likelihood behind.</summary>
    private double Look(ReadOnlySpan<double> weights, ReadOnlySpan<int> counts)
    {
        Array.Clear(gradient);
        Array.Clear(curvature);
        double cost = 0;
        foreach (var weight in weights) cost += prior.Cost(weight);
        for (var row = 0; row < rows.Count; row++)
        {
            var times = counts.IsEmpty ? 1 : counts[rows.QueryOf[row]];
            if (times > 0) cost += times * Add(row, times, rows.Product(row, weights));
        }
        for (var i = 0; i < rows.Columns; i++)
        {
            for (var j = i + 1; j < rows.Columns; j++) curvature[i * rows.Columns + j] = curvature[j * rows.Columns + i];
        }
        return cost;
    }

    private double Add(int row, int times, double z)
    {
        var (won, lost) = (rows.Wins[row], rows.Losses[row]);
        var p = Degree.Of(z);
        var slope = times * (lost * p - won * (1 - p));
        var bend = times * (won + lost) * p * (1 - p);
        var at = rows.ColumnsOf(row);
        var x = rows.ValuesOf(row);
        for (var i = 0; i < at.Length; i++)
        {
            gradient[at[i]] += slope * x[i];
            var scaled = bend * x[i];
            var line = at[i] * rows.Columns;
            for (var j = 0; j <= i; j++) curvature[line + at[j]] += scaled * x[j];
        }
        return won * SoftPlus(-z) + lost * SoftPlus(z);
    }

    /// <summary>The least of the quadratic model plus the prior, by coordinate descent from <paramref name="weights"/>.</summary>
    private double[] Solve(double[] weights)
    {
        var columns = rows.Columns;
        var solved = weights.ToArray();
        var slopes = gradient.ToArray();
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var largest = 0.0;
            for (var i = 0; i < columns; i++)
            {
                var bend = curvature[i * columns + i];
                var next = prior.Least(bend, bend * solved[i] - slopes[i]);
                var move = next - solved[i];
                if (move == 0) continue;
                solved[i] = next;
                largest = Math.Max(largest, Math.Abs(move));
                for (var j = 0; j < columns; j++) slopes[j] += move * curvature[i * columns + j];
            }
            if (largest < Tolerance / 10) break;
        }
        return solved;
    }

    private static double SoftPlus(double z) => Math.Max(z, 0) + double.LogP1(Math.Exp(-Math.Abs(z)));
}
