using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Judging;

/// <summary>A judge that is asked otherwise than before: what it said is put aside with the first answer, and not before.</summary>
public sealed class ChangedJudgeTests
{
    private const int Different = 4;

    [Theory]
    [InlineData("--reasons")]
    [InlineData("--score", "chat")]
    [InlineData("--way", "verbal")]
    public async Task What_it_said_stays_until_an_answer_comes_also_where_equal_responses_come_first(params string[] way)
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = Answer });
        using var line = new CommandLine();
        var (path, study) = (line["my.study"], new OtherWaysStudy(line["my.study"]));
        line.Write("equal.csv", "prompt,response_a,response_b,winner,judge\nSame?,the same,the same,a,someone\n");
        (await CommandLine.Run("import", line["equal.csv"], "-s", path)).Succeeded();
        (await CommandLine.Run("import", line.Votes("votes.csv", Different), "-s", path)).Succeeded();
        string[] judge = ["judge", "-s", path, "--model", "scripted", "--base-url", server.Url, "--name", "j", "--json", .. way];
        string[] changed = [.. judge, "--max-tokens", "77"];
        (await CommandLine.Run(judge)).Json().GetProperty("pairs").GetInt32().ShouldBe(Different);
        var before = Kept(study);

        var offline = await CommandLine.Run([.. changed, "--offline"]);
        offline.Json().GetProperty("end").GetString().ShouldBe("not stored");
        Kept(study).ShouldBe(before);
        server.Options = server.Options with { Key = "right" };
        (await CommandLine.Run(changed)).Error.ShouldContain("key refused");
        Kept(study).ShouldBe(before);

        server.Options = server.Options with { Key = null };
        var anew = (await CommandLine.Run(changed)).Json();
        (anew.GetProperty("pairs").GetInt32(), anew.GetProperty("judged").GetInt32()).ShouldBe((Different, Different + 1));
        study.Count("SELECT COUNT(DISTINCT pair_id) FROM asked").ShouldBe(Different + 1, "the pair of equal responses too");
        Kept(study).ShouldNotBe(before);
    }

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
        foreach (var more in new string[][] { [], ["--estimate"], ["--offline"] })
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

    private static IReadOnlyList<string> Kept(OtherWaysStudy study) =>
    [
        .. study.Query("SELECT asked.* FROM asked ORDER BY pair_id, round, ord", row => string.Join('|', row.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value))),
        .. study.Query("SELECT pair_id, verdict, margin FROM vote JOIN judge ON judge.id = judge_id WHERE name = 'j' ORDER BY pair_id", row => string.Join('|', row)),
        .. study.Query("SELECT document FROM judge_description", row => (string)row[0]),
    ];
}
