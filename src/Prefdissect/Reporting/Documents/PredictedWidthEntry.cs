using Prefdissect.Dissecting.Power;

namespace Prefdissect.Reporting.Documents;

/// <summary>What an interval will be like with more pairs.</summary>
public sealed record PredictedWidthEntry(int Multiple, int Pairs, double Width, double WidthLow, double WidthHigh, double Power, double PowerLow, double PowerHigh)
{
    /// <summary>The entry of a prediction.</summary>
    public static PredictedWidthEntry Of(PredictedWidth predicted) => new(
        predicted.Multiple, predicted.Pairs, predicted.Width, predicted.WidthLow, predicted.WidthHigh, predicted.Power, predicted.PowerLow, predicted.PowerHigh);
}
