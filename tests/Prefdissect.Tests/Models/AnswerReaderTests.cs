using System.Text;
using Prefdissect.Models.Answers;

namespace Prefdissect.Tests.Models;

public class AnswerReaderTests
{
    [Fact]
    public void Log_probabilities_are_read_in_every_form()
    {
        var chat = Read(AnswerFormat.Chat, """{"choices":[{"message":{"content":"A"},"logprobs":{"content":[{"token":"A","logprob":-0.1,"top_logprobs":[{"token":"B","logprob":-3},{"token":"A","logprob":-0.1},{"token":"C","logprob":null}]}]}}]}""");
        chat.Answer!.Tokens.Single().Alternatives.Select(token => (token.Token, token.LogProbability)).ShouldBe([("A", -0.1), ("B", -3)]);
        var vllm = Read(AnswerFormat.Text, """{"choices":[{"text":" A","logprobs":{"tokens":[" A"],"token_logprobs":[-0.1],"top_logprobs":[{" B":-2,"A":-1e30," A":-0.1}]}}]}""");
        vllm.Answer!.Tokens.Single().Alternatives.Select(token => token.Token).ShouldBe([" A", " B", "A"]);
        vllm.Answer.Tokens[0].Alternatives[2].LogProbability.ShouldBe(-1e6);
        var llama = Read(AnswerFormat.Llama, """{"content":" A","stop_type":"limit","completion_probabilities":[{"id":317,"token":" A","logprob":-9.14,"top_logprobs":[{"id":5,"token":"x","logprob":-1}]}],"tokens_evaluated":10,"tokens_predicted":1,"timings":{"prompt_n":4}}""");
        llama.Answer!.Tokens.Single().Chosen.ShouldBe(new TokenCandidate(" A", -9.14, 317));
        llama.Answer.Usage.ShouldBe(new TokenUsage(10, 1, 6));
        llama.Answer.IsCutShort.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", FailureReason.MalformedAnswer)]
    [InlineData("null", FailureReason.MalformedAnswer)]
    [InlineData("[]", FailureReason.MalformedAnswer)]
    [InlineData("{}", FailureReason.MalformedAnswer)]
    [InlineData("{\"choices\":[", FailureReason.MalformedAnswer)]
    [InlineData("{\"choices\":{}}", FailureReason.MalformedAnswer)]
    [InlineData("{\"choices\":[{}]}", FailureReason.MalformedAnswer)]
    [InlineData("{\"choices\":[7]}", FailureReason.MalformedAnswer)]
    [InlineData("{\"choices\":[{\"message\":{\"content\":7}}]}", FailureReason.MalformedAnswer)]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"\\ud800\"}}]}", FailureReason.MalformedAnswer)]
    [InlineData("{\"choices\":[]}", FailureReason.NoChoice)]
    [InlineData("{\"choices\":[],\"choices\":[]}", FailureReason.DuplicateFields)]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"a\",\"content\":\"b\"}}]}", FailureReason.DuplicateFields)]
    [InlineData("{\"error\":{\"message\":\"no\"}}", FailureReason.ServerError)]
    [InlineData("{\"choices\":[{\"message\":{\"refusal\":\"no\"}}]}", FailureReason.Refused)]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"\"},\"finish_reason\":\"content_filter\"}]}", FailureReason.Filtered)]
    public void What_is_no_answer_is_a_failure_and_never_a_text(string body, FailureReason reason) => Read(AnswerFormat.Chat, body).Failure!.Reason.ShouldBe(reason);

    [Fact]
    public void Any_cut_of_a_body_is_a_failure()
    {
        const string Body = """{"choices":[{"message":{"content":"ä"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1}}""";
        var bytes = Encoding.UTF8.GetBytes(Body);
        AnswerReader.Read(AnswerFormat.Chat, bytes).HasAnswer.ShouldBeTrue();
        for (var length = 0; length < bytes.Length; length++) AnswerReader.Read(AnswerFormat.Chat, bytes.AsMemory(0, length)).HasAnswer.ShouldBeFalse();
    }

    private static ModelOutcome Read(AnswerFormat format, string body) => AnswerReader.Read(format, Encoding.UTF8.GetBytes(body));
}
