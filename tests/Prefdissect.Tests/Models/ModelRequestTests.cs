using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Tests.Models;

public class ModelRequestTests
{
    private static readonly ModelRequest Base = ModelRequest.Chat("v1", Message.System("s"), Message.User("u")) with { Schema = new AnswerSchema("s", "{}") };

    public static TheoryData<string, ModelRequest> Changes => new()
    {
        { "text", ModelRequest.Chat("v1", Message.System("s"), Message.User("u ")) with { Schema = Base.Schema } },
        { "role", ModelRequest.Chat("v1", Message.User("s"), Message.User("u")) with { Schema = Base.Schema } },
        { "split", ModelRequest.Chat("v1", Message.System("su"), Message.User("")) with { Schema = Base.Schema } },
        { "version", Base with { PromptVersion = "v2" } },
        { "schema", Base with { Schema = new AnswerSchema("s", """{"type":"object"}""") } },
        { "no schema", Base with { Schema = null } },
        { "temperature", Base with { Parameters = new RequestParameters { Temperature = 1 } } },
        { "no temperature", Base with { Parameters = new RequestParameters { Temperature = null } } },
        { "length", Base with { Parameters = new RequestParameters { MaxTokens = 5 } } },
        { "log-probabilities", Base with { Parameters = new RequestParameters { TopLogProbabilities = 5 } } },
        { "seed", Base with { Parameters = new RequestParameters { Seed = 5 } } },
        { "stop", Base with { Parameters = new RequestParameters { Stop = ["5"] } } },
        { "bias", Base with { Parameters = new RequestParameters { Bias = [new TokenBias(5, 1)] } } },
        { "extra", Base with { Parameters = new RequestParameters { Extra = new Dictionary<string, string> { ["effort"] = "\"low\"" } } } },
        { "attempt", Base with { Attempt = 1 } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_changes_the_answer_changes_the_key(string change, ModelRequest changed) =>
        changed.Key(EndpointKind.OpenAi, "m").ShouldNotBe(Base.Key(EndpointKind.OpenAi, "m"), change);

    [Fact]
    public void Kind_and_model_are_part_of_the_key()
    {
        Base.Key(EndpointKind.Vllm, "m").ShouldNotBe(Base.Key(EndpointKind.OpenAi, "m"));
        Base.Key(EndpointKind.OpenAi, "n").ShouldNotBe(Base.Key(EndpointKind.OpenAi, "m"));
    }

    [Fact]
    public void What_an_answer_is_for_and_the_order_of_fields_are_not()
    {
        (Base with { Step = "other" }).Key(EndpointKind.OpenAi, "m").ShouldBe(Base.Key(EndpointKind.OpenAi, "m"));
        Extra(("a", "1"), ("b", "2")).ShouldBe(Extra(("b", "2"), ("a", "1")));
        static ContentHash Extra(params (string, string)[] fields) =>
            (Base with { Parameters = new RequestParameters { Extra = fields.ToDictionary(field => field.Item1, field => field.Item2) } }).Key(EndpointKind.OpenAi, "m");
    }

    [Fact]
    public void The_key_stays_the_same_from_version_to_version() =>
        Base.Key(EndpointKind.OpenAi, "m").ToString().ShouldBe("867c91b47a382e0eb475765240d62e8adec1ad3b96504852967469192f3b0223", "a change here makes every stored answer unfindable");
}
