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
        NutsSampler.Sample(regression, Asked(Options.Warmup, draws, seed), progress: null, cancellation);

    /// <summary>Draws from the posterior of most of the rows of another, whose variances serve as the metric: only the step size is learnt again.</summary>
    public PosteriorDraws Draw(LogisticRegression regression, int draws, ulong seed, IReadOnlyList<double> variances, CancellationToken cancellation) =>
        NutsSampler.Sample(
            regression,
            Asked(Math.Min(Options.Warmup, WarmupWithMetric), draws, seed) with { InverseMetric = variances },
            progress: null,
            cancellation);

    private NutsOptions Asked(int warmup, int draws, ulong seed) =>
        new() { Chains = Options.Chains, Warmup = warmup, Draws = draws, Seed = seed, Parallelism = Threads };
}
