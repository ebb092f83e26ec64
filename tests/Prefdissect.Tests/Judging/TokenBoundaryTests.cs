using Prefdissect.Judging.Asking;

namespace Prefdissect.Tests.Judging;

public class TokenBoundaryTests
{
    [Fact]
    public void Letters_that_are_one_token_each_behind_the_prompt_can_be_compared()
    {
        var (letters, problem) = Of("is", [7, 8], [7, 8, 317], [7, 8, 347], [7, 8, 32], [7, 8, 33]);
        problem.ShouldBeNull();
        letters!.A.ShouldBe([new LetterToken(317, " A"), new LetterToken(32, "A")]);
        letters.B.ShouldBe([new LetterToken(347, " B"), new LetterToken(33, "B")]);
    }

    [Fact]
    public void A_letter_that_draws_in_the_prompts_last_word_cannot() =>
        Of("is", [7, 8], [7, 99], [7, 8, 347], [7, 8, 32], [7, 8, 33]).Problem.ShouldBe("' B' is one token of its own there, and ' A' is not");

    [Fact]
    public void A_letter_of_two_tokens_cannot() =>
        Of("is", [7, 8], [7, 8, 317], [7, 8, 5, 6], [7, 8, 32], [7, 8, 33]).Problem.ShouldBe("' A' is one token of its own there, and ' B' is not");

    [Fact]
    public void Two_letters_of_one_token_cannot() => Of("is", [7, 8], [7, 8, 0], [7, 8, 0], [7, 8, 0], [7, 8, 0]).Problem.ShouldBe("both letters are the same token there");

    [Fact]
    public void Behind_a_space_the_letter_alone_has_to_be_a_token() =>
        // As byte-pair tokenizers do: the space goes over to the token of the letter.
        Of("is ", [7, 9], [7, 9, 317], [7, 9, 347], [7, 317], [7, 347]).Problem.ShouldBe("neither 'A' nor 'B' is one token of its own there");

    [Fact]
    public void Behind_a_line_end_the_letter_alone_comes_first() =>
        Of("assistant\n", [7, 9], [7, 9, 317], [7, 9, 347], [7, 9, 32], [7, 9, 33]).Letters!.A.ShouldBe([new LetterToken(32, "A"), new LetterToken(317, " A")]);

    [Fact]
    public void Every_token_of_a_vocabulary_that_is_the_letter_is_counted_to_it_once()
    {
        var letters = new LetterTokens([new LetterToken(319, " A")], [new LetterToken(350, " B")])
            .With([new("A", -3, 29909), new("A", -9, 68), new(" A", -1, 319), new("\u2581B", -1, 350), new("B", -2, 29933), new("AB", -2, 4), new("a", -2, 5), new("A", -2, null)]);
        letters.A.Select(token => token.Id).ShouldBe([319, 68, 29909]);
        letters.B.Select(token => token.Id).ShouldBe([350, 29933]);
    }

    [Theory]
    [InlineData(317, " A")]
    [InlineData(5, "'A'")]
    [InlineData(0, "\nA ")]
    public void A_token_comes_back_as_it_was_kept(int id, string text) => LetterToken.Parse(new LetterToken(id, text).ToString()).ShouldBe(new LetterToken(id, text));

    private static (LetterTokens? Letters, string? Problem) Of(string prompt, int[] tokens, int[] spacedA, int[] spacedB, int[] a, int[] b) =>
        TokenBoundary.Of(prompt, tokens, new Dictionary<string, IReadOnlyList<int>> { [" A"] = spacedA, [" B"] = spacedB, ["A"] = a, ["B"] = b });
}
