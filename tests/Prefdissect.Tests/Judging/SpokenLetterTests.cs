using Prefdissect.Judging.Asking;
using Prefdissect.Pairs;

namespace Prefdissect.Tests.Judging;

public class SpokenLetterTests
{
    [Theory]
    [InlineData("A", Verdict.A)]
    [InlineData(" B.", Verdict.B)]
    [InlineData("**B**", Verdict.B)]
    [InlineData("(A)", Verdict.A)]
    [InlineData("\"A\"", Verdict.A)]
    [InlineData("Response B.", Verdict.B)]
    [InlineData("Answer: A", Verdict.A)]
    [InlineData("I prefer response B, since it is right.", Verdict.B)]
    [InlineData("B\n\nIt says more than A.", Verdict.B)]
    [InlineData("<think>A is shorter, B is right.</think>\nB", Verdict.B)]
    [InlineData("A better answer would be B.", Verdict.B)]
    [InlineData("I think A is better.", Verdict.A)]
    public void The_letter_is_read(string answer, Verdict verdict) => SpokenLetter.Of(answer).ShouldBe(verdict);

    [Theory]
    [InlineData("")]
    [InlineData("Both are fine.")]
    [InlineData("A short answer in words.")]
    [InlineData("A and B are alike")]
    [InlineData("<think>A is shorter")]
    [InlineData("I am sorry, but I cannot help with that.")]
    [InlineData("ABBA")]
    public void What_tells_no_letter_is_none(string answer) => SpokenLetter.Of(answer).ShouldBeNull();
}
