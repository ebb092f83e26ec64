namespace Prefdissect.Judging.Bias;

/// <summary>
/// How often does the longer response win? The share of votes for the response with more words, a tie being half, among pairs whose responses differ in words. Raw: the longer response
/// may be the better one; the weight of length beside the other properties tells more.
/// </summary>
public sealed class LongerWins : IPairMeasure<SeenPair>
{
    /// <inheritdoc/>
    public int Terms => 2;

    /// <inheritdoc/>
    public string WhyNone => "no pair with a vote has responses of different length";

    /// <inheritdoc/>
    public bool IsShare => true;

    /// <inheritdoc/>
    public void Add(in SeenPair of, Span<double> sums)
    {
        if (of.Score is not { } score || of.WordsFirst == of.WordsSecond) return;
        sums[0]++;
        sums[1] += of.WordsFirst > of.WordsSecond ? score : 1 - score;
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
