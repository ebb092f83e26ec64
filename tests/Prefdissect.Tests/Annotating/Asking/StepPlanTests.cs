using Prefdissect.Annotating.Asking;
using Prefdissect.Importing;
using Prefdissect.Importing.Definitions;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Annotating.Asking;

public class StepPlanTests
{
    [Fact]
    public void Each_property_is_asked_in_one_step_and_length_in_none()
    {
        var asked = AnnotationStep.All.SelectMany(step => step.PropertiesOf(PropertySet.Published)).Select(property => property.ShortName).ToList();
        asked.Order().ShouldBe(PublishedProperties.All.Select(property => property.ShortName).Except(["lengthy"]).Order());
    }

    // Ids of the published list: 0–16 and 19 without the query, 17 and 18 with it.
    [Fact]
    public void The_steps_hold_the_properties_of_the_paper()
    {
        Ids(AnnotationStep.QueryFree).ShouldBe([.. Enumerable.Range(0, 17), 19]);
        Ids(AnnotationStep.QueryAware).ShouldBe([17, 18]);
        Ids(AnnotationStep.Errors).ShouldBe([20, 21, 22]);
        Ids(AnnotationStep.QuerySpecific).ShouldBe([23, 24, 25, 26, 27]);
        Ids(AnnotationStep.QueryInfo).ShouldBeEmpty();

        static IEnumerable<int> Ids(AnnotationStep step) => step.PropertiesOf(PropertySet.Published).Select(property => PropertySet.Published.PlaceOf(property.ShortName));
    }

    [Fact]
    public void A_step_comes_after_those_that_it_needs()
    {
        foreach (var step in AnnotationStep.All.Where(step => step.Needs == StepInput.QueryInfo))
            AnnotationStep.All.Index().First(entry => entry.Item == step).Index.ShouldBeGreaterThan(0);
        AnnotationStep.All[0].ShouldBe(AnnotationStep.QueryInfo);
        foreach (var step in AnnotationStep.All) AnnotationStep.Of(step.Name).ShouldBe(step);
        Should.Throw<KeyNotFoundException>(() => AnnotationStep.Of("errors ")).Message.ShouldContain("query-specific");
    }

    [Fact]
    public void What_is_missing_is_waited_for()
    {
        Plan(AnnotationStep.Errors, reference: false).ShouldBeOfType<StepPlan.Waits>().Reason.ShouldBe("waits for reference");
        Plan(AnnotationStep.QuerySpecific, known: false).ShouldBeOfType<StepPlan.Waits>().Reason.ShouldBe("waits for query-info");
        Plan(AnnotationStep.QueryFree, known: false, reference: false).ShouldBeOfType<StepPlan.Ask>();
    }

    [Theory]
    [InlineData(false, null, "clarify intent")]
    [InlineData(true, true, "show empathetic")]
    [InlineData(true, false, "")]
    [InlineData(null, null, "")]
    public void Only_what_the_query_calls_for_is_asked(bool? clear, bool? feelings, string asked)
    {
        var plan = StepPlan.For(AnnotationStep.QuerySpecific, AnnotationMode.Pair, PropertySet.Published, new QueryInfo { ClearIntent = clear, ExpressesFeelings = feelings }, false);
        if (asked.Length == 0) plan.ShouldBeOfType<StepPlan.NotCalledFor>();
        else plan.ShouldBeOfType<StepPlan.Ask>().Questions.ShouldHaveSingleItem().Properties.ShouldHaveSingleItem().ShortName.ShouldBe(asked);
    }

    [Fact]
    public void Lists_call_for_their_property_where_they_have_items() =>
        AskedPairs.Question(AnnotationStep.QuerySpecific).Properties.Select(property => property.ShortName).ShouldBe(["show empathetic", "satisfy constraints", "correct mistakes"]);

    [Fact]
    public void Single_mode_asks_about_each_response_and_once_about_the_query()
    {
        AskedPairs.Questions(AnnotationStep.QueryFree, AnnotationMode.Single).Select(question => question.Name).ShouldBe(["query-free.first", "query-free.second"]);
        AskedPairs.Questions(AnnotationStep.QueryInfo, AnnotationMode.Single).ShouldHaveSingleItem().Name.ShouldBe("query-info");
    }

    [Fact]
    public void Without_properties_of_a_step_there_is_nothing_to_ask()
    {
        var two = PropertySet.Published.Only(["polite", "friendly"]);
        two.All.Select(property => property.ShortName).ShouldBe(["friendly", "polite"]);
        foreach (var step in AnnotationStep.All.Where(step => step != AnnotationStep.QueryFree))
            StepPlan.For(step, AnnotationMode.Pair, two, null, false).ShouldBeOfType<StepPlan.NotCalledFor>(step.Name);
    }

    [Fact]
    public void An_own_property_is_asked_where_its_definition_puts_it()
    {
        var set = PropertyFile.Parse("own.yaml", """
            properties:
              - {name: plain one, definition: x}
              - {name: with query, definition: x, needsQuery: yes}
              - {name: on condition, definition: x, appliesWhen: the user asks for a plan}
              - {name: for feelings, definition: x, appliesWhen: feelings}
            """);
        AnnotationStep.QueryFree.PropertiesOf(set)[^1].Name.ShouldBe("plain one");
        AnnotationStep.QueryAware.PropertiesOf(set).TakeLast(2).Select(property => property.Name).ShouldBe(["with query", "on condition"]);
        AnnotationStep.QuerySpecific.PropertiesOf(set)[^1].Name.ShouldBe("for feelings");
    }

    private static StepPlan Plan(AnnotationStep step, bool known = true, bool reference = true) =>
        StepPlan.For(step, AnnotationMode.Pair, PropertySet.Published, known ? AskedPairs.Info : null, reference);
}
