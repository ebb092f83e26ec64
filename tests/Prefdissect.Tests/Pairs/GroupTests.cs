using Prefdissect.Pairs;

namespace Prefdissect.Tests.Pairs;

public class GroupTests
{
    [Theory]
    [InlineData("Code", "Code")]
    [InlineData("all", "scenario=all")]
    [InlineData("ALL", "scenario=ALL")]
    [InlineData("lang=en", "scenario=lang=en")]
    public void A_scenario_is_never_taken_for_another_kind_of_group(string scenario, string group) => Group.OfScenario(scenario).ShouldBe(group);

    [Fact]
    public void Only_a_yes_puts_a_pair_into_a_subset() =>
        Group.Of("Code", [KeyValuePair.Create("subset:hard", "yes"), KeyValuePair.Create("subset:long", "no"), KeyValuePair.Create("land", "NL")])
            .ShouldBe(["all", "Code", "hard", "subset:long=no", "land=NL"]);

    [Fact]
    public void There_are_11_scenarios_and_5_subsets()
    {
        Group.PublishedScenarios.Distinct().Count().ShouldBe(11);
        Group.PublishedSubsets.Distinct().Count().ShouldBe(5);
    }
}
