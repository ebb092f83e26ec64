namespace Prefdissect.Figures.Scales;

/// <summary>Evenly spaced values at 1, 2 or 5 times a power of ten.</summary>
/// <param name="Step">The distance of two ticks.</param>
/// <param name="Values">The ticks, rising; the first is at or below and the last at or above what they cover.</param>
internal sealed record Ticks(double Step, IReadOnlyList<double> Values)
{
    /// <summary>The finest ticks that cover <paramref name="low"/> to <paramref name="high"/> with at most <paramref name="most"/> of them.</summary>
    /// <param name="low">Finite.</param>
    /// <param name="high">Finite; where it equals <paramref name="low"/>, a span around it is covered.</param>
    /// <param name="most">At least 3.</param>
    public static Ticks Covering(double low, double high, int most)
    {
        if (!(double.IsFinite(high - low) && low <= high))
            throw new ArgumentException($"An axis cannot span {low} to {high}.", nameof(high));
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 3);
        var least = Math.Max(1e-9 * Math.Max(Math.Abs(low), Math.Abs(high)), 1e-290);
        if (high - low < least)
            (low, high) = low == 0 && high == 0 ? (-1, 1) : (low - Math.Abs(low / 10), high + Math.Abs(high / 10));

        for (var power = (int)Math.Floor(Math.Log10((high - low) / most)) - 1; ; power++)
            foreach (var digit in (ReadOnlySpan<int>)[1, 2, 5])
            {
                var step = Times(digit, power);
                // a bound that misses a tick by rounding alone is on it
                var (first, last) = (Math.Floor((low / step) + 1e-9), Math.Ceiling((high / step) - 1e-9));
                if (last - first + 1 <= most)
                    return new Ticks(step, [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Times((first + i) * digit, power))]);
            }
    }

    // dividing by an exact power of ten gives 0.3, where multiplying by 0.1 gives 0.30000000000000004
    private static double Times(double factor, int power) => power < 0 ? factor / Math.Pow(10, -power) : factor * Math.Pow(10, power);
}
