namespace Prefdissect.Reporting.Documents;

/// <summary>Scores of a coin on any votes, every pair seen in both orientations.</summary>
/// <param name="Accuracy">½.</param>
/// <param name="LogLoss">ln 2, nats a vote.</param>
/// <param name="Brier">¼.</param>
/// <param name="Auc">½.</param>
public sealed record CoinEntry(double Accuracy, double LogLoss, double Brier, double Auc)
{
    /// <summary>The scores.</summary>
    public static CoinEntry Scores { get; } = new(0.5, Math.Log(2), 0.25, 0.5);
}
