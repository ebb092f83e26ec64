using Prefdissect.Annotating.Surface;
using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Tests.Annotating.Surface;

public class ReadTextTests
{
    [Theory]
    [InlineData("One. Two! Three?", 3)]
    [InlineData("Dr. Who met Mr. Bean at 3.30, e.g. for tea.", 1)]
    [InlineData("He asked \"Why?\" She left.", 2)]
    [InlineData("wrapped by\nhand here", 1)]
    [InlineData("A title\nA line", 2)]
    [InlineData("- one\n- two", 2)]
    [InlineData("1. One.\n2. Two.", 2)]
    [InlineData("Really?! Yes...", 2)]
    [InlineData("See https://example.org/a.b?c. Done.", 2)]
    [InlineData("... !!! ---", 0)]
    public void Sentences_end_where_a_reader_ends_them(string text, int sentences) => ReadText.Of(text).Sentences.Length.ShouldBe(sentences);

    [Fact]
    public void Lines_are_told_apart()
    {
        const string Text = "# Head\n\nprose\n- item\n* item\n3) item\n| a | b |\n> said\n---\n```c\n# not a heading\n- not an item\n```\n**Bold head**\n**bold** in prose\n#hashtag\n-5 degrees\n1.5 litres";
        LineReader.Read(Text).Select(line => line.Kind).ShouldBe(
        [
            LineKind.Heading, LineKind.Blank, LineKind.Prose, LineKind.Bullet, LineKind.Bullet, LineKind.Numbered, LineKind.TableRow, LineKind.Quotation, LineKind.Rule,
            LineKind.Code, LineKind.Code, LineKind.Code, LineKind.Code, LineKind.Heading, LineKind.Prose, LineKind.Prose, LineKind.Prose, LineKind.Prose,
        ]);
        LineReader.Read(Text)[5].Number.ShouldBe(3);
    }

    [Fact]
    public void A_fence_that_is_never_closed_holds_to_the_end() =>
        LineReader.Read("a\n~~~\nb\n```\nc").Select(line => line.Kind).ShouldBe([LineKind.Prose, LineKind.Code, LineKind.Code, LineKind.Code, LineKind.Code]);

    [Fact]
    public void Code_is_no_prose() => ReadText.Of("before\n```\nint thanks = 1;\n```\nafter").Words.Length.ShouldBe(2);

    [Theory]
    [InlineData("He wrote \"thank you\" on it.", 0)]
    [InlineData("He wrote “thank you” on it.", 0)]
    [InlineData("Call `thank you` first.", 0)]
    [InlineData("> thank you\n\nThat was the note.", 0)]
    [InlineData("He wrote thank you on it.", 1)]
    [InlineData("The 5\" screen works, thank you.", 1)]
    [InlineData("\"Thank you for coming to the party.\"", 1)]
    public void Quoted_words_are_no_cues_unless_all_is_quoted(string text, int rating) => Ratings.Of("polite", text).ShouldBe(rating);

    [Fact]
    public void Marks_are_found()
    {
        var text = ReadText.Of("**bold** and `code`, see [a](b.html) or www.x.org [3] (Doe, 1999): \"four words are here\" 😊 :-) wow!!");
        foreach (var (kind, count) in new[]
        {
            (MarkKind.Bold, 1), (MarkKind.InlineCode, 1), (MarkKind.Link, 2), (MarkKind.Reference, 2), (MarkKind.Quotation, 1), (MarkKind.Emoji, 2), (MarkKind.Burst, 1),
        })
            text.Count(kind).ShouldBe(count, kind.ToString());
    }

    [Theory]
    [InlineData("👩‍💻", 1)]
    [InlineData("👍🏽", 1)]
    [InlineData("👍👍", 2)]
    public void A_joined_or_toned_emoji_is_one(string text, int emoji) => ReadText.Of(text).Count(MarkKind.Emoji).ShouldBe(emoji);

    [Fact]
    public void A_word_folds_alike_in_every_spelling()
    {
        ulong Hash(string text) => ReadText.Of(text).Words[0].Hash;
        Hash("CAFÉ").ShouldBe(Hash("cafe\u0301"));
        Hash("Don’t").ShouldBe(Hash("don't"));
        Hash("won't").ShouldNotBe(Hash("wont"));
        ReadText.Of("1,000.5").Words.Length.ShouldBe(1);
        ReadText.Of("step-by-step").Words.Length.ShouldBe(3);
    }
}
