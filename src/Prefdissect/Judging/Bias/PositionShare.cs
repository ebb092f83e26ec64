namespace Prefdissect.Judging.Bias;

/// <summary>
/// How often does a judge pick what stands as A? The share of A among its verdicts order by order, a tie being half an A. A judge that asks both orders shows each response as A as
/// often as the other, and one that asks a random order does so on average: ½ means no bias then, whatever the texts. The denominator counts verdicts of one order.
/// </summary>
public sealed class PositionShare : IPairMeasure<SeenPair>
{
    /// <inheritdoc/>
    public int Terms => 2;

    /// <inheritdoc/>
    public string WhyNone => "there are votes alone: which letter was picked in which order is not known";

    /// <inheritdoc/>
    public bool IsShare => true;

    /// <inheritdoc/>
    public void Add(in SeenPair of, Span<double> sums)
    {
        foreach (var letter in (ReadOnlySpan<int?>)[of.LetterOne, of.LetterTwo])
        {
            if (letter is not { } picked) continue;
            sums[0]++;
            sums[1] += (picked + 1) / 2.0;
        }
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
