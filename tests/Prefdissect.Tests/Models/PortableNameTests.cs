using System.Text.Json.Nodes;
using Prefdissect.Annotating.Answers;
using Prefdissect.Annotating.Asking;
using Prefdissect.Models.Requests;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Models;

public class PortableNameTests
{
    [Theory]
    [InlineData("clear_2.b-c", "clear_2.b-c")]
    [InlineData("clear intent", "clear_intent")]
    public void A_name_keeps_what_every_api_takes(string name, string portable) => PortableName.Of(name).ShouldBe(portable);

    [Fact]
    public void Names_that_would_become_the_same_stay_two()
    {
        PortableName.Of("größe").ShouldNotBe(PortableName.Of("grüße"));
        PortableName.Of(new string('a', 70) + "b").ShouldNotBe(PortableName.Of(new string('a', 70) + "c"));
        PropertySet.Published.All.Select(property => PortableName.Of(property.AskedName)).ShouldAllBe(name => name.Length <= 64);
    }

    [Fact]
    public void An_answer_with_portable_names_is_read_as_one_with_our_names()
    {
        var own = new Property($"größe (in cm), {new string('x', 60)}", "own", PropertyKind.Basic, ComparisonRule.MoreIsMore, "It is large.");
        var question = new StepQuestion(AnnotationStep.QueryFree, ResponseShown.First, [.. AnnotationStep.QueryFree.PropertiesOf(PropertySet.Published), own]);
        var schema = JsonNode.Parse(PortableName.InSchema(question.Schema().ToJsonString()))!;
        var answer = new JsonObject(schema["required"]!.AsArray().Select(name => KeyValuePair.Create(name!.GetValue<string>(), (JsonNode?)2)));
        StepAnswerReader.Read(question, answer.ToJsonString()).ShouldBeOfType<AnswerReading.Usable>().Answer.ShouldBeOfType<StepAnswer.OfLevels>().Levels.Select(level => level.Levels[0]).ShouldAllBe(level => level == 2);
    }
}
