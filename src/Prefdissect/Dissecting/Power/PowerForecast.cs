namespace Prefdissect.Dissecting.Power;

/// <summary>How sure a fit will be with more pairs, and pairs of which groups make it so soonest.</summary>
/// <param name="Fit">The fit of now.</param>
/// <param name="Queries">Queries that more pairs are resampled from.</param>
/// <param name="Options">How it was predicted.</param>
/// <param name="Properties">One a property, in the order of the fit.</param>
/// <param name="Mean">The mean over the properties: widths, and as power the share of properties whose interval is clear of indifference.</param>
/// <param name="Groups">Groups, the one that gains most first.</param>
public sealed record PowerForecast(
    JudgeFit Fit, int Queries, PowerOptions Options, IReadOnlyList<ForecastProperty> Properties, IReadOnlyList<PredictedWidth> Mean, IReadOnlyList<GroupGain> Groups)
{
    /// <summary>Pairs of now.</summary>
    public int Pairs => Fit.Design.Pairs;

    /// <summary>Mean width of now.</summary>
    public double MeanWidth => Properties.Average(property => property.Width);
}
