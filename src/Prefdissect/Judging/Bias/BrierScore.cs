namespace Prefdissect.Judging.Bias;

/// <summary>
/// How far is the judge's probability from what people say? The mean squared distance (Brier 1950) of its probability that the first response is preferred, σ(margin), and the share of
/// people for it; 0.25 is a coin. The same whichever response is called the first.
/// </summary>
public sealed class BrierScore : IPairMeasure<SeenPair>
{
    /// <inheritdoc/>
    public int Terms => 2;

    /// <inheritdoc/>
    public string WhyNone => "no pair has a margin of this judge and a verdict of people";

    /// <inheritdoc/>
    public bool IsShare => false;

    /// <inheritdoc/>
    public void Add(in SeenPair of, Span<double> sums)
    {
        if (of.Margin is not { } margin || of.People is not { } people) return;
        var distance = Probability.Of(margin) - people;
        sums[0]++;
        sums[1] += distance * distance;
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
