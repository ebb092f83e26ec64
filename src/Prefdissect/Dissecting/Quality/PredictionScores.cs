namespace Prefdissect.Dissecting.Quality;

/// <summary>
/// How good predicted probabilities are on votes, every pair seen in both orientations: so a coin has accuracy ½, AUC ½, log loss ln 2 and Brier score ¼ whatever
/// the votes, and the calibration's intercept is 0 by symmetry.
/// </summary>
public sealed record PredictionScores
{
    /// <summary>Share of the votes for the response with the larger probability; where both have ½, half of them.</summary>
    public required Estimate Accuracy { get; init; }

    /// <summary>Mean over the votes of −ln of the probability of what was voted, in nats; the probability counts as at least 10⁻¹⁵.</summary>
    public required Estimate LogLoss { get; init; }

    /// <summary>Mean over the votes of (1 − probability of what was voted)².</summary>
    public required Estimate Brier { get; init; }

    /// <summary>Probability that a response that won was given a larger probability than one that lost, equal ones counting half.</summary>
    public required Estimate Auc { get; init; }

    /// <summary>
    /// Slope of the votes' log-odds on the predicted log-odds: 1 where calibrated, below 1 where predictions are too sure, above where they are too timid.
    /// </summary>
    public required Estimate CalibrationSlope { get; init; }

    /// <summary>
    /// Expected calibration error: mean over the votes of |observed − predicted| of their bin. Without an interval, because chance alone makes it positive;
    /// the bins tell more.
    /// </summary>
    public required double CalibrationError { get; init; }

    /// <summary>The bins that are not empty, by probability.</summary>
    public required IReadOnlyList<CalibrationBin> Bins { get; init; }
}
