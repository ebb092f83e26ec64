using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Properties;
using Property = Prefdissect.Properties.Property;

namespace Prefdissect.Tests.Properties;

public class ComparisonTests
{
    private static readonly Property Polite = PublishedProperties.Of("polite");
    private static readonly Property NonRepetitive = PublishedProperties.Of("non-repetitive");
    private static readonly Property Relevant = PublishedProperties.Of("relevant");
    private static readonly Property NoSevereErrors = PublishedProperties.Of("no severe errors");
    private static readonly Property SupportStances = PublishedProperties.Of("support stances");
    private static readonly Property Lengthy = PublishedProperties.Of("lengthy");

    private static readonly Gen<Rating> Ratings = Gen.Frequency(
        (8, Gen.Choose(-1, 40).Select(value => Rating.Of(value))),
        (2, Gen.Choose(0, 8).Select(value => Rating.Of(value / 2.0))),
        (1, Gen.Elements(Rating.NotMeasured, Rating.NotApplicable, Rating.Failed)));

    [Fact]
    public void Swapping_A_and_B_negates_every_comparison() =>
        Prop.ForAll(
            (from property in Gen.Elements(PublishedProperties.All.ToArray()) from a in Ratings from b in Ratings select (property, a, b)).ToArbitrary(),
            drawn =>
            {
                var forth = Comparison.Of(drawn.property, drawn.a, drawn.b);
                var back = Comparison.Of(drawn.property, drawn.b, drawn.a);
                return forth is null
                    ? back is null
                    : back is { } b && forth is { } f && b.Sign == -f.Sign && b.Difference == -f.Difference && b.Normalised == -f.Normalised;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Every_sign_is_in_minus_1_to_1_and_agrees_with_the_difference() =>
        Prop.ForAll(
            (from property in Gen.Elements(PublishedProperties.All.ToArray()) from a in Ratings from b in Ratings select (property, a, b)).ToArbitrary(),
            drawn => Comparison.Of(drawn.property, drawn.a, drawn.b) is not { } found
                || (found.Sign is -1 or 0 or 1 && found.Normalised is >= -1 and <= 1 && (found.Sign == 0 || found.Sign == Math.Sign(found.Difference))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_basic_property_compares_by_the_sign_of_the_difference()
    {
        for (var a = 0; a <= 3; a++)
        {
            for (var b = 0; b <= 3; b++) SignOf(Polite, a, b).ShouldBe(a > b ? 1 : a < b ? -1 : 0);
        }
        Comparison.Of(Polite, Rating.Of(3), Rating.Of(1))!.Value.Normalised.ShouldBe(2 / 3.0);
    }

    [Theory]
    [InlineData(4, 1, -1)]
    [InlineData(-1, 1, -1)]
    [InlineData(7, -2, 0)]
    public void A_basic_rating_off_the_scale_counts_as_0(double a, double b, int expected) => SignOf(Polite, a, b).ShouldBe(expected);

    [Theory]
    [InlineData(0, 1, -1)]
    [InlineData(0, 3, -1)]
    [InlineData(2, 0, 1)]
    [InlineData(1, 3, 0)]
    [InlineData(3, 2, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(5, 1, -1)]
    public void Relevance_differs_only_where_one_side_has_none(double a, double b, int expected) => SignOf(Relevant, a, b).ShouldBe(expected);

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(3, 1, -1)]
    [InlineData(2, 2, 0)]
    public void More_repetition_is_less_of_non_repetitive(double a, double b, int expected) => SignOf(NonRepetitive, a, b).ShouldBe(expected);

    [Theory]
    [InlineData(0, 1, 1, 0.2)]
    [InlineData(7, 1, -1, -1)]
    [InlineData(4, 4, 0, 0)]
    public void Fewer_errors_are_more_of_no_errors(double a, double b, int sign, double normalised)
    {
        var found = Comparison.Of(NoSevereErrors, Rating.Of(a), Rating.Of(b))!.Value;
        found.Sign.ShouldBe(sign);
        found.Normalised.ShouldBe(normalised);
    }

    [Fact]
    public void Errors_that_do_not_apply_on_either_side_cannot_be_compared()
    {
        Comparison.Of(NoSevereErrors, Rating.NotApplicable, Rating.Of(0)).ShouldBeNull();
        Comparison.Of(NoSevereErrors, Rating.Of(0), Rating.NotApplicable).ShouldBeNull();
        Comparison.Of(NoSevereErrors, Rating.NotApplicable, Rating.NotApplicable).ShouldBeNull();
    }

    [Fact]
    public void A_query_specific_property_that_is_not_called_for_compares_as_equal() =>
        Comparison.Of(SupportStances, Rating.NotApplicable, Rating.NotApplicable).ShouldBe(Comparison.None);

    [Fact]
    public void A_mean_stance_may_be_negative()
    {
        SignOf(SupportStances, -0.5, -2).ShouldBe(1);
        Comparison.Of(SupportStances, Rating.Of(2), Rating.Of(-2))!.Value.Normalised.ShouldBe(1);
    }

    [Fact]
    public void What_is_not_measured_or_failed_is_never_a_zero()
    {
        foreach (var property in PublishedProperties.All)
        {
            Comparison.Of(property, Rating.NotMeasured, Rating.Of(1)).ShouldBeNull(property.ShortName);
            Comparison.Of(property, Rating.Of(1), Rating.Failed).ShouldBeNull(property.ShortName);
            Comparison.Of(property, Rating.NotMeasured, Rating.NotMeasured).ShouldBeNull(property.ShortName);
        }
    }

    [Fact]
    public void Length_counts_words_beyond_the_scale_of_ratings()
    {
        var found = Comparison.Of(Lengthy, Rating.Of(600), Rating.Of(100))!.Value;
        (found.Sign, found.Difference, found.Normalised).ShouldBe((1, 500, 1));
    }

    private static int SignOf(Property property, double a, double b) => Comparison.Of(property, Rating.Of(a), Rating.Of(b))!.Value.Sign;
}
