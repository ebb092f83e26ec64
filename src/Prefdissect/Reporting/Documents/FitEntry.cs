using Prefdissect.Dissecting;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>One fit, without its weights.</summary>
public sealed record FitEntry
{
    /// <summary>The judge.</summary>
    public required string Judge { get; init; }

    /// <summary>The group of pairs.</summary>
    public required string Group { get; init; }

    /// <summary>Whose ratings.</summary>
    public required string Annotator { get; init; }

    /// <summary>Whether the votes are simulated.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Pairs in the fit.</summary>
    public required int Pairs { get; init; }

    /// <summary>Votes in the fit.</summary>
    public required long Votes { get; init; }

    /// <summary>Prior of every weight.</summary>
    public required string Prior { get; init; }

    /// <summary>What was done with ties: <c>drop</c> or <c>half</c>.</summary>
    public required string Ties { get; init; }

    /// <summary>What was done with pairs that hold a flagged response: <c>count</c> or <c>leave-out</c>.</summary>
    public required string Flags { get; init; }

    /// <summary>Pairs in the fit that hold a response with signs of manipulation; null in an older fit that no longer holds.</summary>
    public required int? FlaggedPairs { get; init; }

    /// <summary>The same by sign.</summary>
    public required IReadOnlyList<FlagSignEntry> FlaggedBySign { get; init; }

    /// <summary>Pairs in the fit of which a response was not looked through for signs.</summary>
    public required int UnscannedPairs { get; init; }

    /// <summary>How much hangs on the flagged pairs; null where there are none, or where not both fits, with them and without, are stored.</summary>
    public required FlagEffectEntry? FlagEffect { get; init; }

    /// <summary>What is held fixed beside the properties: <c>none</c> or <c>model</c>.</summary>
    public required string Control { get; init; }

    /// <summary>Pairs of a controlled fit of which it is not known who wrote the responses; null where nothing is held fixed.</summary>
    public required int? UnknownWriters { get; init; }

    /// <summary>Queries behind the pairs; null where it was not looked at.</summary>
    public required int? Queries { get; init; }

    /// <summary>Median design effect of the weights, votes clustered by query; null where it cannot be computed.</summary>
    public required double? MedianDesignEffect { get; init; }

    /// <summary>Why there is no design effect; null where there is one.</summary>
    public required string? DesignEffectReason { get; init; }

    /// <summary>Pairs left out, by reason.</summary>
    public required LeftOutEntry LeftOut { get; init; }

    /// <summary>Properties not in the fit, with the reason.</summary>
    public required IReadOnlyList<NotFittedEntry> NotFitted { get; init; }

    /// <summary>Largest R-hat.</summary>
    public required double? RHat { get; init; }

    /// <summary>Smallest bulk effective sample size.</summary>
    public required double? EssBulk { get; init; }

    /// <summary>Smallest tail effective sample size.</summary>
    public required double? EssTail { get; init; }

    /// <summary>Divergent transitions.</summary>
    public required int? Divergences { get; init; }

    /// <summary>Largest k-hat of the votes left out one by one; above 0.7 the fit hangs on a single vote. Null where it cannot be told.</summary>
    public required double? KHat { get; init; }

    /// <summary>Draws kept over all chains.</summary>
    public required int Draws { get; init; }

    /// <summary>What is wrong with the sampling; empty where nothing is.</summary>
    public required IReadOnlyList<string> Complaints { get; init; }

    /// <summary>Properties called liked.</summary>
    public required int Liked { get; init; }

    /// <summary>Properties called disliked.</summary>
    public required int Disliked { get; init; }

    /// <summary>Properties left unclear.</summary>
    public required int Unclear { get; init; }

    /// <summary>Expected number of wrong signs among those called liked or disliked.</summary>
    public required double ExpectedWrongSigns { get; init; }

    /// <summary>Share of votes predicted by the fits that leave their pairs out; <see langword="null"/> where there are no folds (<see cref="Quality"/> says why).</summary>
    public required double? HeldOutAccuracy { get; init; }

    /// <summary>The same by length alone; <see langword="null"/> where length is not in the fit.</summary>
    public required double? BaselineAccuracy { get; init; }

    /// <summary>All about the prediction of votes left out.</summary>
    public required QualityEntry Quality { get; init; }

    /// <summary>Whether votes or ratings have changed since the fit.</summary>
    public required bool Stale { get; init; }

    /// <summary>Hash of what was fitted.</summary>
    public required string Data { get; init; }

    /// <summary>What it was corrected for with <c>fit --annotator-error</c>; <see langword="null"/> where that was not asked for.</summary>
    public CorrectionEntry? Correction { get; init; }

    /// <summary>The entry of a fit.</summary>
    public static FitEntry Of(JudgeFit fit, DissectionView view) => new()
    {
        Judge = fit.Subject.Judge,
        Group = fit.Subject.Group,
        Annotator = fit.Subject.Annotator.Id,
        Simulated = view.SimulatedJudges.Contains(fit.Subject.Judge),
        Pairs = fit.Design.Pairs,
        Votes = fit.Design.UsedVotes,
        Prior = fit.Options.Prior,
        Ties = fit.Options.Ties == TieRule.Half ? "half" : "drop",
        Flags = fit.Options.Flags == FlagRule.LeaveOut ? "leave-out" : "count",
        FlaggedPairs = fit.Design.FlaggedPairs,
        FlaggedBySign = [.. fit.Design.Signs.Select(sign => new FlagSignEntry(sign.Sign, sign.Pairs))],
        UnscannedPairs = fit.Design.UnscannedPairs,
        FlagEffect = FlagEffectEntry.Of(view.FlagEffects.GetValueOrDefault(fit.Subject)),
        Control = fit.Options.Control == Dissecting.Writers.Control.Model ? "model" : "none",
        UnknownWriters = fit.Options.Control == Dissecting.Writers.Control.Model ? fit.Design.UnknownWriters : null,
        Queries = fit.Clusters?.Queries,
        MedianDesignEffect = fit.Clusters?.MedianDesignEffect,
        DesignEffectReason = fit.Clusters is { } clusters ? clusters.Reason : "not looked at when it was fitted",
        LeftOut = new LeftOutEntry(fit.Design.EqualResponses, fit.Design.OnlyTies, fit.Design.ErrorsNotApplicable, fit.Design.FlaggedLeftOut, fit.Design.IncompleteRatings),
        NotFitted = [.. fit.Design.Properties.Where(use => use.Status != PropertyStatus.Fitted).Select(use => new NotFittedEntry(use.Property, use.Reason ?? use.Status.ToString()))],
        RHat = fit.Health.MaxRHat,
        EssBulk = fit.Health.MinEssBulk,
        EssTail = fit.Health.MinEssTail,
        Divergences = fit.Health.Divergences,
        KHat = fit.Health.MaxShape,
        Draws = fit.Health.Draws,
        Complaints = fit.Health.Problems,
        Liked = fit.Weights.Count(weight => weight.Verdict == WeightVerdict.Liked),
        Disliked = fit.Weights.Count(weight => weight.Verdict == WeightVerdict.Disliked),
        Unclear = fit.Weights.Count(weight => weight.Verdict == WeightVerdict.Unclear),
        ExpectedWrongSigns = fit.ExpectedWrongSigns,
        HeldOutAccuracy = fit.Folds?.Quality?.Model.Accuracy.Value,
        BaselineAccuracy = fit.Folds?.Quality?.LengthOnly?.Accuracy.Value,
        Quality = QualityEntry.Of(fit),
        Stale = view.Stale.Contains(fit.Subject),
        Data = fit.DataHash.ToString(),
        Correction = view.CorrectionOf(fit) is { } correction ? CorrectionEntry.Of(correction, view.StaleCorrections.Contains(fit.Subject)) : null,
    };
}
