using Prefdissect.Dashboard.Texts;

namespace Prefdissect.Dashboard.Tests.Texts;

public sealed class MarkedTextTests
{
    [Fact]
    public void Pieces_together_are_the_text()
    {
        const string text = "One two, 3 \U0001F600 four.\nFive";
        TextMark[] marks = [new(4, 3, TextMarkKind.Evidence, "a"), new(5, 10, TextMarkKind.Difference, "b"), new(0, 1000, TextMarkKind.Evidence, "c")];
        var pieces = MarkedText.Pieces(text, marks, text.Length);
        string.Concat(pieces.Select(piece => piece.Text)).ShouldBe(text);
        pieces.ShouldAllBe(piece => piece.Kind != null);
        pieces.Single(piece => piece.Text == "t").Detail.ShouldBe("c\na");
        pieces.Where(piece => piece.Kind == TextMarkKind.Difference).Select(piece => piece.Text).First().ShouldBe("wo");
    }

    [Theory]
    [InlineData("a\u001b[31m", "⟨ESC⟩", "ESC, U+001B")]
    [InlineData("a\u202eb", "⟨RLO⟩", "right-to-left override, U+202E")]
    [InlineData("a\u0000b", "⟨NUL⟩", "NUL, U+0000")]
    [InlineData("a\u200bb", "⟨ZWSP⟩", "zero-width space, U+200B")]
    [InlineData("a\rb", "⟨CR⟩", "CR, U+000D")]
    [InlineData("a\U000E0041b", "⟨tag A⟩", "invisible tag, U+E0041")]
    public void What_is_not_seen_is_shown(string text, string shown, string name)
    {
        var hidden = MarkedText.Pieces(text, [], text.Length).Single(piece => piece.IsHidden);
        (hidden.Text, hidden.Detail).ShouldBe((shown, name));
    }

    [Fact]
    public void Line_ends_and_tabs_are_themselves() => MarkedText.Pieces("a\r\nb\tc\n", [], 7).ShouldHaveSingleItem().Text.ShouldBe("a\nb\tc\n");

    [Fact]
    public void A_megabyte_of_hidden_characters_makes_few_pieces()
    {
        var text = string.Concat(Enumerable.Repeat("a\u001b", 500_000));
        var pieces = MarkedText.Pieces(text, [], text.Length);
        pieces.Count.ShouldBeLessThan(30_000);
        pieces.Sum(piece => piece.Text.Length).ShouldBe(500_000 * "a⟨ESC⟩".Length);
    }

    [Fact]
    public void A_character_is_not_cut_in_two() => MarkedText.End("ab\U0001F600c", 3).ShouldBe(2);
}
