using Prefdissect.Annotating.Agreements;

namespace Prefdissect.Judging.Bias;

/// <summary>
/// How far do two judges agree beyond chance, a tie being near to either verdict? Krippendorff's α for ordered levels (<see cref="OrdinalAlpha"/>): second, tie, first.
/// </summary>
public sealed class VerdictAlpha : IPairMeasure<JudgedTwice>
{
    /// <inheritdoc/>
    public int Terms => VerdictTable.Terms;

    /// <inheritdoc/>
    public string WhyNone => "no pair was judged by both";

    /// <inheritdoc/>
    public bool IsShare => false;

    /// <inheritdoc/>
    public void Add(in JudgedTwice of, Span<double> sums) => VerdictTable.Add(of, sums);

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums)
    {
        var coincidences = new double[VerdictTable.Levels, VerdictTable.Levels];
        for (var one = 0; one < VerdictTable.Levels; one++)
            for (var other = 0; other < VerdictTable.Levels; other++) coincidences[one, other] = VerdictTable.At(sums, one, other) + VerdictTable.At(sums, other, one);
        return OrdinalAlpha.Of(coincidences);
    }
}
