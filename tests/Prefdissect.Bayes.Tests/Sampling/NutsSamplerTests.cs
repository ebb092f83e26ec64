using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests.Sampling;

public class NutsSamplerTests
{
    private static readonly NutsOptions Brief = new() { Warmup = 150, Draws = 100, Seed = 11 };

    [Fact]
    public void The_same_seed_gives_the_same_bits_whatever_the_number_of_threads()
    {
        var density = Simulated(300, 7, 1);
        var alone = NutsSampler.Sample(density, Brief with { Parallelism = 1 });
        foreach (var threads in new[] { 2, 4, 16 })
        {
            var together = NutsSampler.Sample(density, Brief with { Parallelism = threads });
            together.Values.SequenceEqual(alone.Values).ShouldBeTrue();
            together.Transitions.SequenceEqual(alone.Transitions).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_chain_does_not_depend_on_how_many_others_there_are()
    {
        var density = Simulated(100, 3, 1);
        var two = NutsSampler.Sample(density, Brief with { Chains = 2 });
        var four = NutsSampler.Sample(density, Brief with { Chains = 4 });
        four.Chain(1).SequenceEqual(two.Chain(1)).ShouldBeTrue();
        four.Chain(0).SequenceEqual(four.Chain(1)).ShouldBeFalse();
    }

    [Fact]
    public void Another_seed_gives_other_draws()
    {
        var density = Simulated(100, 3, 1);
        NutsSampler.Sample(density, Brief).Values.SequenceEqual(NutsSampler.Sample(density, Brief with { Seed = 12 }).Values).ShouldBeFalse();
    }

    [Fact]
    public void A_factory_is_asked_for_one_instance_a_chain_and_samples_the_same()
    {
        var made = 0;
        var draws = NutsSampler.Sample(() => { made++; return Simulated(100, 3, 1); }, Brief);
        made.ShouldBe(4);
        draws.Values.SequenceEqual(NutsSampler.Sample(Simulated(100, 3, 1), Brief).Values).ShouldBeTrue();
    }

    [Fact]
    public void Swapping_the_labels_negates_every_weight()
    {
        var (rows, outcomes) = SimulatedData(400, 6, 2);
        var design = DesignMatrix.FromRows(rows);
        var options = new NutsOptions { Seed = 5 };
        var a = PosteriorSummary.Of(NutsSampler.Sample(new LogisticRegression(design, outcomes, new LaplacePrior(0.1)), options));
        var b = PosteriorSummary.Of(NutsSampler.Sample(new LogisticRegression(design, [.. outcomes.Select(y => 1 - y)], new LaplacePrior(0.1)), options with { Seed = 6 }));
        foreach (var (first, second) in a.Parameters.Zip(b.Parameters))
            second.Mean.ShouldBe(-first.Mean, 4.5 * Math.Sqrt(first.McseMean!.Value * first.McseMean.Value + second.McseMean!.Value * second.McseMean.Value));
    }

    [Fact]
    public void A_higher_target_takes_shorter_steps_and_accepts_more()
    {
        double[] targets = [0.6, 0.8, 0.95];
        PosteriorDraws[] runs = [.. targets.Select(target => NutsSampler.Sample(Simulated(300, 10, 3), new NutsOptions { Draws = 1000, TargetAcceptance = target, Seed = 8 }))];
        double[] steps = [.. runs.Select(run => run.Adaptations.Average(adaptation => adaptation.StepSize))];
        steps.ShouldBe(steps.OrderDescending());
        // The averaged step size is a little shorter than the one of that mean acceptance, so the statistic ends above its target rather than below.
        foreach (var (run, target) in runs.Zip(targets))
            run.Transitions.ToArray().Average(transition => transition.AcceptanceStatistic).ShouldBeInRange(target - 0.03, Math.Min(1, target + 0.1));
    }

    [Fact]
    public void The_metric_learns_the_posterior_variances()
    {
        double[] scales = [1e-4, 0.01, 1, 50];
        var density = new Target(4, (x, gradient) =>
        {
            var sum = 0.0;
            for (var i = 0; i < 4; i++)
            {
                gradient[i] = -x[i] / (scales[i] * scales[i]);
                sum += x[i] * gradient[i] / 2;
            }
            return sum;
        });
        var draws = NutsSampler.Sample(density, new NutsOptions { Warmup = 1000, Draws = 1000, Seed = 2 });
        foreach (var adaptation in draws.Adaptations)
            for (var i = 0; i < 4; i++)
                Math.Sqrt(adaptation.InverseMetric[i]).ShouldBeInRange(0.8 * scales[i], 1.25 * scales[i]);
        draws.Transitions.ToArray().Average(transition => transition.Leapfrogs).ShouldBeLessThan(10);
    }

    [Fact]
    public void A_given_metric_is_kept_and_makes_a_short_warm_up_do()
    {
        var density = Simulated(360, 29, 5);
        var learnt = NutsSampler.Sample(density, new NutsOptions { Seed = 1 });
        var variances = learnt.Adaptations[0].InverseMetric;
        var (rows, outcomes) = SimulatedData(360, 29, 5);
        var fold = new LogisticRegression(DesignMatrix.FromRows(rows[..324]), outcomes[..324], new LaplacePrior(0.1));
        var draws = NutsSampler.Sample(fold, new NutsOptions { Warmup = 60, Draws = 1000, Seed = 2, InverseMetric = variances });
        foreach (var adaptation in draws.Adaptations)
            adaptation.InverseMetric.ShouldBe(variances);
        var summary = PosteriorSummary.Of(draws);
        summary.Health.Problems.ShouldBeEmpty();
        summary.Health.MinEssBulk!.Value.ShouldBeGreaterThan(2500);

        foreach (var bad in new[] { -1, 0, double.NaN, double.PositiveInfinity })
            Should.Throw<ArgumentException>(() => NutsSampler.Sample(Simulated(10, 2, 1), Brief with { InverseMetric = [1, bad] })).Message.ShouldContain("coordinate 1");
        Should.Throw<ArgumentException>(() => NutsSampler.Sample(Simulated(10, 2, 1), Brief with { InverseMetric = [1] })).Message.ShouldContain("1 numbers for 2 coordinates");
    }

    [Fact]
    public void Energies_and_counts_fit_together()
    {
        var draws = NutsSampler.Sample(Simulated(200, 5, 4), Brief);
        foreach (var transition in draws.Transitions)
        {
            double.IsFinite(transition.Energy).ShouldBeTrue();
            transition.AcceptanceStatistic.ShouldBeInRange(0, 1);
            transition.Leapfrogs.ShouldBeInRange((1 << transition.TreeDepth) - 1, (1 << (transition.TreeDepth + 1)) - 1);
        }
        draws.Transitions.ToArray().Max(transition => transition.TreeDepth).ShouldBeLessThanOrEqualTo(10);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_memory_is_allocated_while_a_chain_walks(bool split)
    {
        var density = Simulated(360, 29, 5);
        IIntegrator integrator = split ? new KinkedLeapfrog(density) : new Leapfrog(density);
        var trajectory = new Trajectory(integrator, 10);
        var metric = new DiagonalMetric(29);
        var random = new RandomStream(1, 0);
        var (current, next) = (new PhasePoint(29), new PhasePoint(29));
        integrator.Evaluate(current);
        for (var i = 0; i < 200; i++)
        {
            trajectory.Advance(current, next, metric, 0.02, random);
            (current, next) = (next, current);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
            trajectory.Advance(current, next, metric, 0.02, random);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_step_forward_and_one_back_return_to_the_start()
    {
        var integrator = new Leapfrog(Simulated(50, 4, 6));
        var metric = new DiagonalMetric(4);
        var point = new PhasePoint(4);
        metric.SampleMomentum(new RandomStream(3, 1), point.Momentum);
        integrator.Evaluate(point);
        var start = new PhasePoint(4);
        start.CopyFrom(point);
        for (var i = 0; i < 20; i++)
            integrator.Step(point, metric, 0.1);
        Math.Abs(point.Position[0] - start.Position[0]).ShouldBeGreaterThan(1e-3);
        for (var i = 0; i < 20; i++)
            integrator.Step(point, metric, -0.1);
        for (var i = 0; i < 4; i++)
            point.Position[i].ShouldBe(start.Position[i], 1e-12);
    }

    [Fact]
    public void Cancellation_ends_the_run_soon()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new Reports(_ => cancel.Cancel());
        Should.Throw<OperationCanceledException>(() => NutsSampler.Sample(Simulated(300, 10, 1), new NutsOptions { Draws = 1_000_000 }, progress, cancel.Token));
        Should.Throw<OperationCanceledException>(() => NutsSampler.Sample(Simulated(300, 10, 1), new NutsOptions { Parallelism = 1 }, null, cancel.Token));
    }

    [Fact]
    public void Progress_ends_at_the_total_of_each_chain()
    {
        var last = new int[4];
        var warm = 0;
        NutsSampler.Sample(Simulated(50, 2, 1), Brief with { Parallelism = 1 }, new Reports(report =>
        {
            report.Completed.ShouldBeGreaterThan(last[report.Chain]);
            report.IsWarmup.ShouldBe(report.Completed <= 150);
            last[report.Chain] = report.Completed;
            warm += report.IsWarmup ? 1 : 0;
        }));
        last.ShouldAllBe(completed => completed == 250);
        warm.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Impossible_options_and_densities_are_refused_by_name()
    {
        var density = Simulated(10, 2, 1);
        Should.Throw<ArgumentOutOfRangeException>(() => NutsSampler.Sample(density, Brief with { Chains = 0 })).Message.ShouldContain("Chains");
        Should.Throw<ArgumentOutOfRangeException>(() => NutsSampler.Sample(density, Brief with { Draws = 0 })).Message.ShouldContain("Draws");
        Should.Throw<ArgumentOutOfRangeException>(() => NutsSampler.Sample(density, Brief with { TargetAcceptance = double.NaN })).Message.ShouldContain("target acceptance");
        Should.Throw<ArgumentOutOfRangeException>(() => NutsSampler.Sample(density, Brief with { MaxTreeDepth = 21 })).Message.ShouldContain("MaxTreeDepth");
        Should.Throw<InvalidOperationException>(() => NutsSampler.Sample(new Target(1, (_, _) => double.NaN), Brief)).Message.ShouldContain("no place to start");
        Should.Throw<InvalidOperationException>(() => NutsSampler.Sample(new Target(1, (_, gradient) => { gradient[0] = 0; return 0; }), Brief)).Message.ShouldContain("flat");
        Should.Throw<InvalidOperationException>(() => NutsSampler.Sample(new Target(1, (_, _) => throw new InvalidOperationException("mine")), Brief)).Message.ShouldBe("mine");
    }

    [Fact]
    public void Without_warm_up_and_with_a_short_one_draws_still_come()
    {
        foreach (var warmup in new[] { 0, 1, 19, 20, 149 })
            NutsSampler.Sample(Simulated(50, 2, 1), new NutsOptions { Warmup = warmup, Draws = 20 }).Count.ShouldBe(80);
    }

    internal static (double[][] Rows, double[] Outcomes) SimulatedData(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        double[][] features = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => random.Next(4) switch { 0 => -1.0, 1 => 1.0, _ => 0.0 }).ToArray())];
        return (features, [.. features.Select(row => random.NextDouble() < 1 / (1 + Math.Exp(-row.Select((x, j) => x * (j % 3 - 1) * 0.4).Sum())) ? 1.0 : 0.0)]);
    }

    internal static LogisticRegression Simulated(int rows, int columns, int seed)
    {
        var (features, outcomes) = SimulatedData(rows, columns, seed);
        return new LogisticRegression(DesignMatrix.FromRows(features), outcomes, new LaplacePrior(0.1));
    }

    private sealed class Reports(Action<SamplingProgress> report) : IProgress<SamplingProgress>
    {
        public void Report(SamplingProgress value) => report(value);
    }
}
