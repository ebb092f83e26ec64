namespace Prefdissect.Judging.Bias;

/// <summary>
/// How many pairs does the position decide alone? The share of pairs with a verdict in both orders where the same letter was picked in both, so that which response it stood for made
/// no difference. At most the flip rate, which counts changes from and to a tie too.
/// </summary>
public sealed class PositionAlone : IPairMeasure<SeenPair>
{
    /// <inheritdoc/>
    public int Terms => 2;

    /// <inheritdoc/>
    public string WhyNone => "no pair has verdicts in both orders";

    /// <inheritdoc/>
    public bool IsShare => true;

    /// <inheritdoc/>
    public void Add(in SeenPair of, Span<double> sums)
    {
        if (!of.HasBoth) return;
        sums[0]++;
        if (of.LetterOne == of.LetterTwo && of.LetterOne != 0) sums[1]++;
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
