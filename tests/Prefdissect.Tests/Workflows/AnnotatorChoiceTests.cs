using Prefdissect.Annotating;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Workflows;

/// <summary>Whose ratings are meant.</summary>
public class AnnotatorChoiceTests
{
    [Theory]
    [InlineData("surface/1", null, "surface/1")]
    [InlineData("planted/1 surface/1", null, "surface/1")]
    [InlineData("planted/1 surface/1", "planted", "planted/1")]
    [InlineData("surface/1 surface/2", null, "surface/2")]
    [InlineData("surface/1 surface/2", "surface", "surface/2")]
    [InlineData("llm:m:single/1", null, "llm:m:single/1")]
    [InlineData("llm:m:single/1 surface/1", "llm", "llm:m:single/1")]
    [InlineData("llm:m:pair/1 llm:m:single/1 surface/1", "llm:m:pair", "llm:m:pair/1")]
    [InlineData("llm/1 llm:m:single/1", "llm", "llm/1")]
    [InlineData("llm:m:pair/a1 llm:m:pair/b2", "llm:m:pair@a1", "llm:m:pair/a1")]
    [InlineData("llm:m:pair/a1 llm:m:pair/b2", "llm:m:pair@a", "llm:m:pair/a1")]
    [InlineData("llm:m:pair/a1 llm:m:pair/a12", "llm:m:pair@a1", "llm:m:pair/a1")]
    [InlineData("llm:m@2:pair/a1 llm:m@2:pair/b2", "llm:m@2:pair", "llm:m@2:pair/b2")]
    [InlineData("llm:m@2:pair/a1 llm:m@2:pair/b2", "llm:m@2:pair@a", "llm:m@2:pair/a1")]
    public void One_is_meant(string present, string? name, string meant) => Of(present, name).ShouldBe(Identity(meant));

    [Theory]
    [InlineData("", null, "no ratings")]
    [InlineData("planted/1", null, "--annotator planted")]
    [InlineData("gair/1 surface/1", null, "gair, surface")]
    [InlineData("llm:a:x/1 llm:b:x/1", "llm", "llm:a:x, llm:b:x")]
    [InlineData("surface/1", "Surface", "it has surface")]
    [InlineData("surface/1", "llm", "no ratings by 'llm'")]
    [InlineData("llm:m:pair/a1 llm:m:pair/a2", "llm:m:pair@a", "llm:m:pair@a1, llm:m:pair@a2")]
    [InlineData("llm:m:pair/a1 llm:m:pair/a2", "llm:m:pair@b", "it has llm:m:pair@a1, llm:m:pair@a2")]
    public void None_or_several_are_meant_and_the_message_lists_them(string present, string? name, string message) =>
        Should.Throw<RequestException>(() => Of(present, name)).Message.ShouldContain(message);

    private static AnnotatorIdentity Of(string present, string? name) => AnnotatorChoice.Of([.. present.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Identity)], name);

    private static AnnotatorIdentity Identity(string text) => new(text.Split('/')[0], text.Split('/')[1]);
}
