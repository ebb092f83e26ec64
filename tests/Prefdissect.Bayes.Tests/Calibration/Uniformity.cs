using MathNet.Numerics;

namespace Prefdissect.Bayes.Tests.Calibration;

/// <summary>How plausible it is that ranks 0…<paramref name="largest"/> are uniform, told in two ways.</summary>
internal sealed class Uniformity(IReadOnlyList<int> ranks, int largest)
{
    private const int Bins = 16;

    /// <summary>p of Pearson's χ² over 16 bins of equally many ranks each.</summary>
    public double ChiSquareP { get; } = ChiSquare(ranks, largest);

    /// <summary>p of the largest distance between the ranks' distribution function and the uniform one (Kolmogorov): finds shifts and bulges that lie across bins.</summary>
    public double DistanceP { get; } = Distance(ranks, largest);

    public double SmallestP => Math.Min(ChiSquareP, DistanceP);

    private static double ChiSquare(IReadOnlyList<int> ranks, int largest)
    {
        ((largest + 1) % Bins).ShouldBe(0);
        var counts = new int[Bins];
        foreach (var rank in ranks) counts[rank * Bins / (largest + 1)]++;
        var expected = ranks.Count / (double)Bins;
        return SpecialFunctions.GammaUpperRegularized((Bins - 1) / 2.0, counts.Sum(count => (count - expected) * (count - expected) / expected) / 2);
    }

    private static double Distance(IReadOnlyList<int> ranks, int largest)
    {
        var counts = new int[largest + 1];
        foreach (var rank in ranks) counts[rank]++;
        double below = 0, farthest = 0;
        for (var rank = 0; rank <= largest; rank++)
        {
            below += counts[rank];
            farthest = Math.Max(farthest, Math.Abs(below / ranks.Count - (rank + 1.0) / (largest + 1)));
        }
        // Kolmogorov's series with Stephens' correction; conservative for ranks, which are discrete.
        var root = Math.Sqrt(ranks.Count);
        var x = (root + 0.12 + 0.11 / root) * farthest;
        return x < 0.3 ? 1 : Math.Clamp(2 * Enumerable.Range(1, 100).Sum(k => (k % 2 == 1 ? 1 : -1) * Math.Exp(-2.0 * k * k * x * x)), 0, 1);
    }
}
