using Prefdissect.Annotating.Answers;
using Prefdissect.Models.Answers;

namespace Prefdissect.Tests.Annotating.Answers;

public class ReferenceAnswerTests
{
    [Theory]
    [InlineData("The Elbe. ", "The Elbe. ")]
    [InlineData("<think>Is it the Rhine?</think>\n\nThe Elbe.", "The Elbe.")]
    [InlineData("\n<think>\n\n</think>The Elbe.", "The Elbe.")]
    [InlineData("Is it the Rhine?\n</think>\nThe Elbe.", "The Elbe.")]
    [InlineData("Models write <think> and </think> around it.", "Models write <think> and </think> around it.")]
    public void Thinking_before_an_answer_is_no_part_of_it(string text, string answer) => Read(text).Text.ShouldBe(answer);

    [Theory]
    [InlineData("", "stop", AnswerFault.Empty)]
    [InlineData("<think>It is the Elbe.</think>\n", "stop", AnswerFault.Empty)]
    [InlineData("<think>hm, half a thoug", null, AnswerFault.CutOff)]
    [InlineData("The Elbe is a riv", "length", AnswerFault.CutOff)]
    [InlineData("The Elbe is a riv", "max_tokens", AnswerFault.CutOff)]
    public void What_is_not_whole_measures_nothing(string text, string? finish, string reason)
    {
        var (told, failure) = Read(text, finish);
        told.ShouldBeNull();
        failure.ShouldNotBeNull().Reason.ShouldBe(reason);
    }

    private static (string? Text, AnswerReading.Unusable? Failure) Read(string text, string? finish = "stop") => ReferenceAnswer.Read(new ModelAnswer { Text = text, FinishReason = finish });
}
