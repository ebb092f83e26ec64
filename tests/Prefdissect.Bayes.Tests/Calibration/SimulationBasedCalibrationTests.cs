using System.Globalization;

namespace Prefdissect.Bayes.Tests.Calibration;

public class SimulationBasedCalibrationTests(ITestOutputHelper output)
{
    /// <summary>With some 170 p-values in all, one below this comes by chance once in a thousand runs of the suite.</summary>
    private const double SmallestP = 5e-6;

    private const int FewReplications = 200, ManyReplications = 1000;

    /// <summary>Prior, with intercept, with row weights.</summary>
    public static TheoryData<string, bool, bool> Models
    {
        get
        {
            var models = new TheoryData<string, bool, bool>();
            foreach (var prior in new[] { "laplace:0.7", "normal:1", "horseshoe:0.5" })
                foreach (var intercept in new[] { false, true })
                    foreach (var weighted in new[] { false, true })
                        models.Add(prior, intercept, weighted);
            return models;
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Ranks_of_the_truth_among_draws_are_uniform(string prior, bool intercept, bool weighted) => ShouldBeUniform(new CalibratedModel(prior, intercept, weighted), FewReplications);

    [Fact]
    [Trait(SlowSuite.Trait, SlowSuite.Slow)]
    public void Ranks_of_the_truth_among_draws_are_uniform_over_a_thousand_replications()
    {
        SlowSuite.Require();
        foreach (var model in Models)
            ShouldBeUniform(new CalibratedModel(model.Data.Item1, model.Data.Item2, model.Data.Item3), ManyReplications);
    }

    [Theory]
    [InlineData("laplace:0.7", "laplace:1.4")]
    [InlineData("normal:1", "normal:0.5")]
    [InlineData("horseshoe:0.5", "horseshoe:0.02")]
    [InlineData("laplace:0.7", "normal:2")]
    public void A_fit_under_another_prior_than_the_truth_has_is_found_out(string fitted, string truth)
    {
        var (ranks, _) = new CalibratedModel(fitted, false, false) { Truth = truth }.Run(FewReplications);
        ranks.Min(of => new Uniformity(of, CalibratedModel.Kept).SmallestP).ShouldBeLessThan(SmallestP);
    }

    private void ShouldBeUniform(CalibratedModel model, int replications)
    {
        var (ranks, correlations) = model.Run(replications);
        Uniformity[] uniformities = [.. ranks.Select(of => new Uniformity(of, CalibratedModel.Kept))];
        output.WriteLine($"{model}, n = {replications}: p of χ² {List(uniformities.Select(of => of.ChiSquareP))}; of the distance {List(uniformities.Select(of => of.DistanceP))}; "
            + $"neighbours correlate by at most {correlations.Max():F3}");
        for (var quantity = 0; quantity < ranks.Length; quantity++)
        {
            correlations[quantity].ShouldBeLessThan(0.1, $"{model.Quantities[quantity]}: draws are thinned to near independence");
            uniformities[quantity].SmallestP.ShouldBeGreaterThan(SmallestP, $"{model}: {model.Quantities[quantity]}");
        }
    }

    private static string List(IEnumerable<double> values) => string.Join(' ', values.Select(value => value.ToString("G2", CultureInfo.InvariantCulture)));
}
