namespace Prefdissect.Dissecting.Quality;

/// <summary>A number computed from votes with its 95 % interval, or why it, or its interval, cannot be computed. All numbers are finite.</summary>
/// <param name="Value">The number; <see langword="null"/> where it cannot be computed.</param>
/// <param name="Low">Lower end of the interval; <see langword="null"/> where there is none.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="Reason">Why the number or the interval is missing, as a clause; <see langword="null"/> where both are there.</param>
public sealed record Estimate(double? Value, double? Low, double? High, string? Reason)
{
    /// <summary>A number that cannot be computed.</summary>
    public static Estimate Without(string reason) => new(null, null, null, reason);
}
