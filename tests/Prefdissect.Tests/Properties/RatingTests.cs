using Prefdissect.Properties;

namespace Prefdissect.Tests.Properties;

public class RatingTests
{
    [Fact]
    public void A_rating_that_nobody_set_is_not_measured() => default(Rating).State.ShouldBe(RatingState.NotMeasured);

    [Fact]
    public void Only_a_measured_rating_has_a_value()
    {
        Rating.Of(0).Value.ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => Rating.NotMeasured.Value);
        Should.Throw<InvalidOperationException>(() => Rating.NotApplicable.Value);
        Should.Throw<InvalidOperationException>(() => Rating.Failed.Value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_rating_is_a_finite_number(double value) => Should.Throw<ArgumentOutOfRangeException>(() => Rating.Of(value));
}
