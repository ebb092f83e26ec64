using System.Globalization;
using Prefdissect.Judging.People;

namespace Prefdissect.Cli.Judging;

/// <summary>How many more votes are worth giving, in sentences.</summary>
internal static class ForecastLines
{
    private const int MostProperties = 8;

    // Around a weight of 0 the degree of preference moves by a quarter of what the weight moves by, in points of a hundred.
    private const double PointsOfWeight = 25;

    /// <summary>The lines.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="annotator">Whose ratings it rests on.</param>
    public static IEnumerable<string> Of(VoteForecast forecast, string annotator)
    {
        yield return $"{forecast.Votes} of your votes can be used so far, by the ratings of {annotator}. Half the width of the 95 % intervals of your degrees of preference, in points of a hundred:";
        yield return "";
        yield return Row("", "now", forecast.Later.Select(votes => $"at {votes}"));
        foreach (var (property, now, later) in forecast.Properties.Take(MostProperties)) yield return Row(property, Points(now), later.Select(Points));
        if (forecast.Properties.Count > MostProperties) yield return $"  and {forecast.Properties.Count - MostProperties} more properties";
        yield return Row("typical", Points(forecast.Typical), forecast.TypicalLater.Select(Points));
        yield return "";
        yield return forecast.Enough switch
        {
            null => "Your votes do not tell more than the prior yet: go on.",
            var enough when enough <= forecast.Votes => "The typical interval is narrow enough to tell a clear preference; more votes still help, slowly.",
            var enough => string.Create(CultureInfo.InvariantCulture, $"About {enough - forecast.Votes} more votes are worth giving: at {enough} the typical interval is ±{VoteForecast.Goal * PointsOfWeight:0.#}, which tells a clear preference."),
        };
    }

    private static string Points(double halfWidth) => string.Create(CultureInfo.InvariantCulture, $"±{halfWidth * PointsOfWeight:0.0}");

    private static string Row(string name, string now, IEnumerable<string> later) => $"  {ScreenText.Fit(name, 34)}{now,8}{string.Concat(later.Select(text => text.PadLeft(10)))}";
}
