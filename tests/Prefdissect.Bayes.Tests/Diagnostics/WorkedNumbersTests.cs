using Prefdissect.Bayes.Diagnostics;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Tests.Diagnostics;

/// <summary>
/// Diagnostics of three small sets of chains, against numbers from a separate program that follows the paper's definitions literally
/// (ranks by counting, autocovariances and the beta distribution by direct summation). The chains are autoregressive with logistic noise,
/// from a linear congruential generator that anyone can write.
/// </summary>
public class WorkedNumbersTests
{
    public static TheoryData<double, double, int, double[]> Worked => new()
    {
        // phi, shift a chain, draws a chain; R-hat, bulk ESS, tail ESS, ESS of mean, ESS of sd, MCSE of mean, of sd, of the 25 % quantile.
        { 0.6, 0.0, 100, [1.07112171408, 68.8283285151, 224.362405843, 62.9545688378, 229.902037671, 0.304185990184, 0.119463590604, 0.285244204851] },
        { -0.4, 0.0, 101, [1.00109721792, 1040.82399653, 379.190980734, 1040.82399653, 348.47102864, 0.0650338670707, 0.0977065509908, 0.0822369493168] },
        { 0.3, 0.8, 60, [1.15949306511, 23.0159679404, 168.085718395, 23.8016874735, 194.738595605, 0.490355800653, 0.131467655346, 0.504643722354] },
    };

    [Theory]
    [MemberData(nameof(Worked))]
    public void Every_diagnostic_equals_the_literal_definition(double phi, double shift, int length, double[] expected)
    {
        var draws = Autoregressive(phi, shift, length);
        double?[] ours =
        [
            RHat.Of(draws), EffectiveSampleSize.Bulk(draws), EffectiveSampleSize.Tail(draws), EffectiveSampleSize.OfMean(draws), EffectiveSampleSize.OfSd(draws),
            MonteCarloError.OfMean(draws), MonteCarloError.OfSd(draws), MonteCarloError.OfQuantile(draws, 0.25),
        ];
        for (var i = 0; i < expected.Length; i++)
            ours[i]!.Value.ShouldBe(expected[i], 1e-6 * expected[i], $"number {i}");
    }

    /// <summary>Numbers that the R package <i>posterior</i> 1.4.0 gives for chains that are sick in a known way.</summary>
    public static TheoryData<string, double[]> Pathologies => new()
    {
        // R-hat, bulk ESS, tail ESS, ESS of mean, of the 25 % quantile, MCSE of mean, of sd, of the 25 % quantile.
        { "antithetic", [1.00069368004, 2322.47198959, 779.900956083, 2322.47198959, 1063.89891662, 0.0530344819491, 0.108725432544, 0.109852182277] },
        { "heavy tails", [0.998779013487, 965.864402764, 1035.44208092, 1018.17949563, 975.946649132, 2.12360845981, 28.8887865743, 0.0833934997321] },
        { "stuck", [1.1681735925012, 21.9686029167604, 403.2198240689785, 17.6599180059666, 48.7100979261897, 0.4757347985115, 0.0759986307912, 0.3975181523805] },
        { "drifting", [1.188608879314, 15.654048241835, 76.039190991759, 16.143394598251, 35.618167923713, 0.597281023671, 0.103592960052, 0.471272861391] },
        { "one wide", [1.160765479027, 444.629658055696, 37.008206167455, 482.679483905484, 178.464975644337, 0.181369376443, 1.244522228230, 0.315550235968] },
    };

    [Theory]
    [MemberData(nameof(Pathologies))]
    public void Every_diagnostic_of_sick_chains_is_the_one_of_the_posterior_package(string sickness, double[] expected)
    {
        var draws = sickness switch
        {
            "antithetic" => Chains(200, (before, u, _, _) => -0.7 * before + Logistic(u)),
            "heavy tails" => Chains(250, (_, u, _, _) => Math.Tan(Math.PI * (u - 0.5))),
            "stuck" => Chains(100, (_, u, _, chain) => chain == 3 ? 2.5 : Logistic(u)),
            "drifting" => Chains(100, (_, u, i, _) => Logistic(u) + 0.05 * i),
            _ => Chains(100, (_, u, _, chain) => (chain == 0 ? 4 : 1) * Logistic(u)),
        };
        double?[] ours =
        [
            RHat.Of(draws), EffectiveSampleSize.Bulk(draws), EffectiveSampleSize.Tail(draws), EffectiveSampleSize.OfMean(draws), EffectiveSampleSize.OfQuantile(draws, 0.25),
            MonteCarloError.OfMean(draws), MonteCarloError.OfSd(draws), MonteCarloError.OfQuantile(draws, 0.25),
        ];
        for (var i = 0; i < expected.Length; i++)
            ours[i]!.Value.ShouldBe(expected[i], 1e-6 * expected[i], $"number {i}");
    }

    [Theory]
    [InlineData(0.5, 0.581896732398, 4.42281602858)]
    [InlineData(1.2, 1.17830775667, 2.00671041999)]
    [InlineData(2, 1.83525987015, 0.952416758768)]
    public void Smoothed_weights_are_those_of_the_loo_package(double scale, double shape, double logSum)
    {
        // Weights of Pareto tails, from the same generator; k-hat, and the logarithm of the sum of the smoothed weights over the largest, of the R package loo 2.5.1.
        double[] weights = [.. Uniforms().Take(1000).Select(u => -scale * Math.Log(u))];
        ParetoSmoothing.Smooth(weights)!.Value.ShouldBe(shape, 1e-9);
        var largest = weights.Max();
        Math.Log(weights.Sum(weight => Math.Exp(weight - largest))).ShouldBe(logSum, 1e-9);
    }

    private static ScalarDraws Autoregressive(double phi, double shift, int length)
    {
        var draws = Chains(length, (before, u, _, _) => phi * before + Logistic(u));
        return new ScalarDraws(4, [.. draws.Values.ToArray().Select((x, i) => x + shift * (i / length))]);
    }

    /// <summary>Four chains, each value made from the one before it (0 at first), a uniform number, its place and its chain.</summary>
    private static ScalarDraws Chains(int length, Func<double, double, int, int, double> next)
    {
        using var uniforms = Uniforms().GetEnumerator();
        var values = new double[4 * length];
        for (var i = 0; i < values.Length; i++)
        {
            uniforms.MoveNext();
            values[i] = next(i % length == 0 ? 0 : values[i - 1], uniforms.Current, i % length, i / length);
        }
        return new ScalarDraws(4, values);
    }

    private static IEnumerable<double> Uniforms()
    {
        var state = 42L;
        while (true)
        {
            state = (state * 1103515245 + 12345) % 2147483648;
            yield return (state + 0.5) / 2147483648;
        }
    }

    private static double Logistic(double u) => Math.Log(u) - Math.Log(1 - u);
}
