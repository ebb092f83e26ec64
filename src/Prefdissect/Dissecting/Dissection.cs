using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Dissecting.Clusters;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Dissecting.Writers;

namespace Prefdissect.Dissecting;

/// <summary>
/// The fit of one judge on one group (paper, §3.3): y ~ Bernoulli(σ(x·α)), no intercept, independent priors on α, sampled with NUTS; and the same once a fold.
/// </summary>
public static class Dissection
{
    /// <summary>A weight that no draw moved, as in a run of one draw, still gets a metric.</summary>
    private const double SmallestVariance = 1e-6;

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
        var outcome = FitWhole(subject, design, options, threads, cancellation);
        return outcome is SampledFit sampled ? sampled with { Fit = WithFolds(sampled.Fit, design, threads, cancellation) } : outcome;
    }

    /// <summary>Fits a design whole. Its folds, where the options ask for some, are for <see cref="WithFolds"/> to add: they take longer, and need only what it says.</summary>
    /// <inheritdoc cref="Fit(FitSubject, Design, DissectionOptions, int, CancellationToken)"/>
    public static FitOutcome FitWhole(FitSubject subject, Design design, DissectionOptions options, int threads, CancellationToken cancellation = default)
    {
        var prior = PriorSpecification.Parse(options.Prior);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        if (ObstacleTo(design, options) is { } obstacle) return new FitRefusal(subject, design.Report, obstacle);
        var sampling = new PosteriorSampling(options, threads);
        var rows = DistinctRows.Of(design, prior);
        var draws = sampling.Draw(rows.Regression(prior), options.Draws, options.SeedOf(subject.Judge, subject.Group), cancellation);
        string[] names = [.. design.Properties.Select(property => property.ShortName)];
        var summary = PosteriorSummary.Of(draws, design.ColumnNames);
        var (clusters, effects) = QueryClusters.Of(design, prior);
        var fit = new JudgeFit(subject, design.Report)
        {
            Options = options,
            DataHash = design.DataHash,
            Weights =
            [
                .. summary.Parameters.Take(design.Properties.Count)
                    .Select((parameter, i) => new PropertyWeight(parameter) { DesignEffect = effects.Count > 0 ? effects[i] : null }),
            ],
            Writers = Strengths(design, prior, draws),
            Clusters = clusters,
            Health = summary.Health.With(InfluentialRows.Of(rows.Matrix, rows.Outcomes, draws)),
            Variances = [.. summary.Parameters.Select(parameter => Math.Max(parameter.Sd * parameter.Sd, SmallestVariance))],
        };
        return new SampledFit(fit, FitDraws.Of(names, WithoutWriters(draws, design)));
    }

    /// <summary>A fit of a whole design together with the fits that leave a fold out.</summary>
    /// <param name="whole">What <see cref="FitWhole"/> gave, just now or read from a study: a digit is the same.</param>
    /// <param name="design">Its design.</param>
    /// <param name="threads">Threads that it may use, at least 1.</param>
    /// <param name="cancellation">Ends the sampling.</param>
    /// <exception cref="ArgumentException">The design is not the one of the fit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static JudgeFit WithFolds(JudgeFit whole, Design design, int threads, CancellationToken cancellation = default)
    {
        if (whole.DataHash != design.DataHash) throw new ArgumentException("The design is not the one of the fit.", nameof(design));
        var sampling = new PosteriorSampling(whole.Options, threads);
        return whole with { Folds = FoldFits.Of(whole.Subject, design, PriorSpecification.Parse(whole.Options.Prior), sampling, whole.Variances, cancellation) };
    }

    /// <summary>Why a design cannot be fitted with these options, as a sentence; <see langword="null"/> where it can.</summary>
    public static string? ObstacleTo(Design design, DissectionOptions options) => design.Obstacle ?? (options.Control, design.Writers.Count) switch
    {
        (Control.Model, 0) =>
            "None of the votes tells which two models wrote the responses, so there is nothing to control for: import them with their models (--map model_a=…,model_b=…).",
        (_, > 0) when PriorSpecification.Parse(options.Prior) is not IIndependentPrior =>
            $"Under {options.Prior} all weights share one scale, which would shrink writers' strengths like properties: control for writers under laplace:SCALE or normal:SCALE.",
        _ => null,
    };

    private static PosteriorDraws WithoutWriters(PosteriorDraws draws, Design design)
    {
        if (design.Writers.Count == 0) return draws;
        var count = design.Properties.Count;
        var kept = new double[draws.Count * count];
        for (var draw = 0; draw < draws.Count; draw++) draws.Values.Slice(draw * draws.Dimension, count).CopyTo(kept.AsSpan(draw * count));
        return new PosteriorDraws(draws.Chains, count, kept);
    }

    /// <summary>The strength of each writer against the mean of all, the reference being 0 before the mean is taken off.</summary>
    private static IReadOnlyList<WriterStrength> Strengths(Design design, IPrior prior, PosteriorDraws draws)
    {
        if (design.ReferenceWriter is not { } reference) return [];
        var (first, count) = (design.Properties.Count, design.Writers.Count);
        var scales = design.ScalesUnder(prior);
        var others = design.Writers.Select((name, i) => new WriterStrength(
            ParameterSummary.Of(name, draws.Quantity(draw => scales[first + i] * draw[first + i] - Mean(draw))), Pairs(ofRow => ofRow[i] != 0)));
        // Against the reference a writer stands alone in its row.
        var own = new WriterStrength(ParameterSummary.Of(reference, draws.Quantity(draw => -Mean(draw))), Pairs(ofRow => ofRow.Count(cell => cell != 0) == 1));
        return [.. others.Append(own).OrderBy(strength => strength.Writer, StringComparer.Ordinal)];

        double Mean(ReadOnlySpan<double> draw)
        {
            double sum = 0;
            for (var i = first; i < first + count; i++) sum += scales[i] * draw[i];
            return sum / (count + 1);
        }

        int Pairs(Func<sbyte[], bool> met) => Enumerable.Range(0, design.Rows).Count(row => met(design.Features(row)[first..].ToArray()));
    }
}
