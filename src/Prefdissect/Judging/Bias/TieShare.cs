namespace Prefdissect.Judging.Bias;

/// <summary>
/// How often does the judge not decide? The share of pairs with a vote whose verdict is a tie; with both orders in words, orders that contradict each other are one.
/// </summary>
public sealed class TieShare : IPairMeasure<SeenPair>
{
    /// <inheritdoc/>
    public int Terms => 2;

    /// <inheritdoc/>
    public string WhyNone => "there are no votes";

    /// <inheritdoc/>
    public bool IsShare => true;

    /// <inheritdoc/>
    public void Add(in SeenPair of, Span<double> sums)
    {
        if (of.Sign is not { } sign) return;
        sums[0]++;
        if (sign == 0) sums[1]++;
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
