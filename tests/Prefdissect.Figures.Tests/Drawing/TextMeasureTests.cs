using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Figures.Drawing;

namespace Prefdissect.Figures.Tests.Drawing;

public sealed class TextMeasureTests
{
    [Fact]
    public void A_shortened_text_fits_and_keeps_whole_characters()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<string?, byte>((text, room) =>
        {
            var clean = SafeText.OneLine(text ?? "");
            var shown = TextMeasure.Shorten(clean, TextStyle.Body, 20 + room);
            return TextMeasure.Width(shown, TextStyle.Body) <= 20.001 + room && (shown == clean || shown.EndsWith('…'));
        }));
        TextMeasure.Shorten("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", TextStyle.Body, 80).ShouldBe("👩‍👩‍👧‍👦…");
    }

    [Fact]
    public void Wrapped_lines_fit_and_lose_no_word()
    {
        var text = string.Join(' ', Enumerable.Range(100, 80));

        var lines = TextMeasure.Wrap(text, TextStyle.Small, 200, 100);

        string.Join(' ', lines).ShouldBe(text);
        lines.ShouldAllBe(l => TextMeasure.Width(l, TextStyle.Small) <= 200);
        TextMeasure.Wrap(text, TextStyle.Small, 200, 2).Count.ShouldBe(2);
        TextMeasure.Wrap(text, TextStyle.Small, 200, 2)[1].ShouldEndWith("…");
    }

    [Fact]
    public void What_XML_forbids_becomes_the_replacement_character_and_white_space_one_space()
    {
        SafeText.OneLine("a\u0000b\uFFFEc\ud800d").ShouldBe("a\ufffdb\ufffdc\ufffdd");
        SafeText.OneLine(" a \r\n\t b ").ShouldBe("a b");
        SafeText.OneLine("a\u202Eb\u2066c").ShouldBe("abc");
    }
}
