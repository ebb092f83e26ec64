using Prefdissect.Annotating;
using Prefdissect.Importing;
using Prefdissect.Properties;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Workflows;

public sealed class ImportRatingsTests : IDisposable
{
    private const string Header = "prompt,response_a,response_b,side,property,rating\n";
    private const string Elbe = "Name a river.,The Elbe it is.,Rhine";
    private static readonly AnnotatorIdentity Ann = new("ann", "1");
    private readonly SimulatedStudyFile folder = new();

    [Fact]
    public void Ratings_come_out_as_the_person_gave_them_whichever_response_is_named_first()
    {
        using var study = Voted();
        var file = Import(study, "one.csv", Header
            + $"{Elbe},a,polite,2\n{Elbe},B,Polite,0\nName a river.,Rhine,The Elbe it is.,b,repetitive,1\n{Elbe},a,no severe errors,7\n{Elbe},b,no_severe_errors,not applicable\n{Elbe},a,support stances,-2\n");
        (file.Failure, file.Ratings, file.Refused).ShouldBe((null, 6, 0));
        Of(study, "The Elbe it is.", "polite").ShouldBe(Rating.Of(2));
        Of(study, "Rhine", "polite").ShouldBe(Rating.Of(0));
        Of(study, "The Elbe it is.", "non-repetitive").ShouldBe(Rating.Of(1));
        Of(study, "Rhine", "non-repetitive").ShouldBe(Rating.NotMeasured);
        Of(study, "The Elbe it is.", "no severe errors").ShouldBe(Rating.Of(7));
        Of(study, "Rhine", "no severe errors").ShouldBe(Rating.NotApplicable);
        Of(study, "The Elbe it is.", "lengthy").ShouldBe(Rating.Of(5));
        Of(study, "Rhine", "lengthy").ShouldBe(Rating.Of(1));
    }

    [Fact]
    public void Json_lines_and_words_of_ones_own_scale_are_read_and_a_later_file_replaces()
    {
        using var study = Voted();
        var own = PropertySet.Published.With([new Property("asks first", "asks first", PropertyKind.Basic, ComparisonRule.MoreIsMore, "Asks before it acts.") { Scale = new RatingScale(0, ["no", "yes"]) }]);
        string Line(string rating) => $$"""{"query": "Name a river.", "response_1": "The Elbe it is.", "response_2": "Rhine", "side": "response_1", "property": "Asks-First", "rating": {{rating}}}""";
        Import(study, "one.jsonl", Line("\"Yes\""), own).Failure.ShouldBeNull();
        Of(study, "The Elbe it is.", "asks first").ShouldBe(Rating.Of(1));
        Import(study, "two.jsonl", Line("0")).Failure.ShouldBeNull();
        Of(study, "The Elbe it is.", "asks first").ShouldBe(Rating.Of(0));
    }

    [Theory]
    [InlineData($"{Elbe},a,polite,4", "field \"rating\": \"4\"; expected 0–3")]
    [InlineData($"{Elbe},a,polite,much", "field \"rating\": \"much\"; expected 0–3")]
    [InlineData($"{Elbe},a,no severe errors,1.5", "expected the number of such errors")]
    [InlineData($"{Elbe},c,polite,1", "field \"side\": \"c\"; expected a or b")]
    [InlineData($"{Elbe},a,politeness,1", "field \"property\": \"politeness\"")]
    [InlineData($"{Elbe},a,non-repetitive,1", "expected \"repetitive\"")]
    [InlineData($"{Elbe},a,lengthy,1", "Length is counted")]
    [InlineData("Name a lake.,The Elbe it is.,Rhine,a,polite,1", "a pair that the study does not have")]
    [InlineData($"{Elbe},a,polite,1", "1 where line 2 says 2")]
    public void A_bad_row_refuses_its_file_and_names_the_line_and_the_field(string row, string said)
    {
        using var study = Voted();
        var text = Header + $"{Elbe},a,polite,2\n{row}\n";
        var file = Import(study, "bad.csv", text);
        file.Failure.ShouldNotBeNull().ShouldSatisfyAllConditions(failure => failure.ShouldContain("bad.csv, line 3"), failure => failure.ShouldContain(said));
        new StudyReader(study).Annotators().ShouldBeEmpty();
        var good = Import(study, "bad.csv", text, bad: BadRows.Skip);
        (good.Failure, good.Ratings, good.Refused).ShouldBe((null, 1, 1));
        File.ReadAllText(good.RefusedRowsFile.ShouldNotBeNull()).ShouldContain("\"line\":3");
        Of(study, "The Elbe it is.", "polite").ShouldBe(Rating.Of(2));
    }

    [Fact]
    public void A_file_without_its_columns_is_refused_with_those_that_it_has()
    {
        using var study = Voted();
        Import(study, "none.csv", "prompt,response_a,response_b,property,rating\nx,y,z,polite,1\n").Failure.ShouldNotBeNull().ShouldContain("no column side; the columns are \"prompt\"");
        Import(study, "empty.csv", Header).Failure.ShouldNotBeNull().ShouldContain("no rows");
    }

    [Theory]
    [InlineData("surface")]
    [InlineData("gair")]
    [InlineData("llm:m:pair")]
    [InlineData("a,b")]
    public void A_persons_ratings_take_no_name_of_the_programs_own(string name)
    {
        using var study = Voted();
        Should.Throw<RequestException>(() => ImportRatingsWorkflow.Run(study, new ImportRequest([], new ImportOptions(), BadRows.RefuseFile), name, PropertySet.Published, null, CancellationToken.None));
    }

    [Fact]
    public void Agreement_and_fits_take_a_person_as_any_annotator()
    {
        using var study = folder.Simulated();
        var (planted, texts) = (new RatingReader(study, AnnotatorIdentity.Planted), new AnnotationReader(study, AnnotatorIdentity.Planted));
        var rows = planted.Pairs().SelectMany(of =>
        {
            var pair = texts.Pair(of.Id);
            return planted.Properties.Index().Where(property => property.Item.Rule != ComparisonRule.Length).SelectMany(property => new[] { ("a", of.Pair.First), ("b", of.Pair.Second) }.Select(side =>
                System.Text.Json.JsonSerializer.Serialize(new
                {
                    prompt = pair.Query.Text,
                    response_a = pair.First.Text,
                    response_b = pair.Second.Text,
                    side = side.Item1,
                    property = property.Item.AskedName,
                    rating = side.Item2[property.Index] is { IsMeasured: true } rating ? (object)rating.Value : "not applicable",
                })));
        });
        Import(study, "ann.jsonl", string.Join('\n', rows)).Failure.ShouldBeNull();
        var view = AgreementWorkflow.Run(study, ["ann", "planted"], 1, CancellationToken.None);
        view.Properties.Count.ShouldBeGreaterThan(20);
        view.Properties.Where(of => of.Exact.Count > 0).ShouldAllBe(of => of.Exact.Value == 1);
        SimulatedStudyFile.Fit(study, new FitRequest { Groups = ["all"] }).ShouldSatisfyAllConditions(fit => fit.Annotator.ShouldBe(Ann), fit => fit.Fitted.ShouldNotBeEmpty(), fit => fit.Refused.ShouldBeEmpty());
    }

    public void Dispose() => folder.Dispose();

    private Study Voted()
    {
        var study = Study.OpenOrCreate(folder["votes.study"]);
        folder.Write("votes.csv", $"prompt,response_a,response_b,winner,judge\n{Elbe},a,someone\n");
        ImportWorkflow.Run(study, new ImportRequest([folder["votes.csv"]], new ImportOptions(), BadRows.RefuseFile), null, CancellationToken.None).AnyFailed.ShouldBeFalse();
        return study;
    }

    private ImportedFile Import(Study study, string name, string text, PropertySet? own = null, BadRows bad = BadRows.RefuseFile)
    {
        folder.Write(name, text);
        var request = new ImportRequest([folder[name]], new ImportOptions(), bad);
        return ImportRatingsWorkflow.Run(study, request, "ann", own ?? PropertySet.Published, null, CancellationToken.None).Files.ShouldHaveSingleItem();
    }

    private static Rating Of(Study study, string response, string property)
    {
        var reader = new RatingReader(study, Ann);
        var (column, pair) = (reader.Properties.Index().First(of => of.Item.ShortName == property).Index, reader.Pairs().ShouldHaveSingleItem());
        return (new AnnotationReader(study, Ann).Pair(pair.Id).First.Text == response ? pair.Pair.First : pair.Pair.Second)[column];
    }
}
