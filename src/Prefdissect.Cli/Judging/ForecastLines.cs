using Prefdissect.Judging.People;
using Prefdissect.Reporting;

namespace Prefdissect.Cli.Judging;

/// <summary>How many more votes are worth giving, in sentences.</summary>
internal static class ForecastLines
{
    private const int MostProperties = 8;

    /// <summary>The lines.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="annotator">Whose ratings it rests on.</param>
    public static IEnumerable<string> Of(VoteForecast forecast, string annotator)
    {
        yield return $"{forecast.Votes} of your votes can be used so far, by the ratings of {annotator}. Half the width of the 95 % intervals of your degrees of preference, in points of a hundred:";
        yield return "";
        yield return Row("", "now", forecast.Later.Select(votes => $"at {votes}"));
        foreach (var (property, now, later) in forecast.Properties.Take(MostProperties)) yield return Row(property, ForecastText.Points(now), later.Select(ForecastText.Points));
        if (forecast.Properties.Count > MostProperties) yield return $"  and {forecast.Properties.Count - MostProperties} more properties";
        yield return Row("typical", ForecastText.Points(forecast.Typical), forecast.TypicalLater.Select(ForecastText.Points));
        yield return "";
        yield return ForecastText.Advice(forecast);
    }

    private static string Row(string name, string now, IEnumerable<string> later) => $"  {ScreenText.Fit(name, 34)}{now,8}{string.Concat(later.Select(text => text.PadLeft(10)))}";
}
