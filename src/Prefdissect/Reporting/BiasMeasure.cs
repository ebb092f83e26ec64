using Prefdissect.Judging.Bias;

namespace Prefdissect.Reporting;

/// <summary>One measure of a judge with the words for it.</summary>
/// <param name="Field">Its name in documents.</param>
/// <param name="Words">What a person reads, with the unit.</param>
/// <param name="IsShare">Whether it is shown in per cent or points.</param>
/// <param name="Figure">Value, interval, denominator, or why there is none.</param>
public sealed record BiasMeasure(string Field, string Words, bool IsShare, BiasFigure Figure)
{
    private static readonly string[] Units = [", %", ", log-odds", ", points"];

    /// <summary>The words without the unit.</summary>
    public string Name => Units.Aggregate(Words, (words, unit) => words.Replace(unit, "", StringComparison.Ordinal));
}
