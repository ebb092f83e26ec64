using Prefdissect.Importing;
using Prefdissect.Importing.Definitions;
using Prefdissect.Properties;

namespace Prefdissect.Tests.Importing.Definitions;

public class PropertyFileTests
{
    private const string Two = """
        properties:
          - name: cites a source
            shortName: cites source
            definition: The response names where a claim can be checked.
          - name: asks before acting
            shortName: asks first
            definition: Before doing what cannot be undone, it asks.
            scale: yes/no
            needsQuery: yes
            appliesWhen: the user asks for something that cannot be undone
            compare: more
        """;

    [Fact]
    public void Own_properties_come_after_the_published_ones()
    {
        var set = PropertyFile.Parse("own.yaml", Two);
        set.All.Count.ShouldBe(31);
        set.All.Take(29).ShouldBe(PublishedProperties.All);
        set.Own.Select(property => property.ShortName).ShouldBe(["cites source", "asks first"]);
    }

    [Fact]
    public void What_a_file_does_not_say_is_as_for_most_published_properties()
    {
        var property = PropertyFile.Parse("own.yaml", Two).Find("cites source").ShouldNotBeNull();
        (property.Name, property.Kind, property.Rule, property.NeedsQuery, property.FullDifference).ShouldBe(("cites a source", PropertyKind.Basic, ComparisonRule.MoreIsMore, false, 3.0));
        property.Scale.ShouldBe(RatingScale.ZeroToThree);
        property.Applies.ShouldBe(Applicability.Always);
    }

    [Fact]
    public void A_condition_makes_a_property_query_specific()
    {
        var property = PropertyFile.Parse("own.yaml", Two).Find("asks first").ShouldNotBeNull();
        property.Kind.ShouldBe(PropertyKind.QuerySpecific);
        property.Applies.ShouldBe(new Applicability.ToQueriesWhere("the user asks for something that cannot be undone"));
        property.Scale.Words.ShouldBe(["no", "yes"]);
        Comparison.Of(property, Rating.NotApplicable, Rating.NotApplicable).ShouldBe(Comparison.None);
        Comparison.Of(property, Rating.Of(1), Rating.Of(0)).ShouldBe(new Comparison(1, 1, 1));
    }

    [Theory]
    [InlineData("published: none", 0)]
    [InlineData("published: [lengthy, polite]", 2)]
    [InlineData("published: all", 29)]
    public void Published_properties_can_be_left_out(string line, int kept)
    {
        var set = PropertyFile.Parse("own.yaml", $"{line}\n{Two}");
        set.All.Count.ShouldBe(kept + 2);
        set.All.Select(property => property.ShortName).SkipLast(2).ShouldBe(PublishedProperties.All.Select(property => property.ShortName).Where(name => kept == 29 || name is "lengthy" or "polite").Take(kept));
    }

    [Theory]
    [InlineData("1-5", 1, 5)]
    [InlineData("-2..2", -2, 2)]
    [InlineData("[never, once, often]", 0, 2)]
    public void A_scale_is_a_range_or_words(string scale, int least, int most)
    {
        var property = PropertyFile.Parse("own.yaml", $"properties:\n  - name: warm words\n    definition: Some.\n    scale: {scale}\n").Find("warm words").ShouldNotBeNull();
        (property.Scale.Least, property.Scale.Most, property.FullDifference).ShouldBe((least, most, most - least));
    }

    [Theory]
    [InlineData("properties:\n  - name: a b\n    definitoin: x\n", 3, "definitoin", "a field that is not known")]
    [InlineData("properties:\n  - name: a b\n", 2, "definition", "nothing")]
    [InlineData("properties:\n  - name: Relevant\n    definition: x\n", 2, "name", "\"Relevant\"")]
    [InlineData("properties:\n  - name: a b\n    definition: x\n  - name: A-B\n    definition: y\n", 4, "name", "\"A-B\"")]
    [InlineData("properties:\n  - name: a b\n    definition: x\n    scale: 3-0\n", 4, "scale", "\"3-0\": A scale has")]
    [InlineData("properties:\n  - name: a b\n    definition: x\n    scale: big\n", 4, "scale", "\"big\"")]
    [InlineData("properties:\n  - name: a b\n    definition: x\n    compare: length\n", 4, "compare", "\"length\"")]
    [InlineData("properties:\n  - name: a b\n    definition: x\n    appliesWhen: sometimes\n", 4, "appliesWhen", "\"sometimes\"")]
    [InlineData("published: [relvant]\n", 1, "published", "\"relvant\"")]
    [InlineData("properties: yes\n", 1, "properties", "\"yes\"")]
    public void A_mistake_is_told_by_line_field_and_what_was_found(string yaml, long line, string field, string found)
    {
        var error = Should.Throw<ImportException>(() => PropertyFile.Parse("own.yaml", yaml));
        (error.Place.File, error.Place.Line, error.Place.Field).ShouldBe(("own.yaml", line, field));
        error.Found.ShouldStartWith(found);
        error.Expected.ShouldNotBeEmpty();
        error.Hint.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b\n")]
    [InlineData("properties: [\n")]
    [InlineData("properties: []\nproperties: []\n")]
    [InlineData("published: none\n")]
    public void What_is_no_property_file_is_refused(string yaml) => Should.Throw<ImportException>(() => PropertyFile.Parse("own.yaml", yaml));

    [Fact]
    public void A_property_comes_back_from_its_document()
    {
        foreach (var property in PropertyFile.Parse("own.yaml", Two).All) PropertyDocument.Parse(PropertyDocument.Of(property)).ShouldBe(property);
        Should.Throw<FormatException>(() => PropertyDocument.Parse("""{"name": "x"}"""));
    }
}
