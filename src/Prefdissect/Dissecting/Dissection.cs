using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Dissecting.Folds;

namespace Prefdissect.Dissecting;

/// <summary>
/// The fit of one judge on one group (paper, §3.3): y ~ Bernoulli(σ(x·α)), no intercept, independent priors on α, sampled with NUTS; and the same once a fold.
/// </summary>
public static class Dissection
{
    /// <summary>Fits a design with every processor.</summary>
    /// <inheritdoc cref="Fit(FitSubject, Design, DissectionOptions, int, CancellationToken)"/>
    public static FitOutcome Fit(FitSubject subject, Design design, DissectionOptions options, CancellationToken cancellation = default) =>
        Fit(subject, design, options, Environment.ProcessorCount, cancellation);

    /// <summary>Fits a design, whole and fold by fold, or says why there is nothing to fit. The result depends on subject, design and options alone.</summary>
    /// <param name="subject">Judge, group and annotator; judge and group go into the seed.</param>
    /// <param name="design">The judge's votes on the group.</param>
    /// <param name="options">How to fit.</param>
    /// <param name="threads">Threads that it may use, at least 1.</param>
    /// <param name="cancellation">Ends the sampling.</param>
    /// <returns>A <see cref="SampledFit"/> or a <see cref="FitRefusal"/>.</returns>
    /// <exception cref="FormatException">The prior of the options is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Chains, draws or threads are not positive, or the warm-up is negative.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static FitOutcome Fit(FitSubject subject, Design design, DissectionOptions options, int threads, CancellationToken cancellation = default)
    {
        var prior = PriorSpecification.Parse(options.Prior);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        if (design.Obstacle is { } obstacle) return new FitRefusal(subject, design.Report, obstacle);
        var sampling = new PosteriorSampling(options, threads);
        var draws = sampling.Draw(DistinctRows.Regression(design, prior), options.Draws, options.SeedOf(subject.Judge, subject.Group), cancellation);
        string[] names = [.. design.Properties.Select(property => property.ShortName)];
        var summary = PosteriorSummary.Of(draws, names);
        var fit = new JudgeFit(subject, design.Report)
        {
            Options = options,
            DataHash = design.DataHash,
            Weights = [.. summary.Parameters.Select(parameter => new PropertyWeight(parameter))],
            Health = summary.Health,
            Folds = FoldFits.Of(subject, design, prior, sampling, cancellation),
        };
        return new SampledFit(fit, FitDraws.Of(names, draws));
    }
}
