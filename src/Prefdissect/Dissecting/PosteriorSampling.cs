using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Dissecting;

/// <summary>Draws from the posterior of a fit, whole or without a fold.</summary>
/// <param name="Options">Chains and warm-up.</param>
/// <param name="Threads">Threads that chains and folds may use; never changes a digit.</param>
internal sealed record PosteriorSampling(DissectionOptions Options, int Threads)
{
    public PosteriorDraws Draw(LogisticRegression regression, int draws, ulong seed, CancellationToken cancellation) => NutsSampler.Sample(
        regression,
        new NutsOptions
        {
            Chains = Options.Chains,
            Warmup = Options.Warmup,
            Draws = draws,
            Seed = seed,
            Parallelism = Threads,
            TargetAcceptance = regression.Prior.TargetAcceptance,
        },
        progress: null,
        cancellation);
}
