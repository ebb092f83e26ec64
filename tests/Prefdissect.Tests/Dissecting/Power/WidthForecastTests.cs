using Prefdissect.Dissecting.Power;

namespace Prefdissect.Tests.Dissecting.Power;

public class WidthForecastTests
{
    [Fact]
    public void Without_a_prior_four_times_the_pairs_halve_the_width()
    {
        var forecast = new WidthForecast(100, 0.2, 0);
        forecast.WidthAt(400).ShouldBe(0.1, 1e-12);
        forecast.WidthAt(100).ShouldBe(0.2, 1e-12);
        forecast.PairsFor(0.1).ShouldBe(400);
    }

    [Fact]
    public void What_the_prior_is_worth_is_there_before_the_first_pair()
    {
        var forecast = new WidthForecast(100, 0.1, 300);
        forecast.WidthAt(0).ShouldBe(0.1 * Math.Sqrt(400.0 / 300), 1e-12);
        forecast.WidthAt(forecast.PairsFor(0.05)).ShouldBe(0.05, 1e-4);
        forecast.PairsFor(0.2).ShouldBe(0);
        forecast.WidthAt(100 + forecast.WorthFurther).ShouldBe(0.08, 1e-3);
    }
}
