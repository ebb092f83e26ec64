using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Summaries;

/// <summary>An interval that holds a share of the posterior.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Probability">The share it holds.</param>
public readonly record struct CredibleInterval(double Low, double High, double Probability)
{
    /// <summary>The interval that leaves as much below as above it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not strictly between 0 and 1.</exception>
    public static CredibleInterval Central(ScalarDraws draws, double probability)
    {
        RequireShare(probability);
        var sorted = Quantile.Sorted(draws);
        return new CredibleInterval(Quantile.OfSorted(sorted, (1 - probability) / 2), Quantile.OfSorted(sorted, (1 + probability) / 2), probability);
    }

    /// <summary>The shortest interval between two draws that holds at least this share of the draws: the highest-density interval of a density with one peak.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not strictly between 0 and 1.</exception>
    public static CredibleInterval HighestDensity(ScalarDraws draws, double probability)
    {
        RequireShare(probability);
        var sorted = Quantile.Sorted(draws);
        var held = Math.Clamp((int)Math.Ceiling(probability * sorted.Length), 1, sorted.Length);
        var best = 0;
        for (var first = 1; first + held <= sorted.Length; first++)
            if (sorted[first + held - 1] - sorted[first] < sorted[best + held - 1] - sorted[best])
                best = first;
        return new CredibleInterval(sorted[best], sorted[best + held - 1], probability);
    }

    private static void RequireShare(double probability)
    {
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "An interval holds a share strictly between 0 and 1.");
    }
}
