using System.Text.RegularExpressions;
using Prefdissect.Cli.Tests.Asking;
using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Judging;

/// <summary><c>judge --reasons</c>: verdicts with reasons.</summary>
public sealed partial class PromptedTests
{
    private const int Pairs = 12;

    [Fact]
    public async Task Both_orders_are_asked_once_and_reasons_are_kept()
    {
        await using var study = await Started(Longer);
        var document = (await study.Ask("judge", "--reasons", "--name", "longer", "--json")).Json();
        (document.GetProperty("pairs").GetInt32(), document.GetProperty("kind").GetString(), document.GetProperty("bothOrders").GetBoolean(), document.GetProperty("ties").GetInt32())
            .ShouldBe((Pairs, "verdict with reasons", true, 0));
        var judged = new OtherWaysStudy(study.Path);
        judged.Count("SELECT COUNT(*) FROM asked WHERE state = 1 AND rationale LIKE 'Because %' AND prompt_tokens > 0 AND answer IS NOT NULL").ShouldBe(2 * Pairs);
        judged.Count("SELECT COUNT(*) FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = 'longer' AND margin IS NULL").ShouldBe(Pairs);
        judged.Count(
            """
            SELECT COUNT(*) FROM vote JOIN judge ON judge.id = judge_id JOIN pair ON pair.id = pair_id JOIN response one ON one.id = first_id JOIN response other ON other.id = second_id
            WHERE judge.name = 'longer' AND verdict = CASE WHEN LENGTH(one.text) > LENGTH(other.text) THEN 1 ELSE -1 END
            """).ShouldBe(Pairs);
        var requests = study.Server.Tally.Requests;
        (await study.Ask("judge", "--reasons", "--name", "longer", "--json")).Json().GetProperty("judged").GetInt32().ShouldBe(0);
        study.Server.Tally.Requests.ShouldBe(requests, "nothing is asked again");
    }

    [Fact]
    public async Task A_judge_that_always_says_A_prefers_nothing()
    {
        await using var study = await Started((_, _) => "A");
        (await study.Ask("judge", "--reasons", "--json")).Json().GetProperty("ties").GetInt32().ShouldBe(Pairs);
        (await study.Ask("judge", "--reasons", "--orders", "one", "--name", "first-order")).Succeeded().Out.ShouldContain("one order only");
        var judged = new OtherWaysStudy(study.Path);
        judged.Count("SELECT COUNT(*) FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = 'first-order' AND verdict = 1").ShouldBe(Pairs);
        judged.Count("SELECT COUNT(*) FROM asked JOIN judge ON judge.id = judge_id WHERE judge.name = 'first-order'").ShouldBe(Pairs);
    }

    [Fact]
    public async Task A_tie_is_an_answer_only_where_it_is_offered()
    {
        await using var study = await Started((_, _) => "tie");
        var refused = (await study.Ask("judge", "--reasons", "--name", "strict", "--json")).Succeeded();
        refused.Json().GetProperty("failures").GetProperty("value not allowed").GetInt32().ShouldBe(Pairs);
        refused.Error.ShouldContain("--retry-failed");
        var offered = (await study.Ask("judge", "--ties", "--name", "lenient", "--json")).Json();
        (offered.GetProperty("pairs").GetInt32(), offered.GetProperty("ties").GetInt32()).ShouldBe((Pairs, Pairs));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_used_is_mended_once_and_asked_again_on_request()
    {
        var mends = true;
        await using var study = await Started(Longer);
        study.Server.Options = study.Server.Options with
        {
            Answer = request => !IsVerdict(request) ? null : mends && request.Text.Contains("cannot be used", StringComparison.Ordinal) ? Verdict(request, Longer) : "I would say it depends.",
        };
        (await study.Ask("judge", "--reasons", "--name", "mended", "--json")).Json().GetProperty("pairs").GetInt32().ShouldBe(Pairs);
        mends = false;
        // Other settings, so that the stored answers are not found.
        string[] never = ["--reasons", "--max-tokens", "77", "--name", "never", "--json"];
        var failed = (await study.Ask("judge", never)).Json();
        (failed.GetProperty("pairs").GetInt32(), failed.GetProperty("failures").GetProperty("no JSON in the answer").GetInt32()).ShouldBe((0, Pairs));
        var requests = study.Server.Tally.Requests;
        (await study.Ask("judge", never)).Succeeded();
        study.Server.Tally.Requests.ShouldBe(requests);
        study.Server.Options = study.Server.Options with { Answer = request => IsVerdict(request) ? Verdict(request, Longer) : null };
        (await study.Ask("judge", [.. never, "--retry-failed"])).Json().GetProperty("pairs").GetInt32().ShouldBe(Pairs);
        study.Server.Tally.Requests.ShouldBe(requests + (2 * Pairs));
    }

    [Fact]
    public async Task A_rubric_is_shown_and_another_one_is_another_way_of_asking()
    {
        await using var study = await Started(Longer);
        study.Line.Write("rubric.txt", "Prefer whatever rhymes.\n");
        (await study.Ask("judge", "--rubric", study.Line["rubric.txt"], "--name", "poet")).Succeeded();
        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();
        study.Server.Options = study.Server.Options with
        {
            Answer = request =>
            {
                if (IsVerdict(request)) seen.Add(request.Text);
                return IsVerdict(request) ? Verdict(request, Shorter) : null;
            },
        };
        study.Line.Write("rubric.txt", "Prefer whatever is brief.\n");
        var outcome = await study.Ask("judge", "--rubric", study.Line["rubric.txt"], "--name", "poet", "--json");
        var anew = outcome.Json();
        (anew.GetProperty("judged").GetInt32(), anew.GetProperty("pairs").GetInt32()).ShouldBe((Pairs, Pairs));
        outcome.Error.ShouldContain("asked otherwise before (rubric: ");
        seen.Count.ShouldBe(2 * Pairs);
        seen.ShouldAllBe(text => text.Contains("Judge the responses by this:\n\nPrefer whatever is brief.\n", StringComparison.Ordinal));
        new OtherWaysStudy(study.Path).Count("SELECT COUNT(*) FROM asked").ShouldBe(2 * Pairs, "the earlier readings are put aside");
        study.Line.Write("empty.txt", " \n");
        (await study.Ask("judge", "--rubric", study.Line["empty.txt"])).Refusal().ShouldContain("empty.txt");
        (await study.Ask("judge", "--rubric", study.Line["none.txt"])).Refusal().ShouldContain("none.txt");
    }

    [Fact]
    public async Task Limits_estimates_and_resuming_are_those_of_all_asking()
    {
        await using var study = await Started(Longer);
        (await study.Ask("judge", "--reasons", "--estimate", "--json")).Json().GetProperty("requests").GetInt32().ShouldBe(2 * Pairs);
        (await study.Ask("judge", "--reasons", "--offline", "--json")).Json().GetProperty("end").GetString().ShouldBe("not stored");
        study.Server.Tally.Requests.ShouldBe(0);
        var limited = await study.Ask("judge", "--reasons", "--max-requests", "9", "--json");
        limited.Code.ShouldBe(3, limited.Error);
        (await study.Ask("judge", "--reasons", "--sample", "10", "--json")).Json().GetProperty("pairs").GetInt32().ShouldBeGreaterThanOrEqualTo(10);
        (await study.Ask("judge", "--reasons", "--json")).Json().GetProperty("pairs").GetInt32().ShouldBe(Pairs);
        study.Server.Tally.AnsweredAgain.ShouldBe(0);
        (await study.Ask("judge", "--reasons", "--name", "other", "--estimate", "--json")).Json().GetProperty("requests").GetInt32().ShouldBe(0, "another judge of the same questions");
    }

    [Fact]
    public async Task A_process_that_is_killed_goes_on_where_it_was()
    {
        await using var study = await Started(Longer);
        study.Server.Options = study.Server.Options with { Latency = TimeSpan.FromMilliseconds(100) };
        var process = study.Start("judge", "--reasons", "--name", "killed");
        for (var i = 0; i < 600 && study.Server.Tally.Requests < 6 && !process.HasExited; i++) await Task.Delay(50);
        await CommandLine.Kill(process);
        (await study.InProcess("judge", "--reasons", "--name", "killed", "--json")).Json().GetProperty("pairs").GetInt32().ShouldBe(Pairs);
        study.SentAgainAfterStored().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_leaves_the_study_as_it_was()
    {
        await using var study = await Started(Longer);
        var outcome = await CommandLine.Run("judge", "-s", study.Path, "--reasons", "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--name", "x");
        (outcome.Code, outcome.Error.Contains("   at ", StringComparison.Ordinal)).ShouldBe((1, false));
        new OtherWaysStudy(study.Path).Count("SELECT COUNT(*) FROM judge WHERE name = 'x'").ShouldBe(0);
    }

    private static async Task<PlantedStudy> Started(Func<string, string, string> verdict)
    {
        var study = await PlantedStudy.StartAsync(Pairs);
        study.Server.Options = study.Server.Options with { Answer = request => IsVerdict(request) ? Verdict(request, verdict) : null };
        return study;
    }

    private static string Longer(string a, string b) => a.Length > b.Length ? "A" : "B";

    private static string Shorter(string a, string b) => a.Length > b.Length ? "B" : "A";

    private static bool IsVerdict(ScriptedRequest request) => request.Schema is { } schema && schema.GetProperty("properties").TryGetProperty("verdict", out _);

    private static string Verdict(ScriptedRequest request, Func<string, string, string> verdict)
    {
        var shown = Fenced().Matches(request.Text);
        return $$"""{"reasons": "Because of its length.", "verdict": "{{verdict(shown[0].Groups[2].Value, shown[1].Groups[2].Value)}}"}""";
    }

    [GeneratedRegex(@"\[[0-9a-f]{16} BEGIN (RESPONSE [AB])\]\n(.*?)\n\[[0-9a-f]{16} END \1\]", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
