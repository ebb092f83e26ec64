using Prefdissect.Annotating;
using Prefdissect.Annotating.Surface;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Annotating.Surface;

public class SurfaceAnnotatorTests
{
    /// <summary>For each property texts of our own in rising order; each must be rated higher than the one before.</summary>
    public static TheoryData<string, string[]> Ladders => new()
    {
        { "lengthy", ["", "Paris.", "Paris is the capital.", "Paris is the capital of France, on the Seine."] },
        { "polite", ["Close the window.", "Please close the window.", "Please close the window. Thank you.", "Dear Anna, please close the window. Thank you. Kind regards, Tom"] },
        { "friendly", ["The shop opens at nine.", "Sure, the shop opens at nine.", "Hello! Great question. The shop opens at nine.", "Hi there! Great question! The shop opens at nine. Have fun, and take care 😊"] },
        { "interactive", ["Use a larger pan.", "Use a larger pan. How big is your stove?", "Use a larger pan. How big is your stove? Let me know.", "What do you cook? How big is your stove? Tell me, and feel free to ask again."] },
        { "clarify intent", ["The record is 9.58 s.", "I assume you want the record: 9.58 s.", "The record is 9.58 s. Could you clarify which event?", "Do you mean outdoors? Please rephrase."] },
        { "admit limits", ["The file is on the desk.", "I don't know where the file is.", "I don't know where the file is. I was wrong before.", "I'm sorry, but I can't open it. I don't have access, and I am not sure that it exists."] },
        { "use informal expressions", ["One must proceed with care.", "It's late and we don't mind.", "Hey, it's gonna be awesome.", "Hey dude, that's gonna be sooo awesome, yeah!!! lol"] },
        { "authoritative", ["It might rain, perhaps; I think it could.", "The road leads north.", "It is certainly north.", "You must go north. It is undoubtedly the way, and it never fails."] },
        { "use supporting materials", ["Coffee keeps people awake.", "Coffee keeps people awake, for example at night.", "According to the guide, coffee keeps 90% of people awake.", "Coffee keeps people awake [1], as https://coffee.example shows."] },
        { "well formatted", ["One line of prose.", "First thoughts.\n\nSecond thoughts.", "Things:\n- one\n- two\n- three", "# Things\n\nSome **bold** words.\n\n- one\n- two\n- three"] },
        { "step-by-step", ["Tea is made with water.", "First, boil the water. Then pour it.", "1. Boil the water.\n2. Pour it over the leaves.\n3. Wait.\n4. Drink.", "Follow these steps:\n1. Boil it.\n2. Pour it.\n3. Wait.\n4. Stir.\n5. Drink.\n6. Wash the cup."] },
        {
            "complex word & sentence",
            [
                "The cat sat near the window, and we all went to bed early that night.",
                "The cat sat near the window, and we all went to bed early that night. The council considered several other plans before reaching a decision that pleased almost all of its members.",
                "The cat sat near the window, and we all went to bed early that night. Notwithstanding considerable methodological disagreement, contemporary investigators increasingly acknowledge that institutional arrangements substantially influence macroeconomic performance.",
                "The council considered several other plans before reaching a decision that pleased almost all of its members. Notwithstanding considerable methodological disagreement, contemporary investigators increasingly acknowledge that institutional arrangements substantially influence macroeconomic performance.",
            ]
        },
        {
            "non-repetitive",
            [
                "Every line of this text says something of its own, and nothing in it comes back later.",
                "The bridge over the river was closed for repairs in May. Traffic went through the old town instead, which annoyed the shopkeepers, pleased two cafés and made everybody late. The mayor, who cycles, praised the quiet. In June the bridge over the river opened again, with flags, speeches and a small brass band from the next village.",
                "The old bridge was closed in May. Traffic went through the town, which annoyed the shopkeepers, who lost their quiet, and pleased the cafés. The old bridge was closed in May. Then it opened with flags, speeches and a band, and everybody walked over it once for luck, even the mayor, who seldom leaves his chair.",
                "It is good for you. It is good for you. It is good for you.",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Ladders))]
    public void A_text_with_more_of_a_property_rates_higher(string property, string[] rising)
    {
        var ratings = rising.Select(text => Ratings.Rating(property, text).Value).ToList();
        ratings.SequenceEqual(ratings.Distinct().Order()).ShouldBeTrue($"{property}: {string.Join(", ", ratings)}; measures {string.Join(", ", rising.Select(text => Ratings.Measure(property, text)))}");
    }

    [Fact]
    public void Every_rated_property_has_a_ladder() => Ladders.Select(row => row.Data.Item1).Order().ShouldBe(Ratings.Names.Order());

    [Fact]
    public void It_rates_thirteen_properties_in_the_published_order()
    {
        var published = PublishedProperties.All.Select(property => property.ShortName).ToList();
        var ids = Ratings.Names.Select(name => published.IndexOf(name)).ToList();
        ids.ShouldBe([2, 3, 4, 5, 8, 9, 10, 11, 13, 14, 15, 23, 28]);
        Ratings.Annotator.Identity.Id.ShouldBe("surface");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("42")]
    [InlineData("Paris")]
    [InlineData("```\nx = 1\n```")]
    public void A_text_with_little_in_it_is_rated_nothing_but_a_plain_tone(string text)
    {
        foreach (var (property, rating) in Ratings.Annotator.Properties.Zip(Ratings.Annotator.Rate(text)))
        {
            if (property.ShortName is "lengthy" or "well formatted" or "authoritative") continue;
            rating.Value.ShouldBe(0, property.ShortName);
        }
        Ratings.Of("authoritative", text).ShouldBe(1);
    }

    [Fact]
    public void Two_measures_of_one_property_are_refused()
    {
        var twice = Ratings.Annotator.Measures.Take(1).Concat(Ratings.Annotator.Measures.Take(1));
        Should.Throw<ArgumentException>(() => new SurfaceAnnotator(new("mine", "1"), twice));
    }

    [Fact]
    public void Measures_of_your_own_rate_under_a_name_of_their_own()
    {
        var measures = Ratings.Annotator.Measures.Take(2).ToList();
        new SurfaceAnnotator(new("mine", "3"), measures).Identity.ShouldBe(new AnnotatorIdentity("mine", "3"));
        Should.Throw<ArgumentException>(() => new SurfaceAnnotator(new("surface", "2"), measures)).Message.ShouldContain("name of their own");
        new SurfaceAnnotator().Identity.ShouldBe(AnnotatorIdentity.Surface);
    }

    [Fact]
    public void A_null_is_refused() => Should.Throw<ArgumentNullException>(() => Ratings.Annotator.Rate(null!));
}
