using Prefdissect.Bayes.Diagnostics;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Diagnostics;

public class ChainPathologyTests
{
    [Fact]
    public void Independent_normals_are_worth_their_number_and_agree()
    {
        var draws = Autoregressive(0, 4, 2000, 1);
        EffectiveSampleSize.Bulk(draws)!.Value.ShouldBe(8000, 800);
        EffectiveSampleSize.OfMean(draws)!.Value.ShouldBe(8000, 800);
        EffectiveSampleSize.OfSd(draws)!.Value.ShouldBe(8000, 800);
        EffectiveSampleSize.Tail(draws)!.Value.ShouldBe(8000, 1200);
        RHat.Of(draws)!.Value.ShouldBeLessThan(1.005);
        MonteCarloError.OfMean(draws)!.Value.ShouldBe(1 / Math.Sqrt(8000), 0.001);
        MonteCarloError.OfSd(draws)!.Value.ShouldBe(1 / Math.Sqrt(2 * 8000), 0.0008);
        // The sample median of a normal has standard error √(π/2n).
        MonteCarloError.OfQuantile(draws, 0.5)!.Value.ShouldBe(Math.Sqrt(Math.PI / 2 / 8000), 0.003);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    [InlineData(-0.5)]
    public void Autoregressive_chains_have_the_theoretical_size(double phi)
    {
        const int n = 4 * 10_000;
        var expected = n * (1 - phi) / (1 + phi);
        // The slower the chain, the fewer independent stretches of it there are to estimate its autocorrelation from.
        var tolerance = (phi > 0.8 ? 0.15 : 0.1) * expected;
        EffectiveSampleSize.Bulk(Autoregressive(phi, 4, 10_000, 2))!.Value.ShouldBe(expected, tolerance);
        EffectiveSampleSize.OfMean(Autoregressive(phi, 4, 10_000, 3))!.Value.ShouldBe(expected, tolerance);
        var squares = n * (1 - phi * phi) / (1 + phi * phi);
        EffectiveSampleSize.OfSd(Autoregressive(phi, 4, 10_000, 4))!.Value.ShouldBe(squares, 0.12 * squares);
    }

    [Fact]
    public void Antithetic_chains_are_worth_more_but_never_more_than_n_log_n()
    {
        EffectiveSampleSize.Bulk(Autoregressive(-0.99, 4, 1000, 5))!.Value.ShouldBe(4000 * Math.Log10(4000), 1e-6);
    }

    [Fact]
    public void A_stuck_chain_is_seen()
    {
        var values = Autoregressive(0, 4, 1000, 6).Values.ToArray();
        values.AsSpan(3000).Fill(2.5);
        var summary = ParameterSummary.Of("x", new ScalarDraws(4, values));
        summary.RHat!.Value.ShouldBeGreaterThan(1.1);
        summary.EssBulk!.Value.ShouldBeLessThan(50);
    }

    [Fact]
    public void Antithetic_chains_are_worth_more_than_their_number_and_their_errors_are_as_small_as_they_say()
    {
        var draws = Autoregressive(-0.5, 4, 2000, 10);
        EffectiveSampleSize.OfMean(draws)!.Value.ShouldBe(3 * 8000, 2400);
        // What the standard error claims holds over repetitions: the spread of the means of two hundred such runs.
        double[] means = [.. Enumerable.Range(0, 200).Select(seed => Autoregressive(-0.5, 4, 2000, (ulong)(100 + seed)).Values.ToArray().Average())];
        Moments.Of(means).Sd.ShouldBe(MonteCarloError.OfMean(draws)!.Value, 0.2 * MonteCarloError.OfMean(draws)!.Value);
    }

    [Fact]
    public void Heavy_tails_that_the_sampler_explores_badly_are_told_by_the_energies()
    {
        // Ten independent Cauchy coordinates: the energy of the tails is out of reach of one momentum.
        var draws = NutsSampler.Sample(
            new Sampling.Target(10, (x, gradient) =>
            {
                var sum = 0.0;
                for (var i = 0; i < 10; i++)
                {
                    gradient[i] = -2 * x[i] / (1 + x[i] * x[i]);
                    sum -= Math.Log(1 + x[i] * x[i]);
                }
                return sum;
            }),
            new NutsOptions { Seed = 3, Draws = 1000 });
        var health = PosteriorSummary.Of(draws).Health;
        health.MinEnergyFraction!.Value.ShouldBeLessThan(PosteriorHealth.SmallestEnergyFraction);
        health.Problems.ShouldContain(problem => problem.Contains("E-BFMI"));
        // Rank-based diagnostics do not depend on moments, which these draws have none of.
        PublicSurface.ShouldHoldNoNaN(PosteriorSummary.Of(draws));
        var independent = Autoregressive(0, 4, 2000, 11).Values.ToArray().Select(z => Math.Tan(Math.PI * (MathNet.Numerics.Distributions.Normal.CDF(0, 1, z) - 0.5)));
        var cauchy = new ScalarDraws(4, [.. independent]);
        EffectiveSampleSize.Bulk(cauchy)!.Value.ShouldBe(8000, 800);
        RHat.Of(cauchy)!.Value.ShouldBeLessThan(1.005);
    }

    [Fact]
    public void A_chain_that_is_stuck_for_a_while_is_seen_in_the_tails_and_in_the_size()
    {
        var values = Autoregressive(0, 4, 1000, 12).Values.ToArray();
        // One chain rests a fifth of its time at a far place: a divergence that cannot be left, say.
        values.AsSpan(3400, 200).Fill(4);
        var summary = ParameterSummary.Of("x", new ScalarDraws(4, values));
        summary.RHat!.Value.ShouldBeGreaterThan(1.01);
        summary.EssBulk!.Value.ShouldBeLessThan(400);
        var health = PosteriorSummary.Of(new PosteriorDraws(4, 1, values)).Health;
        health.IsHealthy.ShouldBeFalse();
        health.Problems.ShouldContain(problem => problem.Contains("R-hat of w1"));
    }

    [Fact]
    public void A_drifting_chain_and_one_in_another_place_and_one_of_another_width_are_seen()
    {
        var calm = Autoregressive(0, 4, 1000, 7).Values.ToArray();
        RHat.Of(new ScalarDraws(4, [.. calm.Select((x, i) => x + i % 1000 * 0.003)]))!.Value.ShouldBeGreaterThan(1.1);
        RHat.Of(new ScalarDraws(4, [.. calm.Select((x, i) => i < 1000 ? x + 2 : x)]))!.Value.ShouldBeGreaterThan(1.1);
        RHat.Of(new ScalarDraws(4, [.. calm.Select((x, i) => i < 1000 ? x * 5 : x)]))!.Value.ShouldBeGreaterThan(1.1);
    }

    [Fact]
    public void Draws_that_do_not_vary_have_no_diagnostics_and_never_NaN()
    {
        var constant = ParameterSummary.Of("x", new ScalarDraws(4, [.. Enumerable.Repeat(3.0, 400)]));
        PublicSurface.ShouldHoldNoNaN(constant);
        (constant.RHat, constant.EssBulk, constant.EssTail, constant.McseMean, constant.McseSd).ShouldBe((null, null, null, null, null));
        (constant.Mean, constant.Sd, constant.Median).ShouldBe((3, 0, 3));
    }

    [Fact]
    public void Chains_that_stand_still_in_different_places_disagree_without_bound()
    {
        var summary = ParameterSummary.Of("x", new ScalarDraws(4, [.. Enumerable.Range(0, 400).Select(i => (double)(i / 100))]));
        PublicSurface.ShouldHoldNoNaN(summary);
        summary.RHat.ShouldBe(double.MaxValue);
        summary.EssBulk!.Value.ShouldBeLessThan(10);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 1)]
    [InlineData(4, 3)]
    [InlineData(1, 5)]
    [InlineData(2, 11)]
    [InlineData(1, 50)]
    public void Few_draws_and_extreme_sizes_give_numbers_or_null(int chains, int length)
    {
        foreach (var size in new[] { 1, 1e-320, 1e-200, 1e150 })
        {
            var random = new RandomStream(8, 1);
            double[] values = [.. Enumerable.Range(0, chains * length).Select(_ => size * (2 * random.NextUniform() - 1))];
            var draws = new ScalarDraws(chains, values);
            PublicSurface.ShouldHoldNoNaN(ParameterSummary.Of("x", draws));
            foreach (var probability in new[] { 0, 0.01, 0.5, 1 })
                PublicSurface.ShouldHoldNoNaN(MonteCarloError.OfQuantile(draws, probability));
            PublicSurface.ShouldHoldNoNaN(PosteriorSummary.Of(new PosteriorDraws(chains, 1, values)));
        }
    }

    [Fact]
    public void Energies_that_wander_slowly_have_a_small_fraction_and_independent_ones_two()
    {
        EnergyFraction.Of(Transitions(Autoregressive(0, 1, 5000, 9)))!.Value.ShouldBe(2, 0.1);
        EnergyFraction.Of(Transitions(Autoregressive(0.95, 1, 5000, 9)))!.Value.ShouldBe(0.1, 0.03);
        EnergyFraction.Of(Transitions(new ScalarDraws(1, [1, 1, 1, 1]))).ShouldBeNull();
        EnergyFraction.Of([]).ShouldBeNull();
        // Changes of 1, 1 and −2 about a mean of 1: (1 + 1 + 4) / (1 + 0 + 1 + 1) with energies 0, 1, 2, 0 about 3/4.
        EnergyFraction.Of(Transitions(new ScalarDraws(1, [0, 1, 2, 0])))!.Value.ShouldBe(6 / 2.75, 1e-12);
    }

    private static TransitionInfo[] Transitions(ScalarDraws energies) => [.. energies.Values.ToArray().Select(energy => new TransitionInfo(energy, 1, 1, 1, false))];

    /// <summary>Stationary autoregressive chains of variance 1.</summary>
    private static ScalarDraws Autoregressive(double phi, int chains, int length, ulong seed)
    {
        var values = new double[chains * length];
        for (var chain = 0; chain < chains; chain++)
        {
            var random = new RandomStream(seed, (ulong)chain);
            var x = random.NextNormal();
            for (var i = 0; i < length; i++)
            {
                values[chain * length + i] = x;
                x = phi * x + Math.Sqrt(1 - phi * phi) * random.NextNormal();
            }
        }
        return new ScalarDraws(chains, values);
    }
}
