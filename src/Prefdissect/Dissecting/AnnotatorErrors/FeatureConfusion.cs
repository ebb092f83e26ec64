namespace Prefdissect.Dissecting.AnnotatorErrors;

/// <summary>
/// How an annotator mistakes the features −1, 0, +1 of one property: P(observed | true). Turning a pair round turns both, so that the matrix has three free numbers.
/// Its powers exist in closed form: mistaking a difference for none (or the reverse) and mistaking its side are independent of each other.
/// </summary>
/// <param name="NoneKept">P(0 | 0).</param>
/// <param name="Missed">P(0 | ±1).</param>
/// <param name="Turned">P(∓1 | ±1).</param>
/// <param name="Count">Number of pairs that it was measured on.</param>
public sealed record FeatureConfusion(double NoneKept, double Missed, double Turned, long Count)
{
    /// <summary>An annotator that makes no mistakes.</summary>
    public static FeatureConfusion None { get; } = new(1, 0, 0, 0);

    /// <summary>Eigenvalue of the part that tells differences from none.</summary>
    private double Told => NoneKept - Missed;

    /// <summary>Eigenvalue of the part that tells one side from the other.</summary>
    private double Sided => 1 - Missed - (2 * Turned);

    /// <summary>Why the mistakes cannot be reckoned with, as a clause; <see langword="null"/> where they can: then an annotator knows more than a die.</summary>
    public string? Obstacle => Told > 0.05 && Sided > 0.05 ? null : "the annotator tells this property hardly better than chance";

    /// <summary>The confusion that a table of counts shows, or <see langword="null"/> where it has no pair without or no pair with a difference.</summary>
    /// <param name="counts">3 × 3: <c>[i, j]</c> pairs whose true feature is i − 1 and whose observed one is j − 1.</param>
    /// <exception cref="ArgumentException">The table is not 3 × 3 or has a negative count.</exception>
    public static FeatureConfusion? Of(long[,] counts)
    {
        if (counts.GetLength(0) != 3 || counts.GetLength(1) != 3) throw new ArgumentException("A table of features is 3 × 3.", nameof(counts));
        long total = 0;
        foreach (var count in counts) total += count >= 0 ? count : throw new ArgumentException("A count is negative.", nameof(counts));
        double none = counts[1, 0] + counts[1, 1] + counts[1, 2];
        var different = total - none;
        if (none == 0 || different == 0) return null;
        return new(counts[1, 1] / none, (counts[0, 1] + counts[2, 1]) / different, (counts[0, 2] + counts[2, 0]) / different, total);
    }

    /// <summary>The confusion to a power: 1 is itself, 2 the same mistakes made twice, ½ a mistake that made twice is this one.</summary>
    /// <param name="power">At least 0.</param>
    /// <remarks>A fractional power may ask for a slightly negative probability, which counts as 0 (Küchenhoff, Mwalili and Lesaffre 2006).</remarks>
    public FeatureConfusion Power(double power)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(power);
        var (told, sided) = (Math.Pow(Math.Max(0, Told), power), Math.Pow(Math.Max(0, Sided), power));
        var leaving = 1 - NoneKept + Missed;
        var atRest = leaving > 0 ? Missed / leaving : 0;
        var missed = atRest * (1 - told);
        return this with { NoneKept = leaving > 0 ? atRest + ((1 - atRest) * told) : 1, Missed = missed, Turned = Math.Max(0, (1 - missed - sided) / 2) };
    }

    /// <summary>What is observed of a feature, given a number that is uniform on [0, 1).</summary>
    internal sbyte Observed(sbyte feature, double chance)
    {
        if (feature == 0) return chance < NoneKept ? (sbyte)0 : chance < NoneKept + ((1 - NoneKept) / 2) ? (sbyte)1 : (sbyte)-1;
        return chance < Missed ? (sbyte)0 : chance < Missed + Turned ? (sbyte)-feature : feature;
    }
}
