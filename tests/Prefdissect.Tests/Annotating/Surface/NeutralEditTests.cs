using System.Text;

namespace Prefdissect.Tests.Annotating.Surface;

public class NeutralEditTests
{
    private const string Text = """
        ## Café visits — naïve notes

        Hello! Don't worry: the café isn't far, e.g. by tram. Perhaps "it's closed on Mondays", says the guide.

        1. Take the tram.
        2. Ask for Zoë; she'll certainly help you.

        | day | price |
        | --- | --- |
        | Monday | $5 |

        ```
        please.thank("you");
        ```

        Would you like more? Let me know 😊
        """;

    public static TheoryData<string, Func<string, string>> Edits => new()
    {
        { "a trailing line end", text => text + "\n" },
        { "many trailing blank lines", text => text + "\n\n \n" },
        { "leading white space", text => "\n  " + text },
        { "CRLF", text => text.Replace("\n", "\r\n") },
        { "CR", text => text.Replace("\n", "\r") },
        { "NFD", text => text.Normalize(NormalizationForm.FormD) },
        { "curly apostrophes", text => text.Replace("'", "’") },
        { "trailing spaces", text => text.Replace("\n", "  \n") },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_that_nobody_sees_changes_no_rating(string edit, Func<string, string> apply) =>
        Ratings.Annotator.Rate(apply(Text)).ShouldBe(Ratings.Annotator.Rate(Text), edit);

    [Fact]
    public void The_text_under_edit_is_rated_for_most_properties() =>
        Ratings.Annotator.Rate(Text).Count(rating => rating.Value > 0).ShouldBeGreaterThan(7);

    [Fact]
    public void Ratings_are_the_same_every_time_and_from_several_threads()
    {
        var first = Ratings.Annotator.Rate(Text);
        Parallel.For(0, 200, _ => Ratings.Annotator.Rate(Text).ShouldBe(first));
        new Prefdissect.Annotating.Surface.SurfaceAnnotator().Rate(Text).ShouldBe(first);
    }

    [Fact]
    public void An_invisible_character_inside_a_phrase_does_not_hide_it() =>
        Ratings.Of("polite", "Tha\u200Bnk y\u00ADou\u2060.").ShouldBe(Ratings.Of("polite", "Thank you."));
}
