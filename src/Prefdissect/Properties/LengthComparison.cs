namespace Prefdissect.Properties;

/// <summary>When one text is clearly longer than another: a table for short texts, three rising thresholds for the others (paper, appendix).</summary>
public static class LengthComparison
{
    private static readonly int[] LongerFrom = [1, 3, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19];

    /// <summary>+1 where <paramref name="a"/> words are clearly more than <paramref name="b"/>, −1 where clearly fewer, else 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of words is negative or not a number.</exception>
    public static int Sign(double a, double b) => IsClear(Math.Min(Counted(a), Counted(b)), Math.Max(a, b)) ? Math.Sign(a - b) : 0;

    private static double Counted(double words) =>
        words >= 0 ? words : throw new ArgumentOutOfRangeException(nameof(words), words, "A number of words is not negative.");

    private static bool IsClear(double shorter, double longer)
    {
        if (shorter < LongerFrom.Length) return longer >= LongerFrom[(int)shorter];
        var gap = longer - shorter;
        // In tenths, because 0.7 · 90 is a little less than 63 in floating point.
        var tenths = 10 * shorter;
        return (tenths <= 7 * longer && gap >= 10) || (tenths <= 8 * longer && gap >= 20) || (tenths <= 9 * longer && gap >= 40);
    }
}
