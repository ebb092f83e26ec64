using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Asking;

/// <summary>Several versions of one annotator in one study, and limits of single runs.</summary>
public sealed class VersionTests : IDisposable
{
    private const int Pairs = 12;
    private readonly CommandLine line = new();

    [Fact]
    public async Task A_trial_with_other_settings_hides_nothing_and_both_versions_can_be_named()
    {
        var study = await line.Simulated("my.study", Pairs);
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        (await Annotate(server, study)).Succeeded();
        var whole = await Status(study);
        (await Annotate(server, study, "--max-tokens", "999", "--sample", "2")).Succeeded();
        var trial = await Status(study);
        trial.Done.ShouldBe(2);

        var shown = (await CommandLine.Run("annotate", "-s", study, "--status")).Succeeded();
        shown.Error.ShouldContain($"meant is llm:scripted:pair@{trial.Version} (2 pairs)");
        shown.Error.ShouldContain($"llm:scripted:pair@{whole.Version} ({Pairs} pairs)");
        (await Status(study, $"llm:scripted:pair@{whole.Version}")).ShouldBe(whole);
        (await Status(study, $"llm:scripted:pair@{trial.Version}")).ShouldBe(trial);
        var compared = (await CommandLine.Json("agreement", "-s", study, "--annotators", $"llm:scripted:pair@{whole.Version},llm:scripted:pair@{trial.Version}")).GetProperty("annotators");
        compared.EnumerateArray().Select(name => name.GetString()).ShouldBe([$"llm:scripted:pair@{whole.Version}", $"llm:scripted:pair@{trial.Version}"]);
        (await CommandLine.Run("annotate", "-s", study, "--status", "--annotator", "llm:scripted:pair@nothing")).Refusal().ShouldContain($"llm:scripted:pair@{whole.Version}");
    }

    [Fact]
    public async Task A_limit_is_of_one_run_and_the_rules_of_resolving_are_told()
    {
        var study = await line.Simulated("my.study", Pairs);
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        (await Annotate(server, study)).Succeeded();
        var stopped = await Annotate(server, study, "--max-tokens", "999", "--max-requests", "3");
        (stopped.Code, stopped.Error.Contains("its limit counts anew", StringComparison.Ordinal)).ShouldBe((ExitCode.ConditionNotMet, true));
        var before = server.Tally.Requests;
        (await Annotate(server, study, "--max-tokens", "999", "--max-requests", "3")).Code.ShouldBe(ExitCode.ConditionNotMet);
        (server.Tally.Requests - before).ShouldBe(3);
        (await CommandLine.Run("annotate", "-s", study, "--resolve", "paper,lowest-item")).Succeeded();
        (await CommandLine.Run("annotate", "-s", study, "--status")).Out.ShouldContain("off-scale-lowest,lowest-item");
        (await CommandLine.Run("annotate", "-s", study, "--resolve", "default")).Succeeded();
        (await CommandLine.Run("annotate", "-s", study, "--status")).Out.ShouldNotContain("off-scale-lowest");
    }

    public void Dispose() => line.Dispose();

    private static Task<Outcome> Annotate(ScriptedServer server, string study, params string[] more) =>
        CommandLine.Run(["annotate", "-s", study, "--annotator", "llm", "--model", "scripted", "--base-url", server.Url, "--steps", "query-free", .. more]);

    private static async Task<(int Done, string Version)> Status(string study, string annotator = "llm")
    {
        var status = await CommandLine.Json("annotate", "-s", study, "--status", "--annotator", annotator);
        return (status.GetProperty("done").GetInt32(), status.GetProperty("annotatorVersion").GetString()!);
    }
}
