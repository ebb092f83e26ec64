namespace Prefdissect.Judging.Bias;

/// <summary>One measure of a judge with its bootstrap interval and what it rests on.</summary>
/// <param name="Mean">The value; <see langword="null"/> where it cannot be told.</param>
/// <param name="Low">2.5 % percentile over resampled queries; <see langword="null"/> where there is no interval.</param>
/// <param name="High">97.5 % percentile.</param>
/// <param name="N">The denominator: pairs, or what the measure says that it counts.</param>
/// <param name="Reason">Why a value or its interval is missing, as a clause; <see langword="null"/> where none is.</param>
public sealed record BiasFigure(double? Mean, double? Low, double? High, long N, string? Reason)
{
    /// <summary>A measure that cannot be told.</summary>
    public static BiasFigure Without(string reason) => new(null, null, null, 0, reason);
}
