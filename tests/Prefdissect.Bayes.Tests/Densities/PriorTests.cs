using System.Globalization;
using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Tests.Densities;

public class PriorTests
{
    public static TheoryData<IIndependentPrior> Priors => [new LaplacePrior(0.1), new LaplacePrior(3), new NormalPrior(0.5), new NormalPrior(2)];

    [Theory]
    [MemberData(nameof(Priors))]
    public void Derivative_and_sum_follow_from_the_log_density(IIndependentPrior prior)
    {
        double[] position = [-2, -0.3, 0.01, 1.7];
        double[] gradient = [1, 1, 1, 1];
        prior.AddTo(position, gradient).ShouldBe(position.Sum(prior.LogDensity), 1e-12);
        for (var i = 0; i < position.Length; i++)
        {
            var slope = (prior.LogDensity(position[i] + 1e-6) - prior.LogDensity(position[i] - 1e-6)) / 2e-6;
            prior.Derivative(position[i]).ShouldBe(slope, 1e-6);
            gradient[i].ShouldBe(1 + prior.Derivative(position[i]), 1e-12);
        }
        prior.LogDensity(0).ShouldBe(0);
        prior.Derivative(0).ShouldBe(0);
    }

    [Fact]
    public void Laplace_falls_by_one_a_scale_and_normal_by_a_half_at_one_sd()
    {
        new LaplacePrior(0.1).LogDensity(-0.1).ShouldBe(-1, 1e-15);
        new NormalPrior(0.1).LogDensity(0.1).ShouldBe(-0.5, 1e-15);
    }

    [Theory]
    [InlineData("laplace:0.1", "laplace:0.1")]
    [InlineData(" Normal : 1 ", "normal:1")]
    [InlineData("LAPLACE:1e-3", "laplace:0.001")]
    [InlineData("Horseshoe: 5e-2", "horseshoe:0.05")]
    public void A_prior_is_read_from_text_and_written_back(string text, string canonical)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("");
            PriorSpecification.Parse(text).ToString().ShouldBe(canonical);
            PriorSpecification.Parse(canonical).ShouldBe(PriorSpecification.Parse(text));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("", "FAMILY:SCALE")]
    [InlineData("laplace", "FAMILY:SCALE")]
    [InlineData("laplace:", "not a number")]
    [InlineData("laplace:0,1", "not a number")]
    [InlineData("laplace:1:2", "FAMILY:SCALE")]
    [InlineData("cauchy:1", "cauchy")]
    [InlineData("horseshoe", "FAMILY:SCALE")]
    [InlineData("horseshoe:0", "not between")]
    [InlineData("normal:0", "not between")]
    [InlineData("normal:-1", "not between")]
    [InlineData("normal:NaN", "not between")]
    [InlineData("normal:1e999", "not between")]
    public void A_text_that_is_no_prior_is_refused_with_the_reason_and_an_example(string text, string reason)
    {
        var message = Should.Throw<FormatException>(() => PriorSpecification.Parse(text)).Message;
        message.ShouldContain(reason);
        message.ShouldContain("for example laplace:0.1");
    }

    [Fact]
    public void A_scale_that_makes_the_prior_improper_is_refused()
    {
        foreach (var scale in new[] { 0, -1, double.NaN, double.PositiveInfinity, 1e-320 })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new LaplacePrior(scale));
            Should.Throw<ArgumentOutOfRangeException>(() => new NormalPrior(scale));
        }
    }
}
