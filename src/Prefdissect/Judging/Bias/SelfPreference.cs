namespace Prefdissect.Judging.Bias;

/// <summary>
/// Does the judge favour its own model? What its own responses win with it beyond what the same responses win with other judges, pair by pair: quality cancels as far as the others see
/// it. Between −1 and 1; above 0 it favours itself.
/// </summary>
public sealed class SelfPreference : IPairMeasure<SeenPair>
{
    /// <inheritdoc/>
    public int Terms => 2;

    /// <inheritdoc/>
    public string WhyNone => "no other judge voted on a response of the judge's own model";

    /// <inheritdoc/>
    public bool IsShare => false;

    /// <inheritdoc/>
    public void Add(in SeenPair of, Span<double> sums)
    {
        if (of.Own == 0 || of.Score is not { } score || of.Others is not { } others) return;
        sums[0]++;
        sums[1] += of.Own * (score - others);
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
