namespace Prefdissect.Judging.Bias;

/// <summary>
/// How often do two judges say the same? The share of pairs that both judged with equal verdicts; a tie is equal to a tie alone.
/// </summary>
public sealed class AlikeShare : IPairMeasure<JudgedTwice>
{
    /// <inheritdoc/>
    public int Terms => VerdictTable.Terms;

    /// <inheritdoc/>
    public string WhyNone => "no pair was judged by both";

    /// <inheritdoc/>
    public bool IsShare => true;

    /// <inheritdoc/>
    public void Add(in JudgedTwice of, Span<double> sums) => VerdictTable.Add(of, sums);

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => VerdictTable.Alike(sums);
}
