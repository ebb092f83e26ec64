using Prefdissect.Importing;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using static Prefdissect.Tests.Importing.ImportFolder;

namespace Prefdissect.Tests.Importing;

public sealed class GairResolvedTests : IDisposable
{
    private const string Row = """
        {
          "query": "Name a river, in one word.", "scenario_auto-j": "open_question", "scenario_group": "Knowledge-aware",
          "response_1": {"content": "Rhine", "model": "swift", "num_words": 1}, "response_2": {"content": "The Rhine, or the Elbe", "model": "slow",
              "num_words": 5},
          "gpt-4-turbo_reference": "Danube", "clear intent": "Yes", "explicitly express feelings": "No",
          "explicit constraints": ["one word", "a river"], "explicit subjective stances": [], "explicit mistakes or biases": ["x"],
          "preference_labels": {"human": "response_1", "gpt-4-turbo": "response_2", "absent": null},
          "basic_response_1": {"Harmlessness": 3, "step-by-step solution": 1, "repetitive": 0, "wibble": 2}, "basic_response_2": {"harmlessness": 2},
          "errors_response_1": {"applicable or not": "applicable", "errors": [{"severity": "Severe"}, {"severity": "minor"}, {"severity": "minor"}]},
          "errors_response_2": {"applicable or not": "not applicable", "errors": []},
          "query-specific_response_1": {"clarify user intent": 0, "satisfying explicit constraints": [3, 2], "supporting explicit subjective stances": [],
              "correcting explicit mistakes or biases": ["pointed out and corrected"]},
          "query-specific_response_2": {"showing empathetic": null, "satisfying_explicit_constraints": {"one word": 0, "a river": "3"}},
          "surprise": 1
        }
        """;

    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_row_gives_a_vote_of_every_judge()
    {
        var row = Read().ShouldHaveSingleItem().ShouldBeOfType<ReadRow>();
        row.Votes.Select(vote => (vote.Judge, vote.Verdict)).ShouldBe([("human", Verdict.A), ("gpt-4-turbo", Verdict.B)]);
        var vote = row.Votes[0];
        (vote.Query.Text, vote.A.Text, vote.ModelA, vote.ModelB,
            vote.Scenario).ShouldBe(("Name a river, in one word.", "Rhine", "swift", "slow", "Knowledge-aware"));
        row.Reference.ShouldBe("Danube");
        row.QueryInfo!.Constraints.ShouldBe(["one word", "a river"]);
        (row.QueryInfo.ClearIntent, row.QueryInfo.ExpressesFeelings).ShouldBe((true, false));
    }

    [Fact]
    public void What_a_query_calls_for_puts_its_pair_into_the_published_subsets()
    {
        Groups(Row).ShouldBe(["all", "Knowledge-aware", "scenario=open_question", "w_constraints", "w_mistakes"]);
        Groups(Row.Replace("\"clear intent\": \"Yes\"", "\"clear intent\": \"No\"", StringComparison.Ordinal)
            .Replace("feelings\": \"No\"", "feelings\": \"Yes\"", StringComparison.Ordinal)
            .Replace("stances\": []", "stances\": [\"rivers are dull\"]", StringComparison.Ordinal)
            .Replace("biases\": [\"x\"]", "biases\": []", StringComparison.Ordinal)).ShouldBe(
            ["all", "Knowledge-aware", "scenario=open_question", "express_feeling", "intent_unclear", "w_constraints", "w_stances"]);
        IEnumerable<string> Groups(string row)
        {
            var vote = Votes(folder.Write("g.json", $"[{row}]"))[0];
            return Group.Of(vote.Scenario, vote.Metadata);
        }
    }

    [Fact]
    public void Ratings_are_read_in_their_units_and_states()
    {
        var row = (ReadRow)Read().Single();
        Said(row.RatingsA).ShouldBe(
        [
            "harmless 3", "step-by-step 1", "non-repetitive 0", "no minor errors 2", "no moderate errors 0", "no severe errors 1",
            "clarify intent -", "show empathetic -", "satisfy constraints 2.5", "support stances -", "correct mistakes 3", "lengthy 1",
        ], ignoreOrder: true);
        Said(row.RatingsB).ShouldBe(
            ["harmless 2", "no minor errors -", "no moderate errors -", "no severe errors -", "clarify intent -", "show empathetic -", "satisfy constraints 1.5",
                "support stances -", "lengthy 5"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "{}", "[clarify intent 0, correct mistakes 0, satisfy constraints 0, show empathetic 0, support stances 0]")]
    [InlineData("", "null", "[]")]
    [InlineData("\"clear intent\": \"Yes\", \"explicitly express feelings\": \"Yes\", \"explicit constraints\": [\"one word\"],", "{}",
        "[clarify intent 0, correct mistakes 0, support stances 0]")]
    [InlineData("\"clear intent\": \"Yes\", \"explicitly express feelings\": \"No\", \"explicit constraints\": [],", "null",
        "[clarify intent 0, correct mistakes 0, satisfy constraints 0, show empathetic 0, support stances 0]")]
    [InlineData("", "{\"satisfying constraints\": [7]}", "[clarify intent 0, correct mistakes 0, show empathetic 0, support stances 0]")]
    public void What_a_query_does_not_call_for_compares_as_no_difference_and_what_it_calls_for_stays_not_measured(string info, string specific, string compared)
    {
        var json = $$"""
            [{"query": "q", "response_1": {"content": "a"}, "response_2": {"content": "b"}, "preference_labels": {"human": "response_1"}, {{info}}
              "query-specific_response_1": {{specific}}, "query-specific_response_2": {{specific}} }]
            """;
        var row = (ReadRow)Rows(folder.Write("s.json", json)).Single();
        var signs = row.RatingsA.Join(row.RatingsB, a => a.Property, b => b.Property, (a, b) => (a.Property.ShortName, Comparison.Of(a.Property, a.Rating, b.Rating)?.Sign))
            .Where(of => of.Sign is not null).Select(of => $"{of.ShortName} {of.Sign}").Order(StringComparer.Ordinal);
        $"[{string.Join(", ", signs)}]".ShouldBe(compared);
    }

    [Fact]
    public void What_is_not_understood_is_said()
    {
        using var file = VoteFile.Open(folder.Write("r.json", $"[{Row}]"), ImportOptions.Default);
        file.Rows(TestContext.Current.CancellationToken).Count().ShouldBe(1);
        file.Notes.Count(note => note.Contains("surprise") || note.Contains("wibble")).ShouldBe(2);
        file.Notes.Count.ShouldBe(2);
    }

    [Fact]
    public void A_label_that_names_no_response_refuses_the_row() =>
        OnlyRefusal(folder.Write("r.json", $"[{Row.Replace("\"human\": \"response_1\"", "\"human\": \"first\"",
            StringComparison.Ordinal)}]")).Place.Field.ShouldBe("preference_labels.human");

    private List<ImportedRow> Read() => Rows(folder.Write("r.json", $"[{Row}]"));

    private static IEnumerable<string> Said(IEnumerable<PropertyRating> ratings) =>
        ratings.Select(rating => $"{rating.Property.ShortName} {(rating.Rating.State == RatingState.NotApplicable ? "-" : FormattableString.Invariant($"{rating.Rating.Value}"))}");
}
