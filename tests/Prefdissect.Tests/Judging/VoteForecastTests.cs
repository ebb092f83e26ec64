using Prefdissect.Judging.People;

namespace Prefdissect.Tests.Judging;

public class VoteForecastTests
{
    [Fact]
    public void With_a_prior_that_tells_nothing_four_times_the_votes_halve_an_interval()
    {
        var forecast = VoteForecast.Of(60, [new("lengthy", 0.8), new("polite", 1.0), new("complex", 0.9)], prior: 1e6);
        forecast.Typical.ShouldBe(0.9);
        // 0.9 √(60 / n) = 0.2 at 1215 exactly, which rounding may lift to the next vote.
        forecast.Enough!.Value.ShouldBeInRange(1215, 1216);
        forecast.Later.ShouldBe([120, 300]);
        forecast.Properties[0].Property.ShouldBe("lengthy");
        forecast.Properties[0].Later[0].ShouldBe(0.8 / Math.Sqrt(2), 1e-9);
        forecast.TypicalLater[1].ShouldBe(0.9 / Math.Sqrt(5), 1e-9);
    }

    [Fact]
    public void What_the_prior_tells_is_not_taken_for_what_votes_tell()
    {
        // Precisions: 1/0.3² = 11.1 under the prior, 1/0.25² = 16 after 40 votes: 0.122 a vote.
        var forecast = VoteForecast.Of(40, [new("lengthy", 0.25)], prior: 0.3);
        var information = (16 - (1 / 0.09)) / 40;
        forecast.TypicalLater[0].ShouldBe(1 / Math.Sqrt(16 + (40 * information)), 1e-9);
        forecast.Enough.ShouldBe(40 + (int)Math.Ceiling(9 / information));
    }

    [Fact]
    public void Votes_that_tell_nothing_yet_give_no_number()
    {
        var forecast = VoteForecast.Of(20, [new("lengthy", 0.31)], prior: 0.3);
        forecast.Enough.ShouldBeNull();
        forecast.TypicalLater.ShouldBe([0.31, 0.31]);
        VoteForecast.Of(500, [new("lengthy", 0.1)], prior: 0.3).Enough.ShouldBe(500);
        Should.Throw<ArgumentException>(() => VoteForecast.Of(20, [], 0.3));
        Should.Throw<ArgumentException>(() => VoteForecast.Of(20, [new("lengthy", double.NaN)], 0.3));
    }
}
