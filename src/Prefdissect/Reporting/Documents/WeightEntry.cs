using Prefdissect.Dissecting;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>One weight of one fit.</summary>
public sealed record WeightEntry
{
    /// <summary>The judge.</summary>
    public required string Judge { get; init; }

    /// <summary>The group of pairs.</summary>
    public required string Group { get; init; }

    /// <summary>Short name of the property.</summary>
    public required string Property { get; init; }

    /// <summary>Whether the votes are simulated.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Pairs in the fit.</summary>
    public required int Pairs { get; init; }

    /// <summary>Posterior mean of the weight.</summary>
    public required double Mean { get; init; }

    /// <summary>Average of the posterior means of the fits that each leave a fold out, as in the paper; <see langword="null"/> where there are no folds.</summary>
    public required double? FoldMean { get; init; }

    /// <summary>Posterior standard deviation.</summary>
    public required double Sd { get; init; }

    /// <summary>Lower end of the weight's 95 % interval.</summary>
    public required double Low { get; init; }

    /// <summary>Posterior median.</summary>
    public required double Median { get; init; }

    /// <summary>Upper end of the weight's 95 % interval.</summary>
    public required double High { get; init; }

    /// <summary>Variance of the weight when whole queries vary, by its variance if all votes were independent; null where it cannot be computed.</summary>
    public required double? DesignEffect { get; init; }

    /// <summary>Lower end of the 95 % interval that is robust to votes that share a query: widened by the root of the design effect.</summary>
    public required double? RobustLow { get; init; }

    /// <summary>Upper end of the robust interval.</summary>
    public required double? RobustHigh { get; init; }

    /// <summary>Degree of preference, in (0, 1); ½ is indifference.</summary>
    public required double Degree { get; init; }

    /// <summary>Lower end of the degree's 95 % interval.</summary>
    public required double DegreeLow { get; init; }

    /// <summary>Upper end of the degree's 95 % interval.</summary>
    public required double DegreeHigh { get; init; }

    /// <summary>Lower end of the degree's 90 % interval.</summary>
    public required double DegreeLow90 { get; init; }

    /// <summary>Upper end of the degree's 90 % interval.</summary>
    public required double DegreeHigh90 { get; init; }

    /// <summary>Posterior probability that the weight is above 0.</summary>
    public required double ProbabilityPositive { get; init; }

    /// <summary><c>liked</c>, <c>disliked</c> or <c>unclear</c>: what the 95 % interval says.</summary>
    public required string Verdict { get; init; }

    /// <summary>
    /// Log loss of held-out votes by length alone minus that by length and this property, nats a vote: above 0 where it helps. <see langword="null"/> for
    /// length itself, without folds, and where length is not in the fit.
    /// </summary>
    public required double? BeyondLength { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public required double? BeyondLengthLow { get; init; }

    /// <summary>Upper end of its 95 % interval.</summary>
    public required double? BeyondLengthHigh { get; init; }

    /// <summary>Monte-Carlo standard error of the mean.</summary>
    public required double? McseMean { get; init; }

    /// <summary>Bulk effective sample size.</summary>
    public required double? EssBulk { get; init; }

    /// <summary>Tail effective sample size.</summary>
    public required double? EssTail { get; init; }

    /// <summary>Rank-normalised split R-hat.</summary>
    public required double? RHat { get; init; }

    /// <summary>In a simulated study the judge's true weight, 0 where it has none.</summary>
    public double? Planted { get; init; }

    /// <summary>The weight without the mistakes of the annotator (<c>fit --annotator-error</c>); <see langword="null"/> where that was not asked for.</summary>
    public CorrectedEntry? Corrected { get; init; }

    /// <summary>The entry of a weight.</summary>
    public static WeightEntry Of(JudgeFit fit, PropertyWeight weight, DissectionView view) => new()
    {
        Judge = fit.Subject.Judge,
        Group = fit.Subject.Group,
        Property = weight.Property,
        Simulated = view.SimulatedJudges.Contains(fit.Subject.Judge),
        Pairs = fit.Design.Pairs,
        Mean = weight.Mean,
        FoldMean = fit.FoldMeans?.Values[weight.Property],
        Sd = weight.Sd,
        Low = weight.Low,
        Median = weight.Posterior.Median,
        High = weight.High,
        DesignEffect = weight.DesignEffect,
        RobustLow = weight.RobustLow,
        RobustHigh = weight.RobustHigh,
        Degree = weight.Preference,
        DegreeLow = weight.PreferenceLow,
        DegreeHigh = weight.PreferenceHigh,
        DegreeLow90 = weight.PreferenceLow90,
        DegreeHigh90 = weight.PreferenceHigh90,
        ProbabilityPositive = weight.Posterior.ProbabilityPositive,
        Verdict = VerdictText.Of(weight.Verdict),
        BeyondLength = fit.BeyondLength(weight.Property)?.Value,
        BeyondLengthLow = fit.BeyondLength(weight.Property)?.Low,
        BeyondLengthHigh = fit.BeyondLength(weight.Property)?.High,
        McseMean = weight.Posterior.McseMean,
        EssBulk = weight.Posterior.EssBulk,
        EssTail = weight.Posterior.EssTail,
        RHat = weight.Posterior.RHat,
        Planted = view.PlantedWeight(fit.Subject.Judge, weight.Property),
        Corrected = view.CorrectionOf(fit)?[weight.Property] is { } corrected ? CorrectedEntry.Of(corrected) : null,
    };
}
