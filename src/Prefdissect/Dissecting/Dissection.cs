namespace Prefdissect.Dissecting;

/// <summary>The fit of one judge on one group (paper, §3.3): y ~ Bernoulli(σ(x·α)), no intercept, independent priors on α, sampled with NUTS.</summary>
public static class Dissection
{
    /// <summary>Fits a design, or says why there is nothing to fit. The result depends on the arguments alone.</summary>
    /// <param name="subject">Judge, group and annotator; judge and group go into the seed.</param>
    /// <param name="design">The judge's votes on the group.</param>
    /// <param name="options">How to fit.</param>
    /// <param name="cancellation">Ends the sampling.</param>
    /// <exception cref="FormatException">The prior of the options is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Chains, warm-up or draws are not positive.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static FitOutcome Fit(FitSubject subject, Design design, DissectionOptions options, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
