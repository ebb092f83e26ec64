using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Diagnostics;

/// <summary>
/// Pareto-smoothed importance sampling (Vehtari, Simpson, Gelman, Yao and Gabry, 2024): the largest weights are replaced by the expected order statistics
/// of a generalised Pareto distribution fitted to them; its shape k̂ says whether the weights can be trusted.
/// </summary>
public static class ParetoSmoothing
{
    /// <summary>Weights with a larger shape cannot be trusted.</summary>
    public const double LargestShape = 0.7;

    /// <summary>Smooths log importance weights in place, up to a constant: afterwards none is above 0.</summary>
    /// <param name="logWeights">Numbers within ±10¹⁵⁰, one a draw.</param>
    /// <param name="relativeEfficiency">Effective draws a draw, positive; above 1 counts as 1.</param>
    /// <returns>k̂; null where the weights are too few or too alike to tell, and then they are left as they are.</returns>
    /// <exception cref="ArgumentException">A weight is not within ±10¹⁵⁰, or there is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The efficiency is not positive.</exception>
    public static double? Smooth(Span<double> logWeights, double relativeEfficiency = 1)
    {
        if (logWeights.IsEmpty)
            throw new ArgumentException("There is no weight to smooth.", nameof(logWeights));
        if (!(relativeEfficiency > 0))
            throw new ArgumentOutOfRangeException(nameof(relativeEfficiency), relativeEfficiency, "The relative efficiency must be positive.");
        var largest = double.NegativeInfinity;
        for (var i = 0; i < logWeights.Length; i++)
            largest = ScalarDraws.IsUsable(logWeights[i])
                ? Math.Max(largest, logWeights[i])
                : throw new ArgumentException($"Log weight {i} is {logWeights[i]}; it must be a number within ±1e150.", nameof(logWeights));
        foreach (ref var weight in logWeights)
            weight -= largest;
        var tail = (int)Math.Ceiling(Math.Min(0.2 * logWeights.Length, 3 * Math.Sqrt(logWeights.Length / Math.Min(1, relativeEfficiency))));
        return tail < 5 || tail >= logWeights.Length ? null : SmoothTail(logWeights, tail);
    }

    private static double? SmoothTail(Span<double> logWeights, int length)
    {
        var sorted = logWeights.ToArray();
        var places = new int[sorted.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = i;
        Array.Sort(sorted, places);
        var first = sorted.Length - length;
        var threshold = Math.Exp(sorted[first - 1]);
        var excesses = new double[length];
        for (var i = 0; i < length; i++)
            excesses[i] = Math.Exp(sorted[first + i]) - threshold;
        if (ParetoTail.Fit(excesses) is not { } fitted)
            return null;
        for (var i = 0; i < length; i++)
            logWeights[places[first + i]] = Math.Min(0, Math.Log(threshold + fitted.Quantile((i + 0.5) / length)));
        return fitted.Shape;
    }
}
