namespace Prefdissect.Judging.Bias;

/// <summary>
/// How far do two judges agree beyond chance? Cohen's κ (1960) of their verdicts for the first response, the second, or neither, each kind as far from each other. The first response is the first in
/// canonical order, which knows nothing of the texts, so that chance is one in two where nobody ties.
/// </summary>
public sealed class VerdictKappa : IPairMeasure<JudgedTwice>
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
        var chance = 0.0;
        for (var level = 0; level < VerdictTable.Levels; level++)
        {
            double one = 0, other = 0;
            for (var of = 0; of < VerdictTable.Levels; of++)
            {
                one += VerdictTable.At(sums, level, of);
                other += VerdictTable.At(sums, of, level);
            }
            chance += one * other / (sums[0] * sums[0]);
        }
        return 1 - chance < 1e-12 ? null : (VerdictTable.Alike(sums) - chance) / (1 - chance);
    }
}
