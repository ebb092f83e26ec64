namespace Prefdissect.Judging.Bias;

/// <summary>
/// Does the judge answer the same when the same is asked again? Over pairs that were asked in the same order in several rounds, or voted on several times: the mean share of twos of
/// answers that agree.
/// </summary>
public sealed class Steadiness : IPairMeasure<SeenPair>
{
    /// <inheritdoc/>
    public int Terms => 2;

    /// <inheritdoc/>
    public string WhyNone => "nothing was asked or voted twice";

    /// <inheritdoc/>
    public bool IsShare => true;

    /// <inheritdoc/>
    public void Add(in SeenPair of, Span<double> sums)
    {
        if (of.Steady is not { } share) return;
        sums[0]++;
        sums[1] += share;
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
