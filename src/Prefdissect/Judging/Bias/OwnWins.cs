namespace Prefdissect.Judging.Bias;

/// <summary>
/// How often does the response of the judge's own model win? The share of votes for it, a tie being half, where the own model wrote exactly one side. Not yet a bias: it may write better.
/// </summary>
public sealed class OwnWins : IPairMeasure<SeenPair>
{
    /// <inheritdoc/>
    public int Terms => 2;

    /// <inheritdoc/>
    public string WhyNone => "no pair with a vote has exactly one response that is known to be by the judge's own model";

    /// <inheritdoc/>
    public bool IsShare => true;

    /// <inheritdoc/>
    public void Add(in SeenPair of, Span<double> sums)
    {
        if (of.Own == 0 || of.Score is not { } score) return;
        sums[0]++;
        sums[1] += of.Own > 0 ? score : 1 - score;
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
