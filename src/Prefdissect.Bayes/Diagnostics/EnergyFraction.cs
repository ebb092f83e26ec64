using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Diagnostics;

/// <summary>
/// Does a new momentum each transition explore the energies well? The estimated Bayesian fraction of missing information (Betancourt, 2016):
/// mean squared change of the energy from draw to draw over its variance. Below 0.3 the tails of the posterior are hard to reach.
/// </summary>
public static class EnergyFraction
{
    /// <summary>E-BFMI of the transitions of one chain. Null with fewer than three of them, or when the energy does not vary.</summary>
    public static double? Of(ReadOnlySpan<TransitionInfo> chain)
    {
        if (chain.Length < 3)
            return null;
        var mean = 0.0;
        foreach (var transition in chain)
            mean += transition.Energy / chain.Length;
        double changes = 0, variation = 0;
        for (var i = 0; i < chain.Length; i++)
        {
            variation += Square(chain[i].Energy - mean);
            if (i > 0)
                changes += Square(chain[i].Energy - chain[i - 1].Energy);
        }
        var fraction = changes / variation;
        return double.IsFinite(fraction) ? fraction : null;
    }

    private static double Square(double value) => value * value;
}
