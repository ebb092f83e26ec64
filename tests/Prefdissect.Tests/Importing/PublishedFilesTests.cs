using Prefdissect.Importing;
using Prefdissect.Pairs;
using static Prefdissect.Tests.Importing.ImportFolder;

namespace Prefdissect.Tests.Importing;

public sealed class PublishedFilesTests
{
    [Fact]
    public void AutoJ_gives_1392_votes_on_1390_pairs()
    {
        var votes = Votes(Data("autoj/testdata_pairwise.jsonl.gz"));
        Counts(votes).ShouldBe((1392, 520, 499, 373));
        votes.Select(vote => vote.Pair.Hash).Distinct().Count().ShouldBe(1390);
        votes.Select(vote => vote.Scenario).Distinct().Count().ShouldBe(58);
        votes.Count(vote => vote.Judge is not null || vote.Margin is not null).ShouldBe(0);
    }

    [Fact]
    public void The_six_AlpacaEval_files_give_4826_votes_on_4788_pairs()
    {
        List<Vote> votes = [.. Directory.GetFiles(Data("alpaca_eval"), "*.json.gz").SelectMany(file => Votes(file))];
        Counts(votes).ShouldBe((4826, 4522, 291, 13));
        votes.Select(vote => vote.Pair.Hash).Distinct().Count().ShouldBe(4788);
        votes.Select(vote => vote.Judge).Distinct().ShouldHaveSingleItem().ShouldBe("weighted_alpaca_eval_gpt4_turbo");
        votes.Count(vote => vote.ModelA == "gpt4_1106_preview").ShouldBe(4826);
        votes.Select(vote => vote.ModelB).Distinct().Count().ShouldBe(6);
        votes.Count(vote => vote.Margin is { } margin && (!double.IsFinite(margin) || Math.Sign(margin) != Sign(vote.Verdict))).ShouldBe(0);
        // Two preferences are exactly 1, and clipped; where the judge was not asked, since the outputs are equal, there is no margin.
        votes.Count(vote => Math.Abs(vote.Margin ?? 0) > Math.Log(9e9)).ShouldBe(2);
        votes.Count(vote => vote.Margin is null).ShouldBe(votes.Count(vote => vote.Pair.HasEqualResponses));
    }

    [Fact]
    public void The_GAIR_sample_gives_two_votes_with_published_scenarios()
    {
        var rows = Rows(Data("gair/sample_unannotated.jsonl")).Cast<ReadRow>().ToList();
        rows.Select(row => row.Votes.ShouldHaveSingleItem().Scenario).ShouldBe(["Functional Writing", "Others"]);
        rows[0].Votes[0].Metadata.ShouldBe([KeyValuePair.Create("scenario", "functional_writing")]);
        rows.Count(row => row.Reference is not null && row.Votes[0].Verdict == Verdict.B).ShouldBe(2);
    }

    [Theory]
    [InlineData("gair/example_preference_labels.json", "labels alone")]
    [InlineData("gair/model_Code_fitted_paras.jsonl", "similarity --weights")]
    [InlineData("gair/query_aware_idxs.json", "several lines")]
    [InlineData("alpaca_eval/weighted_alpaca_eval_gpt4_turbo_leaderboard.csv", "--map")]
    [InlineData("gguf/tiny-bpe.gguf", "NUL")]
    public void A_file_of_something_else_is_told_what_it_is(string name, string said) => Refused(Data(name)).Message.ShouldContain(said);

    private static int Sign(Verdict verdict) => verdict switch { Verdict.A => 1, Verdict.B => -1, _ => 0 };

    private static (int Votes, int A, int B, int Ties) Counts(List<Vote> votes) =>
        (votes.Count, votes.Count(vote => vote.Verdict == Verdict.A), votes.Count(vote => vote.Verdict == Verdict.B),
            votes.Count(vote => vote.Verdict == Verdict.Tie));
}
