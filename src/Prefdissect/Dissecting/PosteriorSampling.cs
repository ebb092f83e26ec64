using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Dissecting;

/// <summary>Draws from the posterior of a fit, whole or without a fold.</summary>
/// <param name="Options">Chains and warm-up.</param>
/// <param name="Threads">Threads that chains and folds may use; never changes a digit.</param>
internal sealed record PosteriorSampling(DissectionOptions Options, int Threads)
{
    /// <summary>A step size alone is learnt in some fifty transitions.</summary>
    private const int WarmupWithMetric = 80;

    /// <summary>Draws with a full warm-up.</summary>
    public PosteriorDraws Draw(LogisticRegression regression, int draws, ulong seed, CancellationToken cancellation) =>
        NutsSampler.Sample(regression, Asked(regression, Options.Warmup, draws, seed), progress: null, cancellation);

    /// <summary>
    /// Draws from the posterior of most of the rows of another, whose variances serve as the metric, so that only the step size is learnt again. Where the sampler walks other
    /// coordinates than the weights, whose variances say nothing of those, the warm-up is a full one.
    /// </summary>
    public PosteriorDraws Draw(LogisticRegression regression, int draws, ulong seed, IReadOnlyList<double> variances, CancellationToken cancellation) => NutsSampler.Sample(
        regression,
        regression.KeepsCoordinates
            ? Asked(regression, Math.Min(Options.Warmup, WarmupWithMetric), draws, seed) with { InverseMetric = variances }
            : Asked(regression, Options.Warmup, draws, seed),
        progress: null,
        cancellation);

    private NutsOptions Asked(LogisticRegression regression, int warmup, int draws, ulong seed) => new()
    {
        Chains = Options.Chains,
        Warmup = warmup,
        Draws = draws,
        Seed = seed,
        Parallelism = Threads,
        TargetAcceptance = regression.Prior.TargetAcceptance,
    };
}
