namespace Prefdissect.Figures.Tests;

public sealed class ValueFormatTests
{
    [Theory]
    [InlineData(0.6234, "62.3\u00a0%")]
    [InlineData(-0.0001, "0.0\u00a0%")]
    [InlineData(-0.25, "\u221225.0\u00a0%")]
    public void Shares_are_written_in_per_cent(double value, string expected) => ValueFormat.Percent.Full(value).ShouldBe(expected);

    [Theory]
    [InlineData(0.1, 0.1, "10\u00a0%")]
    [InlineData(0.105, 0.005, "10.5\u00a0%")]
    [InlineData(-0.2, 0.2, "\u221220\u00a0%")]
    public void A_tick_has_the_decimals_its_step_needs(double value, double step, string expected) => ValueFormat.Percent.Tick(value, step).ShouldBe(expected);
}
