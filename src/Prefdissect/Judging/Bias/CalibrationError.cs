namespace Prefdissect.Judging.Bias;

/// <summary>
/// How far is a judge's confidence from how often people agree with it? The expected calibration error (Naeini, Cooper and Hauskrecht 2015): the distance of both in each of five bins of confidence from
/// ½ to 1, weighted by the bin's pairs. Chance alone makes it larger than 0, the more the fewer the pairs.
/// </summary>
public sealed class CalibrationError : IPairMeasure<SeenPair>
{
    /// <summary>Number of bins from ½ to 1.</summary>
    public const int Bins = 5;

    /// <inheritdoc/>
    public int Terms => 1 + (3 * Bins);

    /// <inheritdoc/>
    public string WhyNone => "no pair has a margin of this judge and a verdict of people";

    /// <inheritdoc/>
    public bool IsShare => false;

    /// <summary>The bins of sums.</summary>
    public static IReadOnlyList<ReliabilityBin> BinsOf(IEnumerable<SeenPair> pairs)
    {
        var measure = new CalibrationError();
        var sums = new double[measure.Terms];
        foreach (var pair in pairs) measure.Add(pair, sums);
        return [.. Enumerable.Range(0, Bins).Select(bin =>
        {
            var n = sums[1 + (3 * bin)];
            return new ReliabilityBin(0.5 + (bin * 0.5 / Bins), 0.5 + ((bin + 1) * 0.5 / Bins), (int)n, n > 0 ? sums[2 + (3 * bin)] / n : null, n > 0 ? sums[3 + (3 * bin)] / n : null);
        })];
    }

    /// <inheritdoc/>
    public void Add(in SeenPair of, Span<double> sums)
    {
        if (of.Margin is not { } margin || of.People is not { } people) return;
        var confidence = Probability.Of(Math.Abs(margin));
        var agreement = margin switch { > 0 => people, < 0 => 1 - people, _ => 0.5 };
        var bin = 3 * Math.Min(Bins - 1, (int)((confidence - 0.5) * 2 * Bins));
        sums[0]++;
        sums[1 + bin]++;
        sums[2 + bin] += confidence;
        sums[3 + bin] += agreement;
    }

    /// <inheritdoc/>
    public double? Value(ReadOnlySpan<double> sums)
    {
        var distance = 0.0;
        for (var bin = 0; bin < Bins; bin++) distance += Math.Abs(sums[2 + (3 * bin)] - sums[3 + (3 * bin)]);
        return distance / sums[0];
    }
}
