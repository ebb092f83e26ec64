namespace Prefdissect.Dissecting;

/// <summary>
/// Degree of preference (paper, §3.3): the probability that a response is preferred to one that differs from it in having less of one property,
/// and in nothing else that is in the fit.
/// </summary>
public static class Degree
{
    /// <summary>σ(weight), in (0, 1); ½ is indifference.</summary>
    public static double Of(double weight)
    {
        // Either branch raises e to a power that is not positive, so nothing overflows.
        if (weight >= 0) return 1 / (1 + Math.Exp(-weight));
        var odds = Math.Exp(weight);
        return odds / (1 + odds);
    }
}
