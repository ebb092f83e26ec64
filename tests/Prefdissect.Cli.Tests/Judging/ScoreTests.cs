using Prefdissect.Cli.Tests.Asking;
using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Judging;

/// <summary><c>judge --score</c>: responses scored one by one.</summary>
public sealed class ScoreTests
{
    [Fact]
    public async Task A_reward_models_margin_is_the_difference_of_its_scores_and_a_response_is_scored_once()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Score = text => [text.Contains("good", StringComparison.Ordinal) ? 2.5 : text.Contains("fair", StringComparison.Ordinal) ? 1 : -0.5] });
        using var line = new CommandLine();
        var path = line["my.study"];
        line.Write("votes.csv", "prompt,response_a,response_b,winner\nWhy?,a good one,a fair one,a\nWhy?,a fair one,a bad one,a\nWhy?,a bad one,a good one,a\nWhy?,a bad one,a sad one,a\n");
        (await CommandLine.Run("import", line["votes.csv"], "-s", path)).Succeeded();
        string[] judge = ["judge", "-s", path, "--score", "reward", "--model", "rm", "--base-url", server.Url];
        (await CommandLine.Json([.. judge, "--estimate"])).GetProperty("requests").GetInt32().ShouldBe(4);
        var document = await CommandLine.Json(judge);
        (document.GetProperty("pairs").GetInt32(), document.GetProperty("ties").GetInt32()).ShouldBe((4, 1));
        document.GetProperty("kind").GetString().ShouldBe("scores of single responses: reward model, the difference of two scores as log-odds (Bradley–Terry)");
        var study = new OtherWaysStudy(path);
        study.Verdicts("rm").ShouldBe("AABT");
        study.Margins("rm").Select(margin => Math.Round(margin!.Value, 9)).ShouldBe([1.5, 1.5, -3, 0]);
        study.Count("SELECT COUNT(*) FROM asked WHERE rationale LIKE 'scores %'").ShouldBe(4);
        server.Tally.Paths["/pooling"].ShouldBe(4, "four responses, eight places");
        (await CommandLine.Json(judge)).GetProperty("judged").GetInt32().ShouldBe(0);
        server.Tally.Paths["/pooling"].ShouldBe(4);
    }

    [Fact]
    public async Task A_model_that_gives_a_vector_is_no_reward_model()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Score = _ => [0.1, 0.2, 0.3] });
        using var line = new CommandLine();
        (await CommandLine.Run("import", line.Votes("votes.csv", 4), "-s", line["my.study"])).Succeeded();
        var outcome = await CommandLine.Run("judge", "-s", line["my.study"], "--score", "reward", "--model", "rm", "--base-url", server.Url);
        (outcome.Out + outcome.Error).ShouldContain("3 numbers or lists");
        new OtherWaysStudy(line["my.study"]).Count("SELECT COUNT(*) FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = 'rm'").ShouldBe(0);
    }

    [Fact]
    public async Task A_chats_numbers_decide_without_a_margin()
    {
        await using var study = await PlantedStudy.StartAsync(10);
        study.Server.Options = study.Server.Options with { Answer = request => IsScore(request) ? $$"""{"score": {{request.Text.Length % 11}}}""" : null };
        var document = (await study.Ask("judge", "--score", "chat", "--name", "numbers", "--json")).Json();
        document.GetProperty("pairs").GetInt32().ShouldBe(10);
        document.GetProperty("kind").GetString()!.ShouldContain("no log-odds");
        var judged = new OtherWaysStudy(study.Path);
        judged.Count("SELECT COUNT(*) FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = 'numbers' AND margin IS NULL").ShouldBe(10);
        foreach (var (said, scores) in judged.Query("SELECT said, rationale FROM asked", row => ((long)row[0], (string)row[1])))
        {
            var (first, second) = scores["scores ".Length..].Split(" and ") is [var one, var other] ? (int.Parse(one), int.Parse(other)) : throw new InvalidOperationException(scores);
            said.ShouldBe(Math.Sign(first - second));
        }
        study.Server.Options = study.Server.Options with { Answer = request => IsScore(request) ? """{"score": 11}""" : null };
        var failed = (await study.Ask("judge", "--score", "chat", "--max-tokens", "99", "--name", "eleven", "--json")).Json();
        (failed.GetProperty("pairs").GetInt32(), failed.GetProperty("failures").GetProperty("value not allowed").GetInt32()).ShouldBe((0, 10));
    }

    private static bool IsScore(ScriptedRequest request) => request.Schema is { } schema && schema.GetProperty("properties").TryGetProperty("score", out _);
}
