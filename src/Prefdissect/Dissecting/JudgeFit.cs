using System.Text.Json.Serialization;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Dissecting.Clusters;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Dissecting.Quality;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Pairs;

namespace Prefdissect.Dissecting;

/// <summary>One judge's preferences on one group, fitted.</summary>
/// <param name="Subject">Judge, group and annotator.</param>
/// <param name="Design">What the fit was made of.</param>
public sealed record JudgeFit(FitSubject Subject, DesignReport Design) : FitOutcome(Subject, Design)
{
    /// <summary>How it was fitted.</summary>
    public required DissectionOptions Options { get; init; }

    /// <summary>Hash of the design (<see cref="Dissecting.Design.DataHash"/>).</summary>
    public required ContentHash DataHash { get; init; }

    /// <summary>The weights, in the order of the properties.</summary>
    public required IReadOnlyList<PropertyWeight> Weights { get; init; }

    /// <summary>How far the votes are from being independent; <see langword="null"/> where that was not looked at.</summary>
    public QueryClusters? Clusters { get; init; }

    /// <summary>Where the fit is controlled for who wrote the responses: the writers, by name.</summary>
    public IReadOnlyList<WriterStrength> Writers { get; init; } = [];

    /// <summary>Whether the draws can be trusted.</summary>
    public required PosteriorHealth Health { get; init; }

    /// <summary>Posterior variance of each column of the design, writers last; empty in a fit that was stored before folds needed them.</summary>
    public IReadOnlyList<double> Variances { get; init; } = [];

    /// <summary>What the fits that leave a fold out say; <see langword="null"/> where they are not made yet.</summary>
    public FoldedFit? Folds { get; init; }

    /// <summary>
    /// Posterior expectation of the number of wrong signs among the properties called liked or disliked: Σ min(P(α &gt; 0), P(α &lt; 0)) over them.
    /// </summary>
    [JsonIgnore]
    public double ExpectedWrongSigns => Weights.Where(weight => weight.Verdict != WeightVerdict.Unclear).Sum(weight => weight.WrongSignProbability);

    /// <summary>The average of the fold fits' means (paper, §3.3), what the paper's files hold; <see langword="null"/> where there are no folds.</summary>
    [JsonIgnore]
    public JudgeWeights? FoldMeans => Folds is { IsMade: true } folds
        ? new(Subject.Judge, Subject.Group, Weights.Select((weight, i) => (weight.Property, Mean: folds.Means[i])).ToDictionary(of => of.Property, of => of.Mean))
        : null;

    /// <summary>The posterior means, to compare with other judges'.</summary>
    [JsonIgnore]
    public JudgeWeights PosteriorMeans => new(Subject.Judge, Subject.Group, Weights.ToDictionary(weight => weight.Property, weight => weight.Mean));

    /// <summary>What a property adds to the prediction by length alone; <see langword="null"/> where that is not known, and for length itself.</summary>
    public Estimate? BeyondLength(string property) => Folds?.Quality?.BeyondLength.FirstOrDefault(gain => gain.Property == property)?.LogLossDrop;
}
