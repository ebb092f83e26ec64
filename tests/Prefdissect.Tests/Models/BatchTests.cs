using System.Text;
using System.Text.Json;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Batches;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;

namespace Prefdissect.Tests.Models;

public class BatchTests
{
    private static readonly NamedModel Gpt = ModelsFile.Empty.Find("gpt-4o-mini");
    private static readonly NamedModel Claude = ModelsFile.Empty.Find("claude-3-5-haiku-latest");
    private static readonly ModelRequest Request = ModelRequest.Chat("v1", Message.System("be brief"), Message.User("hällo \"you\"")) with
    {
        Schema = new AnswerSchema("rating", Asked.RatingSchema),
        Parameters = new RequestParameters { MaxTokens = 9 },
    };

    [Fact]
    public void A_request_of_OpenAIs_format_is_one_line_with_its_key()
    {
        var root = JsonDocument.Parse(BatchFormats.OpenAi.Line(Gpt, Request)).RootElement;
        root.GetProperty("custom_id").GetString().ShouldBe(Request.Key(EndpointKind.OpenAi, "gpt-4o-mini").ToString());
        root.GetProperty("method").GetString().ShouldBe("POST");
        root.GetProperty("url").GetString().ShouldBe("/v1/chat/completions");
        var body = root.GetProperty("body");
        body.GetProperty("messages")[1].GetProperty("content").GetString().ShouldBe("hällo \"you\"");
        body.GetProperty("max_completion_tokens").GetInt32().ShouldBe(9);
        body.GetProperty("response_format").GetProperty("json_schema").GetProperty("name").GetString().ShouldBe("rating");
        Encoding.UTF8.GetString(BatchFormats.OpenAi.Line(Gpt, Request)).ShouldNotContain("\n");
    }

    [Fact]
    public void A_request_of_Anthropics_format_has_the_system_apart_and_the_schema_as_a_tool()
    {
        var root = JsonDocument.Parse(BatchFormats.For(Claude).Line(Claude, Request)).RootElement;
        root.GetProperty("custom_id").GetString()!.Length.ShouldBe(64);
        var parameters = root.GetProperty("params");
        parameters.GetProperty("system").GetString().ShouldBe("be brief");
        parameters.GetProperty("messages").GetArrayLength().ShouldBe(1);
        parameters.GetProperty("max_tokens").GetInt32().ShouldBe(9);
        parameters.GetProperty("tools")[0].GetProperty("input_schema").GetProperty("type").GetString().ShouldBe("object");
        parameters.GetProperty("tool_choice").GetProperty("name").GetString().ShouldBe("rating");
    }

    [Fact]
    public void Results_of_OpenAIs_format_are_read()
    {
        var key = Request.Key(EndpointKind.OpenAi, "gpt-4o-mini");
        var result = Read(BatchFormats.OpenAi, $$$$$"""{"id":"batch_req_1","custom_id":"{{{{{key}}}}}","response":{"status_code":200,"request_id":"r","body":{"object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"{\"clear\":2}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":20,"completion_tokens":4}}},"error":null}""");
        result.Key.ShouldBe(key);
        result.Outcome.Answer!.Text.ShouldBe("""{"clear":2}""");
        result.Outcome.Answer.Usage.ShouldBe(new TokenUsage(20, 4, 0));
        AnswerReader.Read(AnswerFormat.Chat, result.Outcome.Answer.Raw).Answer!.Text.ShouldBe("""{"clear":2}""");
        Read(BatchFormats.OpenAi, $$$$$"""{"custom_id":"{{{{{key}}}}}","response":null,"error":{"code":"batch_expired","message":"late"}}""").Outcome.Failure!.Reason.ShouldBe(FailureReason.BatchExpired);
        Read(BatchFormats.OpenAi, $$$$$"""{"custom_id":"{{{{{key}}}}}","response":{"status_code":400,"body":{"error":{"code":"context_length_exceeded","message":"too long"}}},"error":null}""").Outcome.Failure!.Reason.ShouldBe(FailureReason.PromptTooLong);
    }

    [Fact]
    public void Results_of_Anthropics_format_are_read()
    {
        var key = Request.Key(EndpointKind.Compatible, "claude");
        var result = Read(BatchFormats.Anthropic, $$$$$"""{"custom_id":"{{{{{key}}}}}","result":{"type":"succeeded","message":{"id":"m","model":"claude-x","content":[{"type":"text","text":"let me see"},{"type":"tool_use","id":"t","name":"rating","input":{"clear":2}}],"stop_reason":"tool_use","usage":{"input_tokens":10,"cache_read_input_tokens":5,"output_tokens":7}}}}""");
        result.Outcome.Answer!.Text.ShouldBe("""{"clear":2}""");
        result.Outcome.Answer.Usage.ShouldBe(new TokenUsage(15, 7, 5));
        Read(BatchFormats.Anthropic, $$$$$"""{"custom_id":"{{{{{key}}}}}","result":{"type":"succeeded","message":{"content":[{"type":"text","text":"plain"}],"stop_reason":"end_turn"}}}""").Outcome.Answer!.Text.ShouldBe("plain");
        Read(BatchFormats.Anthropic, $$$$$"""{"custom_id":"{{{{{key}}}}}","result":{"type":"errored","error":{"type":"error","error":{"type":"invalid_request_error","message":"no"}}}}""").Outcome.Failure!.Reason.ShouldBe(FailureReason.BadRequest);
        Read(BatchFormats.Anthropic, $$$$$"""{"custom_id":"{{{{{key}}}}}","result":{"type":"expired"}}""").Outcome.Failure!.Reason.ShouldBe(FailureReason.BatchExpired);
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{\"error\":{}}", "custom_id is missing")]
    [InlineData("{\"custom_id\":\"request-1\",\"error\":{}}", "request-1")]
    public void A_line_that_is_no_result_says_why(string line, string says) => Should.Throw<FormatException>(() => Read(BatchFormats.OpenAi, line)).Message.ShouldContain(says);

    [Fact]
    public void What_a_format_cannot_say_is_refused() =>
        Should.Throw<NotSupportedException>(() => BatchFormats.Anthropic.Line(Claude, Request with { Parameters = new RequestParameters { TopLogProbabilities = 5 } })).Message.ShouldContain("log-probabilities");

    private static BatchResult Read(IBatchFormat format, string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        if (line.Contains("response", StringComparison.Ordinal) || line.Contains("result", StringComparison.Ordinal)) format.Recognises(bytes).ShouldBeTrue();
        return format.Read(bytes);
    }
}
