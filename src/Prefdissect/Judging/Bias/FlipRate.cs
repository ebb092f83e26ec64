namespace Prefdissect.Judging.Bias;

/// <summary>
/// How often does the order change which response is preferred? The share of pairs with a verdict in both orders whose verdicts are not for the same response. A tie in one order and
/// a preference in the other count as a change; a tie in both does not.
/// </summary>
public sealed class FlipRate : IPairMeasure<SeenPair>
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
        if (of.LetterOne != -of.LetterTwo) sums[1]++;
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
