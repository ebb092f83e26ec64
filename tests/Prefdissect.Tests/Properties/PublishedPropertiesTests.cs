using Prefdissect.Properties;

namespace Prefdissect.Tests.Properties;

public class PublishedPropertiesTests
{
    [Fact]
    public void There_are_29_in_the_published_order_under_unique_names()
    {
        PublishedProperties.All.Count.ShouldBe(29);
        PublishedProperties.All.Select(property => property.ShortName).ShouldBeUnique();
        PublishedProperties.All.Select(property => property.Name).ShouldBeUnique();
        string[] corners = ["harmless", "non-repetitive", "no minor errors", "no severe errors", "clarify intent", "correct mistakes", "lengthy"];
        corners.Select(name => PublishedProperties.All.ToList().FindIndex(property => property.ShortName == name)).ShouldBe([0, 15, 20, 22, 23, 27, 28]);
    }

    [Fact]
    public void Three_are_errors_and_five_specific_to_the_query() =>
        PublishedProperties.All.CountBy(property => property.Kind).OrderBy(count => count.Key).Select(count => count.Value).ShouldBe([21, 3, 5]);

    [Fact]
    public void A_name_that_is_none_of_them_is_refused_by_name() =>
        Should.Throw<KeyNotFoundException>(() => PublishedProperties.Of("Polite")).Message.ShouldContain("'Polite'");
}
