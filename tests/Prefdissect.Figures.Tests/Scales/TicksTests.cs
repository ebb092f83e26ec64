using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Figures.Scales;

namespace Prefdissect.Figures.Tests.Scales;

public sealed class TicksTests
{
    [Fact]
    public void Ticks_are_1_2_5_even_few_and_cover_the_values() => Check.QuickThrowOnFailure(Prop.ForAll<(int A, int B), int, int>((ends, exponent, most) =>
    {
        var unit = Math.Pow(10, exponent % 9);
        var (low, high, atMost) = (Math.Min(ends.A, ends.B) * unit, Math.Max(ends.A, ends.B) * unit, 3 + Math.Abs(most % 12));

        var ticks = Ticks.Covering(low, high, atMost);

        var slack = ticks.Step * 1e-6;
        var digit = ticks.Step / Math.Pow(10, Math.Floor(Math.Log10(ticks.Step * 1.000001)));
        return new[] { 1.0, 2, 5 }.Any(d => Math.Abs(digit - d) < 1e-6)
            && ticks.Values.Count >= 2 && ticks.Values.Count <= atMost
            && ticks.Values[0] <= low + slack && ticks.Values[^1] >= high - slack
            && ticks.Values.Zip(ticks.Values.Skip(1)).All(t => Math.Abs(t.Second - t.First - ticks.Step) < slack)
            && ticks.Values.All(v => Math.Abs((v / ticks.Step) - Math.Round(v / ticks.Step)) < 1e-6);
    }));

    [Fact]
    public void Known_spans_have_known_ticks()
    {
        Ticks.Covering(0, 1, 6).Values.ShouldBe([0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        Ticks.Covering(0.31, 0.69, 6).Values.ShouldBe([0.3, 0.4, 0.5, 0.6, 0.7]);
        Ticks.Covering(-3, 7, 4).Values.ShouldBe([-5, 0, 5, 10]);
    }

    [Fact]
    public void A_span_of_one_value_is_widened()
    {
        var ticks = Ticks.Covering(0.5, 0.5, 6).Values;

        ticks[0].ShouldBeLessThan(0.5);
        ticks[^1].ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void A_span_that_is_no_number_is_refused()
    {
        Should.Throw<ArgumentException>(() => Ticks.Covering(0, double.NaN, 5));
        Should.Throw<ArgumentException>(() => Ticks.Covering(double.MinValue, double.MaxValue, 5));
        Should.Throw<ArgumentException>(() => Ticks.Covering(1, 0, 5));
    }
}
