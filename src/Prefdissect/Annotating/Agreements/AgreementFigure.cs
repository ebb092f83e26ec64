namespace Prefdissect.Annotating.Agreements;

/// <summary>One measure of agreement with its bootstrap interval.</summary>
/// <param name="Value">The value; <see langword="null"/> where it cannot be told.</param>
/// <param name="Low">2.5 % percentile over resampled pairs; <see langword="null"/> where there is no interval.</param>
/// <param name="High">97.5 % percentile.</param>
/// <param name="Count">Number of things (responses) that it rests on.</param>
/// <param name="Reason">Why a value or interval is missing, as a clause; <see langword="null"/> where none is.</param>
public sealed record AgreementFigure(double? Value, double? Low, double? High, int Count, string? Reason)
{
    /// <summary>A measure that cannot be told.</summary>
    public static AgreementFigure Without(int count, string reason) => new(null, null, null, count, reason);
}
