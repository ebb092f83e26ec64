namespace Prefdissect.Tests.Annotating.Surface;

public class ExplainTests
{
    private const string Text = "# Hello there\n\nThank you for **asking**. Perhaps it's gone.\n\n1. Open the door.\n2. Close it.\n\nDo you agree? See [2].";

    [Theory]
    [InlineData("polite", "thank you", "Thank you")]
    [InlineData("friendly", "hello there", "Hello there")]
    [InlineData("authoritative", "perhaps", "Perhaps")]
    [InlineData("use informal expressions", "it's", "it's")]
    [InlineData("well formatted", "heading", "# Hello there")]
    [InlineData("well formatted", "bold", "**asking**")]
    [InlineData("step-by-step", "step", "Open the door.")]
    [InlineData("interactive", "question to the user", "Do you agree?")]
    [InlineData("use supporting materials", "reference", "[2]")]
    public void Evidence_names_the_cue_and_its_place(string property, string cue, string place) =>
        Ratings.Annotator.Explain(Text).ShouldContain(evidence =>
            evidence.Property.ShortName == property && evidence.Cue == cue && Text.Substring(evidence.Start, evidence.Length) == place);

    [Fact]
    public void Evidence_comes_by_property_and_then_in_the_order_of_the_text()
    {
        var evidence = Ratings.Annotator.Explain(Text);
        var order = Ratings.Names.ToList();
        evidence.ShouldBe(evidence.OrderBy(one => order.IndexOf(one.Property.ShortName)).ThenBy(one => one.Start));
    }

    [Fact]
    public void A_rating_above_nought_has_evidence()
    {
        var explained = Ratings.Annotator.Explain(Text).Select(evidence => evidence.Property.ShortName).ToHashSet();
        foreach (var (property, rating) in Ratings.Annotator.Properties.Zip(Ratings.Annotator.Rate(Text)))
        {
            if (rating.Value > 0 && property.ShortName is not ("lengthy" or "authoritative")) explained.ShouldContain(property.ShortName);
        }
    }
}
