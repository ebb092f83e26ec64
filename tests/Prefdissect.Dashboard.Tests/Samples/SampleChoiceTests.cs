using Prefdissect.Dashboard.Samples;
using Prefdissect.Dashboard.Serving;

namespace Prefdissect.Dashboard.Tests.Samples;

public sealed class SampleChoiceTests
{
    [Theory]
    [InlineData("more=a", "property in which")]
    [InlineData("vote=b", "judge whose vote")]
    [InlineData("with=X", "disagrees with X")]
    [InlineData("with=X&disagree=*", "disagrees with X")]
    [InlineData("disagree=X", "X disagrees with")]
    [InlineData("disagree=X&with=X", "X disagrees with")]
    [InlineData("decided=lengthy", "for whom the property")]
    [InlineData("decided-by=X", "property that decided")]
    public void Half_a_filter_says_what_it_lacks(string address, string expected) => Of(address).Incomplete.ShouldHaveSingleItem().ShouldContain(expected);

    [Theory]
    [InlineData("")]
    [InlineData("more=a&property=lengthy")]
    [InlineData("vote=b&voter=X")]
    [InlineData("voter=X")]
    [InlineData("disagree=X&with=Y")]
    [InlineData("disagree=*")]
    [InlineData("decided=lengthy&decided-by=X")]
    public void A_whole_filter_lacks_nothing(string address) => Of(address).Incomplete.ShouldBeEmpty();

    private static SampleChoice Of(string address) => SampleChoice.Of(address.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).Aggregate(PageQuery.Empty, (query, part) => query.With(part[0], part[1])));
}
