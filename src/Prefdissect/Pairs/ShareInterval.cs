namespace Prefdissect.Pairs;

/// <summary>The 95 % interval of a share that was counted (Wilson 1927): within 0 and 1, also where all or none count.</summary>
internal static class ShareInterval
{
    private const double Normal975 = 1.959963984540054;

    /// <summary>The interval.</summary>
    /// <param name="share">The share, in 0…1.</param>
    /// <param name="n">What it was counted among, above 0.</param>
    public static (double Low, double High) Of(double share, double n)
    {
        var squared = Normal975 * Normal975 / n;
        var (centre, half) = ((share + (squared / 2)) / (1 + squared), Math.Sqrt(squared * ((share * (1 - share)) + (squared / 4))) / (1 + squared));
        // Rounding may put an end on the wrong side of a share of 0 or 1.
        return (Math.Clamp(Math.Min(centre - half, share), 0, 1), Math.Clamp(Math.Max(centre + half, share), 0, 1));
    }
}
