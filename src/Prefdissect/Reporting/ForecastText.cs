using System.Globalization;
using Prefdissect.Judging.People;

namespace Prefdissect.Reporting;

/// <summary>How many more votes are worth giving, in words.</summary>
public static class ForecastText
{
    // Around a weight of 0 the degree of preference moves by a quarter of what the weight moves by, in points of a hundred.
    private const double PointsOfWeight = 25;

    /// <summary>What the votes so far say about going on.</summary>
    public static string Advice(VoteForecast forecast) => forecast.Enough switch
    {
        null => "Your votes do not tell more than the prior yet: go on.",
        var enough when enough <= forecast.Votes => "The typical interval is narrow enough to tell a clear preference; more votes still help, slowly.",
        var enough => string.Create(CultureInfo.InvariantCulture, $"About {enough - forecast.Votes} more votes are worth giving: at {enough} the typical interval is ±{VoteForecast.Goal * PointsOfWeight:0.#}, which tells a clear preference."),
    };

    /// <summary>Half the width of a weight's interval as that of its degree of preference, in points of a hundred.</summary>
    public static string Points(double halfWidth) => string.Create(CultureInfo.InvariantCulture, $"±{halfWidth * PointsOfWeight:0.0}");
}
