namespace Prefdissect.Judging.Bias;

/// <summary>
/// How often is a log-probability only bounded, because the letter was not among the tokens returned? The share of readings with log-probabilities; where it is large, shifts and
/// margins are too small.
/// </summary>
public sealed class BoundedShare : IPairMeasure<SeenPair>
{
    /// <inheritdoc/>
    public int Terms => 2;

    /// <inheritdoc/>
    public string WhyNone => "there are no log-probabilities";

    /// <inheritdoc/>
    public bool IsShare => true;

    /// <inheritdoc/>
    public void Add(in SeenPair of, Span<double> sums)
    {
        var told = (of.LogOddsOne is null ? 0 : 1) + (of.LogOddsTwo is null ? 0 : 1);
        sums[0] += told;
        sums[1] += Math.Min(told, of.Bounded);
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums) => sums[1] / sums[0];
}
