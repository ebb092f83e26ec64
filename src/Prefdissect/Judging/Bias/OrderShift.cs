namespace Prefdissect.Judging.Bias;

/// <summary>
/// By how much does standing as A help? The mean over pairs of ½(z₁ + z₂), z the log-odds of the letter A in the two orders: what a response has to say cancels in the sum, because
/// each stands as A once. In log-odds; above 0 the position A is favoured. Unlike the share of A it is not diluted by pairs whose responses are far apart.
/// </summary>
public sealed class OrderShift : IPairMeasure<SeenPair>
{
    /// <inheritdoc/>
    public int Terms => 2;

    /// <inheritdoc/>
    public string WhyNone => "no pair has log-probabilities in both orders";

    /// <inheritdoc/>
    public bool IsShare => false;

    /// <inheritdoc/>
    public void Add(in SeenPair of, Span<double> sums)
    {
        if (of.OrderShift is not { } shift) return;
        sums[0]++;
        sums[1] += shift;
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
