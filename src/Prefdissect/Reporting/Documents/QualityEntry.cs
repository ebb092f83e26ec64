using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Quality;

namespace Prefdissect.Reporting.Documents;

/// <summary>How well a fit predicts votes that it has not seen: every pair in both orientations, by the fit of the fold that leaves it out.</summary>
public sealed record QualityEntry
{
    /// <summary>What the folds keep together: <c>query</c>, <c>paper</c> (single pairs) or <c>none</c>.</summary>
    public required string Folds { get; init; }

    /// <summary>Number of folds; 0 where there are none.</summary>
    public required int FoldCount { get; init; }

    /// <summary>Draws over all chains of one fold's fit.</summary>
    public required int FoldDraws { get; init; }

    /// <summary>What is wrong with the sampling of single folds; empty where nothing is.</summary>
    public required IReadOnlyList<string> FoldComplaints { get; init; }

    /// <summary>Why there are no numbers; <see langword="null"/> where there are.</summary>
    public required string? Reason { get; init; }

    /// <summary>Pairs predicted.</summary>
    public required int? Pairs { get; init; }

    /// <summary>Votes on them.</summary>
    public required double? Votes { get; init; }

    /// <summary>Queries they belong to: what the intervals resample.</summary>
    public required int? Queries { get; init; }

    /// <summary>Scores of the fit.</summary>
    public required PredictionScores? Model { get; init; }

    /// <summary>Scores of a fit of length alone.</summary>
    public required PredictionScores? LengthOnly { get; init; }

    /// <summary>Why there are no scores of length alone; <see langword="null"/> where there are.</summary>
    public required string? NoLengthReason { get; init; }

    /// <summary>Scores of a coin.</summary>
    public required CoinEntry Coin { get; init; }

    /// <summary>Accuracy of the fit minus that of length alone.</summary>
    public required Estimate? AccuracyOverLength { get; init; }

    /// <summary>Log loss of length alone minus that of the fit, nats a vote.</summary>
    public required Estimate? LogLossBelowLength { get; init; }

    /// <summary>The entry of a fit.</summary>
    public static QualityEntry Of(JudgeFit fit) => new()
    {
        Folds = FoldText.Of(fit.Folds?.Scheme ?? Dissecting.Folds.FoldScheme.None),
        FoldCount = fit.Folds?.Count ?? 0,
        FoldDraws = fit.Folds?.Draws ?? 0,
        FoldComplaints = fit.Folds?.Problems ?? [],
        Reason = fit.Folds?.Quality is null ? PredictionLines.Missing(fit) : null,
        Pairs = fit.Folds?.Quality?.Pairs,
        Votes = fit.Folds?.Quality?.Votes,
        Queries = fit.Folds?.Quality?.Queries,
        Model = fit.Folds?.Quality?.Model,
        LengthOnly = fit.Folds?.Quality?.LengthOnly,
        NoLengthReason = fit.Folds?.Quality?.NoLengthReason,
        Coin = CoinEntry.Scores,
        AccuracyOverLength = fit.Folds?.Quality?.AccuracyOverLength,
        LogLossBelowLength = fit.Folds?.Quality?.LogLossBelowLength,
    };
}
