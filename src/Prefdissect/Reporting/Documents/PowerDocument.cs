using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>power --json</c> prints.</summary>
public sealed record PowerDocument(
    Provenance Provenance, bool Simulated, string Judge, string Group, string Annotator, int Pairs, int Queries, int Simulations, double MeanWidth,
    IReadOnlyList<PredictedWidthEntry> Mean, IReadOnlyList<ForecastPropertyEntry> Properties, IReadOnlyList<GroupGainEntry> Groups, IReadOnlyList<string> Assumptions)
{
    /// <summary>The document of a prediction.</summary>
    public static PowerDocument Of(PowerView view, Provenance provenance)
    {
        var forecast = view.Forecast;
        var subject = forecast.Fit.Subject;
        return new(
            provenance, view.Simulated, subject.Judge, subject.Group, subject.Annotator.Id, forecast.Pairs, forecast.Queries, forecast.Options.Simulations, forecast.MeanWidth,
            [.. forecast.Mean.Select(PredictedWidthEntry.Of)], [.. forecast.Properties.Select(ForecastPropertyEntry.Of)], [.. forecast.Groups.Select(GroupGainEntry.Of)],
            PowerTables.Assumptions(view));
    }
}
