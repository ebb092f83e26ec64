using Prefdissect.Dissecting.Power;

namespace Prefdissect.Reporting.Documents;

/// <summary>One property's interval, now and with more pairs.</summary>
public sealed record ForecastPropertyEntry(string Property, double Width, string Verdict, IReadOnlyList<PredictedWidthEntry> Predicted)
{
    /// <summary>The entry of a property.</summary>
    public static ForecastPropertyEntry Of(ForecastProperty property) =>
        new(property.Property, property.Width, VerdictText.Of(property.Verdict), [.. property.Predicted.Select(PredictedWidthEntry.Of)]);
}
