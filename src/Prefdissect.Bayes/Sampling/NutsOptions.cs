namespace Prefdissect.Bayes.Sampling;

/// <summary>What a run of the No-U-Turn sampler is asked for. The defaults suit posteriors of up to some hundred coordinates.</summary>
public sealed record NutsOptions
{
    /// <summary>Independent chains, at least 1. Default 4.</summary>
    public int Chains { get; init; } = 4;

    /// <summary>Transitions a chain that adapt step size and metric and are not kept, at least 0. Default 500.</summary>
    public int Warmup { get; init; } = 500;

    /// <summary>Transitions a chain that are kept, at least 1. Default 2,000.</summary>
    public int Draws { get; init; } = 2000;

    /// <summary>Seed of all randomness. Chain c of a seed is the same stream whatever the number of chains or threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Mean acceptance statistic that the step size is adapted to, strictly between 0 and 1. Default 0.8.</summary>
    public double TargetAcceptance { get; init; } = 0.8;

    /// <summary>A trajectory has at most 2^depth − 1 steps; depth in 1…20. Default 10.</summary>
    public int MaxTreeDepth { get; init; } = 10;

    /// <summary>
    /// What warm-up learns of the posterior's shape. Default <see cref="MetricShape.Diagonal"/>. A dense metric ties the coordinates together, so that
    /// kinks (<see cref="Densities.IKinkedDensity"/>) cannot be followed exactly: the whole density is then stepped through by the plain leapfrog, in double precision,
    /// which stays exact but takes short steps. Under a Laplace prior the diagonal metric is the faster one.
    /// </summary>
    public MetricShape Metric { get; init; } = MetricShape.Diagonal;

    /// <summary>
    /// A metric to keep, such as the one that a fit of a similar posterior found (<see cref="ChainAdaptation.InverseMetric"/>): then warm-up adapts the step size alone,
    /// and some fifty transitions do. Variances, one positive number a coordinate; for a dense metric covariances, row after row. Null, the default: learnt in warm-up.
    /// </summary>
    public IReadOnlyList<double>? InverseMetric { get; init; }

    /// <summary>Chains that run at the same time, at least 1. Default: one a processor. It never changes a draw.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks every option that is a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; it is named.</exception>
    internal void ValidateCounts()
    {
        RequireBetween(Chains, 1, 1 << 16, nameof(Chains));
        RequireBetween(Warmup, 0, 1 << 30, nameof(Warmup));
        RequireBetween(Draws, 1, 1 << 30, nameof(Draws));
        RequireBetween(MaxTreeDepth, 1, 20, nameof(MaxTreeDepth));
        RequireBetween(Parallelism, 1, int.MaxValue, nameof(Parallelism));
        if (!Enum.IsDefined(Metric))
            throw new ArgumentOutOfRangeException(nameof(Metric), Metric, $"The metric must be one of {string.Join(", ", Enum.GetNames<MetricShape>())}.");
        if (TargetAcceptance is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(TargetAcceptance), TargetAcceptance, "The target acceptance must lie strictly between 0 and 1.");
    }

    /// <summary>Checks the inverse metric.</summary>
    /// <exception cref="ArgumentException">It has not one positive finite number a coordinate, or is no covariance matrix where the metric is dense.</exception>
    internal void ValidateMetric(int dimension)
    {
        if (Metric is MetricShape.Dense && (long)dimension * dimension > Array.MaxLength)
            throw new ArgumentException($"A dense metric of {dimension} coordinates is more numbers than can be kept ({Array.MaxLength}); use a diagonal one.", nameof(Metric));
        if (InverseMetric is null)
            return;
        var (kind, step, expected) = Metric is MetricShape.Dense ? ("dense", dimension + 1, dimension * dimension) : ("diagonal", 1, dimension);
        if (InverseMetric.Count != expected)
            throw new ArgumentException(
                $"The inverse metric has {InverseMetric.Count} numbers for {dimension} coordinates; a {kind} one needs {expected}.", nameof(InverseMetric));
        for (var i = 0; i < dimension; i++)
            if (!(InverseMetric[i * step] is >= 1e-300 and <= 1e300))
                throw new ArgumentException($"The inverse metric of coordinate {i} is {InverseMetric[i * step]}; it must be a number between 1e-300 and 1e300.", nameof(InverseMetric));
        if (Metric is MetricShape.Dense)
            RequireCovariance(InverseMetric, dimension);
    }

    private static void RequireCovariance(IReadOnlyList<double> matrix, int dimension)
    {
        for (var i = 0; i < dimension; i++)
            for (var j = 0; j < i; j++)
            {
                double below = matrix[i * dimension + j], above = matrix[j * dimension + i];
                var scale = Math.Sqrt(matrix[i * (dimension + 1)]) * Math.Sqrt(matrix[j * (dimension + 1)]);
                if (!(Math.Abs(below - above) <= 1e-10 * scale))
                    throw new ArgumentException($"The inverse metric is not symmetric: {below} in row {i}, column {j}, but {above} in row {j}, column {i}.", nameof(InverseMetric));
            }
        if (CovarianceFactor.FirstIndefinite(matrix, dimension) is >= 0 and var row)
            throw new ArgumentException($"The inverse metric is not positive definite: coordinate {row} follows from those before it.", nameof(InverseMetric));
    }

    private static void RequireBetween(int value, int lowest, int highest, string name)
    {
        if (value < lowest || value > highest)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in {lowest}…{highest}.");
    }
}
