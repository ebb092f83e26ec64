using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Bayes.Tests.Sampling;

namespace Prefdissect.Bayes.Tests;

/// <summary>What an unlucky or unkind caller may give, by type; with some good values among them, so that members get beyond their checks.</summary>
internal static class HostileValues
{
    private static readonly double[] Numbers =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue,
        double.Epsilon, -0.0, 0, 0.5, 0.95, 1, -1, 7, 1e150, -1e150, 1e-320,
    ];

    /// <summary>No values, one, few, equal, huge, tiny, far apart, of heavy tails, and some that are no numbers.</summary>
    private static readonly double[][] Vectors =
    [
        [], [3], [0], [1, 2, 3], [1, 0], [0, 1, 1, 0], [double.NaN], [1, double.PositiveInfinity], [double.NegativeInfinity, 2],
        [double.MaxValue, double.MinValue], [double.MinValue, 0, double.MaxValue], [1e150, -1e150, 1e150, -1e150],
        Many(40, _ => 2.5), Many(40, _ => 0), Many(40, i => i == 7 ? double.NaN : i), Many(100, i => 1e15 + i % 2),
        Many(400, i => Math.Sin(i * i)), Many(400, i => 1e150 * Math.Sin(i * i)), Many(400, i => 1e-320 * Math.Sin(i * i)),
        Many(400, i => Math.Tan(i * 1.7)), Many(401, i => i == 200 ? 1e150 : Math.Sin(i * i)), Many(400, i => i % 2 == 0 ? 1e150 : -1e150),
        Many(400, i => i / 100), Many(400, i => -700.0 * i), Many(400, i => -Math.Exp(i / 0.6)),
    ];

    private static readonly int[] Counts = [int.MinValue, -1, 0, 1, 2, 3, 4, 7, int.MaxValue];

    private static readonly string?[] Texts =
    [
        null, "", " ", "\0", ":", "laplace", "laplace:", "laplace:0.1", " Normal : 2 ", "laplace:NaN", "normal:1e999", "normal:1e-400",
        "laplace:-1", "laplace:Infinity", "horseshoe:0.1", "x:1", new string('9', 100_000),
    ];

    private static readonly IPrior[] Priors =
    [
        new LaplacePrior(0.1), new LaplacePrior(1e-100), new LaplacePrior(1e100), new NormalPrior(1), new NormalPrior(1e-100), new NormalPrior(1e100),
        new HorseshoePrior(0.1), new HorseshoePrior(1e-100), new HorseshoePrior(1e100),
    ];

    private static readonly DesignMatrix[] Designs =
    [
        DesignMatrix.FromRows([[0]]), DesignMatrix.FromRows([[double.MaxValue]]), DesignMatrix.FromRows([[1, -1], [0, 1], [1, 1]]),
        DesignMatrix.FromRows([[5, 0.5], [5, -0.5], [5, 0.25], [5, 1e-310]]), DesignMatrix.FromRows([[1e200, -1e200], [double.MinValue, 1]]),
        DesignMatrix.FromRows([.. Enumerable.Range(0, 40).Select(i => new double[] { i % 3 - 1, i % 2, 0 })]),
    ];

    private static readonly LogisticRegression[] Regressions =
    [
        .. from design in Designs
           from prior in Priors
           select new LogisticRegression(
               design, Many(design.Rows, i => i % 2), prior, Many(design.Rows, i => i == 0 ? 1e15 : 0.5), prior is NormalPrior normal ? normal : null),
    ];

    private static readonly ScalarDraws[] Scalars = [.. AsChains((chains, values) => new ScalarDraws(chains, values))];

    private static readonly PosteriorDraws[] Posteriors =
    [
        .. AsChains((chains, values) => new PosteriorDraws(chains, 1, values, Transitions(values))),
        new PosteriorDraws(2, 2, Many(400, i => Math.Sin(i * i))),
        new PosteriorDraws(1, 3, [1, 2, 3], [new TransitionInfo(double.MaxValue, 0, 0, 1, true)], [new ChainAdaptation(0.1, [1, 1, 1])]),
        NutsSampler.Sample(Regressions[^9], new NutsOptions { Chains = 2, Warmup = 30, Draws = 30 }),
    ];

    private static readonly LogLikelihoodOfObservation?[] LogLikelihoods =
    [
        null, (_, _) => { }, (i, values) => values.Fill(-i), .. Vectors.Where(values => values.Length > 0).Select(values => (LogLikelihoodOfObservation)((_, target) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = values[i % values.Length];
        })),
    ];

    private static readonly NutsOptions Brief = new() { Chains = 2, Warmup = 25, Draws = 8, MaxTreeDepth = 4 };

    private static readonly NutsOptions?[] Options =
    [
        Brief, Brief with { Metric = MetricShape.Dense }, Brief with { Warmup = 0 }, Brief with { TargetAcceptance = double.NaN },
        Brief with { TargetAcceptance = 1 - 1e-16, Draws = 1 }, Brief with { TargetAcceptance = 1e-300 }, Brief with { Chains = 0 }, Brief with { Draws = int.MaxValue },
        Brief with { Warmup = -1 }, Brief with { MaxTreeDepth = 0 }, Brief with { Parallelism = 0 }, Brief with { Metric = (MetricShape)9 },
        Brief with { InverseMetric = [] }, Brief with { InverseMetric = [double.NaN] }, Brief with { InverseMetric = [1e300] }, Brief with { InverseMetric = [1e-300] },
        Brief with { InverseMetric = [1, 0, 0, 1], Metric = MetricShape.Dense }, Brief with { InverseMetric = [1, 1, 1, 1], Metric = MetricShape.Dense },
        Brief with { InverseMetric = [1e-300, 0, 0, 1e300], Metric = MetricShape.Dense },
    ];

    private static readonly ILogDensity?[] Densities =
    [
        null, Normal(1, 1), Normal(2, 1), Normal(1, 1e-140), Normal(1, 1e160), Normal(0, 1), Normal(-1, 1), Normal(int.MaxValue, 1),
        .. Regressions.Where((_, i) => i % 4 == 0),
        Sloped(_ => double.NaN, _ => 0), Sloped(_ => double.PositiveInfinity, _ => 0), Sloped(_ => double.NegativeInfinity, _ => 0), Sloped(_ => 0, _ => 0),
        Sloped(x => -x * x, _ => double.NaN), Sloped(x => -Math.Abs(x), x => x < 0 ? double.PositiveInfinity : -1), Sloped(x => -Math.Abs(x), _ => double.MaxValue),
        Sloped(x => x > 1 ? double.PositiveInfinity : -x * x / 2, x => -x), Sloped(x => x > 0.5 ? double.NaN : -x * x / 2, x => -x),
        Sloped(x => -x * x / 2, x => x), Sloped(x => 1e-3 * x, _ => 1e-3), Sloped(x => Math.Abs(x) < 1e-9 ? 0 : double.NegativeInfinity, _ => 0),
        Sloped(x => 1e300 - x * x * 0.5e300, x => -x * 1e300), Sloped(x => -Math.Pow(x, 4) * 1e50, x => -4 * x * x * x * 1e50),
    ];

    private static readonly Dictionary<Type, object?[]> Pools = new()
    {
        [typeof(double)] = [.. Numbers],
        [typeof(int)] = [.. Counts],
        [typeof(ulong)] = [0UL, 1UL, ulong.MaxValue],
        [typeof(string)] = Texts,
        [typeof(double[])] = [null, .. Vectors],
        [typeof(ReadOnlySpan<double>)] = [null, .. Vectors],
        [typeof(Span<double>)] = [null, .. Vectors],
        [typeof(ReadOnlySpan<sbyte>)] = [null, new sbyte[] { 1 }, new sbyte[] { -128 }, new sbyte[] { 1, -127, 0, 127 }, new sbyte[] { 1, 2, 3, -128 }],
        [typeof(ReadOnlySpan<int>)] = [null, new[] { 0 }, new[] { 0, 0, 0 }, new[] { -1 }, new[] { int.MaxValue }, new[] { 0, 1, 0 }],
        [typeof(IReadOnlyList<double[]>)] =
        [
            null, Array.Empty<double[]>(), new double[][] { [] }, new double[]?[] { null }, new double[]?[] { [1], null }, new double[][] { [1], [1, 2] },
            new double[][] { [1, double.NaN] }, new double[][] { [1, 0], [0, 1e308] },
        ],
        [typeof(IReadOnlyList<string>)] = [null, Array.Empty<string>(), new[] { "a" }, new string?[] { null }, new[] { "a", "a" }],
        [typeof(IReadOnlyList<ChainAdaptation>)] =
        [
            null, Array.Empty<ChainAdaptation>(), new ChainAdaptation?[] { null }, new[] { new ChainAdaptation(1, [1]) }, new[] { new ChainAdaptation(double.NaN, [1]) },
            new[] { new ChainAdaptation(1, [double.PositiveInfinity]) },
        ],
        [typeof(TransitionInfo[])] = [null, .. TransitionLists],
        [typeof(ReadOnlySpan<TransitionInfo>)] = [null, .. TransitionLists],
        [typeof(IPrior)] = [null, .. Priors],
        [typeof(IIndependentPrior)] = [null, .. Priors.OfType<IIndependentPrior>()],
        [typeof(DesignMatrix)] = [null, .. Designs],
        [typeof(ScalarDraws)] = [null, .. Scalars],
        [typeof(PosteriorDraws)] = [null, .. Posteriors],
        [typeof(LogLikelihoodOfObservation)] = LogLikelihoods,
        [typeof(Func<ReadOnlySpan<double>, double>)] =
        [
            null, .. Numbers.Select(number => (Func<ReadOnlySpan<double>, double>)(_ => number)),
            (Func<ReadOnlySpan<double>, double>)(x => x[0] / x[0]), (Func<ReadOnlySpan<double>, double>)(x => x[0] * x[0]),
        ],
        [typeof(LeaveOneOut)] = [null, .. LeftOut()],
        [typeof(NutsOptions)] = Options,
        [typeof(ILogDensity)] = Densities,
        [typeof(Func<ILogDensity>)] = [null, .. Densities.Select(density => (Func<ILogDensity?>)(() => density))],
        [typeof(IProgress<SamplingProgress>)] = [null],
        [typeof(CancellationToken)] = [CancellationToken.None, CancellationToken.None, CancellationToken.None, new CancellationToken(true)],
    };

    /// <summary>Objects of the library's own making, to call instance members on.</summary>
    public static IReadOnlyList<object> Own { get; } =
    [
        .. Priors, .. Designs, .. Regressions, .. Scalars, .. Posteriors, Brief, new SamplingProgress(0, 1, 2, true),
        .. Posteriors[^1].Adaptations, .. Posteriors[^1].Transitions.ToArray(),
        .. Scalars.Select(draws => CredibleInterval.Central(draws, 0.9)), .. Scalars.Select(draws => Moments.Of(draws.Values)),
        .. Scalars.Select(draws => ParameterSummary.Of("x", draws)), .. Posteriors.Select(draws => PosteriorSummary.Of(draws)),
        .. Posteriors.Select(draws => PosteriorSummary.Of(draws).Health), .. LeftOut(), .. LeftOut().SelectMany(result => result.Observations),
    ];

    private static TransitionInfo[][] TransitionLists =>
    [
        [], [default], [default, default, default],
        .. new[] { double.NaN, double.PositiveInfinity, double.MaxValue }.Select(bad =>
            new TransitionInfo[] { new(1, 1, 1, 1, false), new(bad, 1, 1, 1, true), new(-bad, 1, 1, 1, false), new(2, bad, 1, 1, false) }),
        Transitions(Many(400, i => Math.Sin(i * i))),
    ];

    /// <summary>The values for a parameter of a type.</summary>
    public static object?[] Of(Type type)
    {
        if (!Pools.TryGetValue(type, out var pool))
            Assert.Fail($"{nameof(HostileValues)} has no values of type {PublicSurface.NameOf(type)}, which a public member takes: add some");
        return pool!;
    }

    private static double[] Many(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];

    /// <summary>Those of the vectors that can be draws, as one chain and as four.</summary>
    private static IEnumerable<T> AsChains<T>(Func<int, double[], T> make) =>
        from values in Vectors
        where AreDraws(values)
        from chains in new[] { 1, 4 }
        where values.Length % chains == 0
        select make(chains, values);

    private static bool AreDraws(double[] values) => values.Length > 0 && values.All(value => Math.Abs(value) <= 1e150);

    private static TransitionInfo[] Transitions(double[] energies) => [.. energies.Select(energy => new TransitionInfo(energy, 1, 3, 7, false))];

    private static Target Sloped(Func<double, double> logDensity, Func<double, double> slope) => new(1, (x, gradient) =>
    {
        gradient[0] = slope(x[0]);
        return logDensity(x[0]);
    });

    private static Target Normal(int dimension, double sd) => new(dimension, (x, gradient) =>
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            gradient[i] = -x[i] / sd / sd;
            sum += x[i] * gradient[i] / 2;
        }
        return sum;
    });

    private static IEnumerable<LeaveOneOut> LeftOut()
    {
        foreach (var logLikelihood in LogLikelihoods)
        {
            LeaveOneOut? result = null;
            try
            {
                result = LeaveOneOut.Of(3, 100, logLikelihood!);
            }
            catch (ArgumentException)
            {
                // Refused, as it should be; another test looks at how.
            }
            if (result is not null)
                yield return result;
        }
    }
}
