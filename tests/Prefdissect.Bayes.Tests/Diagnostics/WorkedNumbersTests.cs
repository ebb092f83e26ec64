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

    private static ScalarDraws Autoregressive(double phi, double shift, int length)
    {
        var state = 42L;
        var values = new double[4 * length];
        for (var chain = 0; chain < 4; chain++)
        {
            var x = 0.0;
            for (var i = 0; i < length; i++)
            {
                state = (state * 1103515245 + 12345) % 2147483648;
                var u = (state + 0.5) / 2147483648;
                x = phi * x + Math.Log(u) - Math.Log(1 - u);
                values[chain * length + i] = x + shift * chain;
            }
        }
        return new ScalarDraws(4, values);
    }
}
