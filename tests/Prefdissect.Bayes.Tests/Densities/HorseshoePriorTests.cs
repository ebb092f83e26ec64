using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Tests.Densities;

public class HorseshoePriorTests
{
    private static readonly Arbitrary<(int Weights, int Seed)> Cases =
        (from weights in Gen.Choose(1, 40) from seed in Gen.Choose(0, int.MaxValue - 1) select (weights, seed)).ToArbitrary();

    [Fact]
    public void Weights_are_those_of_the_definition() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(Cases, c =>
    {
        var position = Position(c.Weights, c.Seed);
        var weights = new double[c.Weights];
        new HorseshoePrior(0.3).CopyWeights(position, weights);
        double global = 0.3 * Math.Exp(position[2 * c.Weights]), slab = 4 * Math.Exp(position[^1]);
        for (var i = 0; i < c.Weights; i++)
        {
            var local = Math.Exp(position[c.Weights + i]);
            var regularised = Math.Sqrt(slab * local * local / (slab + global * global * local * local));
            weights[i].ShouldBe(position[i] * global * regularised, 1e-13 * (1 + Math.Abs(weights[i])));
        }
    }));

    [Fact]
    public void The_log_density_of_the_coordinates_is_that_of_the_definition_with_the_logarithms_Jacobians()
    {
        // z ~ Normal(0, 1); λ and τ/0.3 half-Cauchy: 2/π/(1 + x²), times x; c² inverse gamma(2, 8): x⁻³ e^(−8/x), times x.
        static double Expected(double z, double local, double global, double slab) =>
            -z * z / 2 + Math.Log(local / (1 + local * local)) + Math.Log(global / (1 + global * global)) - 2 * Math.Log(slab) - 8 / slab;
        var prior = new HorseshoePrior(0.3);
        var reference = prior.AddTo([0, 0, 0, 0], new double[4]) - Expected(0, 1, 1, 4);
        foreach (var (z, local, global, slab) in new[] { (0.5, 2.0, 0.1, 3.0), (-3, 1e-4, 40, 0.2), (1, 1e6, 1e-7, 900) })
            prior.AddTo([z, Math.Log(local), Math.Log(global), Math.Log(slab / 4)], new double[4]).ShouldBe(Expected(z, local, global, slab) + reference, 1e-10);
        prior.AddTo([0, 0, 0, 0], new double[4]).ShouldBe(0, 1e-15);
    }

    [Fact]
    public void Coordinates_that_know_of_the_data_are_of_the_same_prior() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(Cases, c =>
    {
        var plain = new HorseshoePrior(0.3);
        var information = Information(c.Weights, c.Seed);
        var informed = plain.Informed(information);
        double[] position = Position(c.Weights, c.Seed), moved = [.. position], weights = new double[c.Weights], again = new double[c.Weights], ignored = new double[position.Length];
        plain.CopyWeights(position, weights);
        var logJacobian = 0.0;
        for (var i = 0; i < c.Weights; i++)
        {
            // From z to w·√(1/s² + I), where w = z·s.
            var stretch = Math.Sqrt(1 + information[i] * Math.Pow(weights[i] / position[i], 2));
            moved[i] = position[i] * stretch;
            logJacobian += Math.Log(stretch);
        }
        informed.CopyWeights(moved, again);
        for (var i = 0; i < c.Weights; i++) again[i].ShouldBe(weights[i], 1e-12 * (1 + Math.Abs(weights[i])));
        informed.AddTo(moved, ignored).ShouldBe(plain.AddTo(position, ignored) - logJacobian, 1e-9 * c.Weights);
        informed.ToString().ShouldBe("horseshoe:0.3");
    }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradients_are_derivatives(bool isInformed) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(Cases, c =>
    {
        var prior = isInformed ? new HorseshoePrior(0.05).Informed(Information(c.Weights, c.Seed)) : new HorseshoePrior(0.05);
        var position = Position(c.Weights, c.Seed);
        double[] slopes = Position(c.Weights, c.Seed + 1)[..c.Weights], ofPrior = new double[position.Length], pulled = new double[position.Length];
        prior.AddTo(position, ofPrior);
        prior.PullBack(position, slopes, pulled);
        for (var i = 0; i < position.Length; i++)
        {
            const double h = 1e-5;
            var (above, below) = (position.ToArray(), position.ToArray());
            above[i] += h;
            below[i] -= h;
            var ignored = new double[position.Length];
            ofPrior[i].ShouldBe((prior.AddTo(above, ignored) - prior.AddTo(below, ignored)) / (2 * h), 1e-6 * (1 + Math.Abs(ofPrior[i])));
            pulled[i].ShouldBe((Along(above) - Along(below)) / (2 * h), 1e-6 * (1 + Math.Abs(pulled[i])));
        }

        double Along(double[] at)
        {
            var weights = new double[c.Weights];
            prior.CopyWeights(at, weights);
            return weights.Zip(slopes, (weight, slope) => weight * slope).Sum();
        }
    }));

    [Fact]
    public void A_weight_is_held_by_the_slab_and_an_extreme_coordinate_gives_no_NaN()
    {
        var prior = new HorseshoePrior(0.1);
        var weights = new double[1];
        prior.CopyWeights([1.5, 400, 200, Math.Log(9.0 / 4)], weights);
        weights[0].ShouldBe(1.5 * 3, 1e-12);
        foreach (var extreme in new[] { -1e3, -400, 400, 1e3 })
            foreach (var shared in new[] { -300.0, 300 })
                foreach (var coordinates in new[] { prior, prior.Informed([1e6]), prior.Informed([1e200]) })
                {
                    var gradient = new double[4];
                    coordinates.CopyWeights([1, extreme, shared, 0], weights);
                    coordinates.PullBack([1, extreme, shared, 0], [1], gradient);
                    double.IsFinite(coordinates.AddTo([1, extreme, shared, 0], gradient)).ShouldBeTrue();
                    double.IsFinite(weights[0]).ShouldBeTrue();
                    gradient.ShouldAllBe(value => double.IsFinite(value));
                }
    }

    [Fact]
    public void The_scale_for_a_number_of_weights_that_matter_is_that_of_Piironen_and_Vehtari()
    {
        HorseshoePrior.ScaleFor(5, 29, 400).ShouldBe(5.0 / 24 * 2 / 20, 1e-15);
        Should.Throw<ArgumentOutOfRangeException>(() => HorseshoePrior.ScaleFor(29, 29, 400));
        Should.Throw<ArgumentOutOfRangeException>(() => HorseshoePrior.ScaleFor(0, 29, 400));
        Should.Throw<ArgumentOutOfRangeException>(() => HorseshoePrior.ScaleFor(5, 29, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new HorseshoePrior(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new HorseshoePrior(double.NaN));
    }

    private static double[] Information(int weights, int seed)
    {
        var random = new Random(seed + 2);
        return [.. Enumerable.Range(0, weights).Select(i => i == 0 ? 0 : Math.Exp(12 * random.NextDouble() - 3))];
    }

    private static double[] Position(int weights, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 2 * weights + 2).Select(_ => 6 * random.NextDouble() - 3)];
    }
}
