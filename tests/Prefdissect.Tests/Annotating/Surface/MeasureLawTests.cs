using FsCheck;
using FsCheck.Fluent;

namespace Prefdissect.Tests.Annotating.Surface;

public class MeasureLawTests
{
    private static readonly string[] Pieces =
    [
        "The tram leaves at noon.", "Please wait.", "Thank you for coming!", "I don't know why.", "Perhaps it might rain.", "You must leave.", "Have you seen it?", "Let me know.",
        "\n\n", "\n- one", "\n1. Take it.", "\n## Part", "Hey, it's cool.", "According to the report, 40% agree.", "First, open the door.", "She said \"thank you very much\" again.",
        "Unfortunately I cannot help.", "😊", "A considerably complicated international arrangement followed afterwards.", "Could you clarify?",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary();

    /// <summary>A sentence with one cue more of a property never lowers its rating.</summary>
    [Theory]
    [InlineData("polite", "Thank you.")]
    [InlineData("complex word & sentence", "Administrative accountability nevertheless remains insufficiently developed wherever international competition continually intensifies everywhere.")]
    [InlineData("polite", "Please.")]
    [InlineData("friendly", "Good luck.")]
    [InlineData("interactive", "Let me know.")]
    [InlineData("admit limits", "I don't know.")]
    [InlineData("clarify intent", "Could you clarify?")]
    [InlineData("use informal expressions", "Wow.")]
    [InlineData("use supporting materials", "See https://example.org now.")]
    [InlineData("step-by-step", "\n1. Take it.")]
    [InlineData("well formatted", "\n- one\n- two")]
    [InlineData("lengthy", "word")]
    public void Adding_a_cue_never_lowers_the_rating(string property, string cue) =>
        Prop.ForAll(Texts, text => Ratings.Rating(property, text + "\n\n" + cue).Value >= Ratings.Rating(property, text + "\n\n").Value).QuickCheckThrowOnFailure();

    [Fact]
    public void Saying_everything_twice_raises_repetition_to_the_top() =>
        Prop.ForAll(Texts, text => !text.Any(char.IsLetter) || Ratings.Of("non-repetitive", text + "\n\n" + text) == 3).QuickCheckThrowOnFailure();

    [Fact]
    public void Saying_everything_twice_never_lowers_the_measure_of_repetition() =>
        Prop.ForAll(Texts, text => Ratings.Measure("non-repetitive", text + "\n\n" + text) >= Ratings.Measure("non-repetitive", text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Code_adds_layout_and_length_and_nothing_else() =>
        Prop.ForAll(Texts, text =>
        {
            var code = text + "\n\n```\nplease, thank you! I'm sorry, I don't know. Hey, wow lol. 1. Boil 2. Pour\nCould you clarify? According to http://x.org\n```\n";
            return Ratings.Names.Where(name => name is not ("lengthy" or "well formatted")).All(name => Ratings.Of(name, code) == Ratings.Of(name, text));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Upper_case_changes_no_list_of_words() =>
        Prop.ForAll(Texts, text =>
        {
            string[] byWords = ["polite", "admit limits", "authoritative", "clarify intent"];
            return byWords.All(name => Ratings.Of(name, text.ToUpperInvariant()) == Ratings.Of(name, text));
        }).QuickCheckThrowOnFailure();
}
