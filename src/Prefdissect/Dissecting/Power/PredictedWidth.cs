using Prefdissect.Pairs;

namespace Prefdissect.Dissecting.Power;

/// <summary>What a 95 % interval of a degree of preference will be like with more pairs. All numbers are finite and from 0 to 1.</summary>
/// <param name="Multiple">How many times the pairs of now.</param>
/// <param name="Pairs">That many pairs.</param>
/// <param name="Width">Median width over the simulated studies.</param>
/// <param name="WidthLow">Lower end of the 95 % interval of that median, which is there because simulations are few.</param>
/// <param name="WidthHigh">Upper end of it.</param>
/// <param name="Power">Share of the simulated studies in which the interval is clear of indifference.</param>
/// <param name="PowerLow">Lower end of the 95 % interval of that share (Wilson 1927).</param>
/// <param name="PowerHigh">Upper end of it.</param>
public sealed record PredictedWidth(int Multiple, int Pairs, double Width, double WidthLow, double WidthHigh, double Power, double PowerLow, double PowerHigh)
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>The summary of simulated studies.</summary>
    /// <param name="multiple">How many times the pairs of now.</param>
    /// <param name="pairs">That many pairs.</param>
    /// <param name="widths">A width a study.</param>
    /// <param name="called">How many of the studies call the property.</param>
    internal static PredictedWidth Of(int multiple, int pairs, IReadOnlyList<double> widths, double called)
    {
        double[] sorted = [.. widths.Order()];
        var n = sorted.Length;
        // The ranks between which a median lies: half of n, give or take what n throws of a coin do.
        var spread = Normal95 * Math.Sqrt(n) / 2;
        var low = sorted[Math.Clamp((int)Math.Floor(n / 2.0 - spread), 0, n - 1)];
        var high = sorted[Math.Clamp((int)Math.Ceiling(n / 2.0 + spread) - 1, 0, n - 1)];
        var share = called / n;
        var (powerLow, powerHigh) = ShareInterval.Of(share, n);
        var median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new PredictedWidth(multiple, pairs, median, low, high, share, powerLow, powerHigh);
    }
}
