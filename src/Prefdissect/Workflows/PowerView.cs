using Prefdissect.Dissecting.Power;

namespace Prefdissect.Workflows;

/// <summary>A prediction, ready to be shown.</summary>
/// <param name="Forecast">The prediction.</param>
public sealed record PowerView(PowerForecast Forecast)
{
    /// <summary>Whether the judge is simulated.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Whether the fit that is shown by other commands holds writers fixed, which the prediction does not.</summary>
    public required bool IgnoresWriters { get; init; }

    /// <summary>Hash of the votes.</summary>
    public required string DataHash { get; init; }
}
