using Prefdissect.Bayes.Diagnostics;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Tests.Sampling;

/// <summary>
/// Do draws follow a distribution? The largest distance of their distribution function from the true one, on draws thinned until they are nearly independent.
/// Every test here rejects a right sampler with probability <see cref="ErrorRate"/>; seeds are fixed, so that a seed is right once for all.
/// With the hundred or so such tests of this project, that is one in a hundred that any of them would fail at freshly chosen seeds.
/// </summary>
internal static class KolmogorovSmirnov
{
    public const double ErrorRate = 1e-4;

    private const int FewestDraws = 500;

    public static void ShouldFollow(this ScalarDraws draws, Func<double, double> distribution)
    {
        var thinned = Thinned(draws);
        thinned.Length.ShouldBeGreaterThanOrEqualTo(FewestDraws, "too few independent draws for a test that could fail");
        PValue(thinned, distribution).ShouldBeGreaterThan(ErrorRate);
    }

    /// <summary>Every k-th draw of each chain, k twice the draws that are worth an independent one for the slowest of the quantiles.</summary>
    public static double[] Thinned(ScalarDraws draws)
    {
        var ess = new[] { 0.05, 0.25, 0.5, 0.75, 0.95 }.Min(probability => EffectiveSampleSize.OfQuantile(draws, probability)!.Value);
        var every = Math.Max(1, (int)Math.Ceiling(2 * draws.Count / ess));
        return [.. Enumerable.Range(0, draws.Chains).SelectMany(chain => Enumerable.Range(0, draws.DrawsPerChain / every).Select(i => draws.Chain(chain)[i * every]))];
    }

    /// <summary>The chance of so large a distance from n independent draws, by Kolmogorov's limit with Stephens' correction for n (1970).</summary>
    public static double PValue(double[] independent, Func<double, double> distribution)
    {
        var root = Math.Sqrt(independent.Length);
        var scaled = (root + 0.12 + 0.11 / root) * Distance(independent, distribution);
        if (scaled < 0.3)
            return 1;
        var sum = 0.0;
        for (var k = 1; k <= 100; k++)
            sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2 * k * k * scaled * scaled);
        return Math.Clamp(sum, 0, 1);
    }

    private static double Distance(double[] values, Func<double, double> distribution)
    {
        var sorted = values.Order().ToArray();
        var largest = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var expected = distribution(sorted[i]);
            largest = Math.Max(largest, Math.Max((i + 1.0) / sorted.Length - expected, expected - (double)i / sorted.Length));
        }
        return largest;
    }
}
