namespace Prefdissect.Judging.Bias;

/// <summary>
/// Are the labels balanced? The share of votes for what was shown as A, a tie being half. Of imported votes it says how the data were laid out as much as what the judge likes: where one
/// model stands as A throughout, it is the win rate of that model.
/// </summary>
public sealed class LabelShare : IPairMeasure<SeenPair>
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
        sums[0] += of.ForA + of.ForB + of.Ties;
        sums[1] += of.ForA + (of.Ties / 2.0);
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
