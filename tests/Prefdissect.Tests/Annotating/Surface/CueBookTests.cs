using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Annotating.Surface;
using Prefdissect.Annotating.Surface.Cues;

namespace Prefdissect.Tests.Annotating.Surface;

public class CueBookTests
{
    private static readonly string[] Vocabulary = ["a", "b", "c", "d"];

    [Fact]
    public void The_longest_phrase_of_a_list_counts_and_phrases_of_one_list_do_not_overlap()
    {
        var book = CueBook.Of(("thanks", "thank you\nthank you very much\nvery much so"), ("other", "very much"));
        var text = ReadText.Of("Thank you very much so.", book);
        text.Found(book["thanks"]).ShouldBe(1);
        text.Found(book["other"]).ShouldBe(1);
        book.Phrases[text.Hits[0].Phrase].Text.ShouldBe("thank you very much");
    }

    [Fact]
    public void A_phrase_does_not_reach_over_the_end_of_a_sentence_and_an_anchored_one_opens_it()
    {
        var book = CueBook.Of(("list", "# comment\n^then # at the beginning\nlet go\n"));
        ReadText.Of("Let. Go then.", book).Found(0).ShouldBe(0);
        ReadText.Of("Let go, first. Then leave.", book).Found(0).ShouldBe(2);
    }

    [Fact]
    public void Words_are_matched_whole() => ReadText.Of("Unpleased pleases displease", CueBook.Of(("list", "please"))).Found(0).ShouldBe(0);

    [Theory]
    [InlineData("one\none", "line 2")]
    [InlineData("one\n^", "line 2")]
    public void A_bad_list_is_refused_with_its_line(string content, string where) =>
        Should.Throw<FormatException>(() => CueBook.Of(("mine", content))).Message.ShouldContain("mine.txt, " + where);

    [Fact]
    public void An_unknown_list_is_refused_naming_those_there_are() =>
        Should.Throw<KeyNotFoundException>(() => CueBook.Embedded["nothing"]).Message.ShouldContain("polite");

    [Fact]
    public void Every_embedded_phrase_is_found_by_itself()
    {
        foreach (var phrase in CueBook.Embedded.Phrases)
        {
            var text = ReadText.Of(phrase.Text, CueBook.Embedded);
            if (!text.IsEnglish) continue;
            text.Found(phrase.List).ShouldBeGreaterThan(0, phrase.Text);
        }
    }

    [Fact]
    public void It_finds_what_a_search_by_hand_finds()
    {
        var phrases = Gen.Elements(Vocabulary).ArrayOf().Where(words => words.Length is > 0 and < 5).Select(words => string.Join(' ', words)).ArrayOf()
            .Select(list => list.Distinct().ToArray()).Where(list => list.Length > 0);
        var cases = phrases.SelectMany(list => Gen.Elements([.. Vocabulary, "."]).ArrayOf().Select(words => (List: list, Words: words)));
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var book = CueBook.Of(("list", string.Join('\n', one.List)));
            // Letters alone would read as initials before a full stop; doubled they are words.
            var text = string.Join(' ', one.Words.Select(Doubled)).Replace(" .", ".");
            var doubled = CueBook.Of(("list", string.Join('\n', one.List.Select(phrase => string.Join(' ', phrase.Split(' ').Select(Doubled))))));
            return book.Phrases.Count == doubled.Phrases.Count && ReadText.Of(text, doubled).Found(0) == ByHand(one.Words, one.List);
        }).QuickCheckThrowOnFailure();
    }

    private static string Doubled(string word) => word == "." ? word : word + word;

    /// <summary>Leftmost, then longest, without overlap, within sentences.</summary>
    private static int ByHand(string[] words, string[] phrases)
    {
        var found = 0;
        foreach (var sentence in string.Join(' ', words).Split('.', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var left = sentence + " ";
            while (left.Length > 0)
            {
                var longest = phrases.Where(phrase => left.StartsWith(phrase + " ", StringComparison.Ordinal)).Select(phrase => phrase.Length + 1).DefaultIfEmpty(0).Max();
                if (longest > 0) found++;
                left = left[(longest > 0 ? longest : left.IndexOf(' ') + 1)..];
            }
        }
        return found;
    }
}
