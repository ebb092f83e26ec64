using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Dissecting;

/// <summary>The fit of one judge on one group (paper, §3.3): y ~ Bernoulli(σ(x·α)), no intercept, independent priors on α, sampled with NUTS.</summary>
public static class Dissection
{
    /// <summary>Fits a design, or says why there is nothing to fit. The result depends on the arguments alone.</summary>
    /// <param name="subject">Judge, group and annotator; judge and group go into the seed.</param>
    /// <param name="design">The judge's votes on the group.</param>
    /// <param name="options">How to fit.</param>
    /// <param name="cancellation">Ends the sampling.</param>
    /// <returns>A <see cref="SampledFit"/> or a <see cref="FitRefusal"/>.</returns>
    /// <exception cref="FormatException">The prior of the options is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Chains or draws are not positive, or the warm-up is negative.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static FitOutcome Fit(FitSubject subject, Design design, DissectionOptions options, CancellationToken cancellation = default)
    {
        var prior = PriorSpecification.Parse(options.Prior);
        if (design.Obstacle is { } obstacle) return new FitRefusal(subject, design.Report, obstacle);
        var draws = NutsSampler.Sample(DistinctRows.Regression(design, prior), Sampling(subject, options), progress: null, cancellation);
        string[] names = [.. design.Properties.Select(property => property.ShortName)];
        var summary = PosteriorSummary.Of(draws, names);
        var fit = new JudgeFit(subject, design.Report)
        {
            Options = options,
            DataHash = design.DataHash,
            Weights = [.. summary.Parameters.Select(parameter => new PropertyWeight(parameter))],
            Health = summary.Health,
        };
        return new SampledFit(fit, FitDraws.Of(names, draws));
    }

    private static NutsOptions Sampling(FitSubject subject, DissectionOptions options) => new()
    {
        Chains = options.Chains,
        Warmup = options.Warmup,
        Draws = options.Draws,
        Seed = options.SeedOf(subject.Judge, subject.Group),
    };
}
