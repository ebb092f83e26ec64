using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Judging;

/// <summary>A judge that is asked otherwise than before.</summary>
public sealed class ChangedJudgeTests
{
    [Theory]
    [InlineData("--reasons")]
    [InlineData("--way", "verbal")]
    public async Task A_judge_of_one_order_that_is_asked_in_both_has_no_vote_of_one_of_them_and_cannot_go_back(params string[] way)
    {
        const int Pairs = 12;
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = Answer });
        using var line = new CommandLine();
        var (path, study) = (line["my.study"], new OtherWaysStudy(line["my.study"]));
        (await CommandLine.Run("import", line.Votes("votes.csv", Pairs), "-s", path)).Succeeded();
        string[] judge = ["judge", "-s", path, "--model", "scripted", "--base-url", server.Url, "--name", "j", "--json", .. way];
        (await CommandLine.Run([.. judge, "--orders", "one"])).Json().GetProperty("pairs").GetInt32().ShouldBe(Pairs);

        var half = await CommandLine.Run([.. judge, "--max-requests", "5"]);
        half.Code.ShouldBe(3, half.Error);
        half.Error.ShouldContain("was asked in one order before");
        var both = study.Count("SELECT COUNT(*) FROM (SELECT pair_id FROM asked GROUP BY pair_id HAVING COUNT(*) = 2)");
        both.ShouldBeInRange(1, Pairs - 1);
        study.Count("SELECT COUNT(*) FROM vote JOIN judge ON judge.id = judge_id WHERE name = 'j'").ShouldBe(both);

        (await CommandLine.Run(judge)).Json().GetProperty("pairs").GetInt32().ShouldBe(Pairs);
        server.Tally.AnsweredAgain.ShouldBe(0);
        foreach (var more in new string[][] { [], ["--offline"] })
            (await CommandLine.Run([.. judge, "--orders", "one", .. more])).Refusal().ShouldContain("both orders");
        study.Count("SELECT COUNT(*) FROM vote JOIN judge ON judge.id = judge_id WHERE name = 'j'").ShouldBe(Pairs);
    }

    private static string? Answer(ScriptedRequest request) => request.Schema?.GetProperty("properties") switch
    {
        { } fields when fields.TryGetProperty("verdict", out _) => """{"reasons": "So.", "verdict": "A"}""",
        { } fields when fields.TryGetProperty("score", out _) => $$"""{"score": {{request.Text.Length % 11}}}""",
        // What finds out what the server can do.
        { } => null,
        null => "A",
    };
}
