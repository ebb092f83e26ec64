namespace Prefdissect.Judging.Bias;

/// <summary>
/// How often do other judges let the response of this judge's model win? The control to <see cref="OwnWins"/>, on the pairs that both voted on; all other judges of a pair weigh as one.
/// </summary>
public sealed class OwnByOthers : IPairMeasure<SeenPair>
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
        if (of.Own == 0 || of.Score is null || of.Others is not { } others) return;
        sums[0]++;
        sums[1] += of.Own > 0 ? others : 1 - others;
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
