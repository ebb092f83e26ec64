using System.Text;
using Microsoft.Data.Sqlite;
using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Asking;

/// <summary>Processes that ask: two at once, one that is interrupted, and one that has a key to keep.</summary>
public sealed class AskingProcessTests
{
    private const string Secret = "sk-t0psecret-0123456789abcdef-zyxwvu";

    [Fact]
    public async Task Two_processes_at_one_study_send_no_request_twice()
    {
        Fault[] quick = [.. Enum.GetValues<Fault>().Where(fault => fault is not (Fault.Hang or Fault.Huge))];
        await using var study = await PlantedStudy.StartAsync(60, new ScriptedOptions { FaultShare = 0.1, Seed = 5, RetryAfter = 0, Faults = quick, Latency = TimeSpan.FromSeconds(1) });
        var processes = new[] { 1, 2 }.Select(_ => study.Start("annotate", "--annotator", "llm", "--json")).ToList();
        // Slow until both are at work, so that neither can be done before the other begins.
        while (Askers(study) < 2 && processes.TrueForAll(process => !process.HasExited)) await Task.Delay(50);
        study.Server.Options = study.Server.Options with { Latency = TimeSpan.FromMilliseconds(20) };
        var outcomes = await Task.WhenAll(processes.Select(CommandLine.End));
        foreach (var outcome in outcomes) outcome.Json().GetProperty("end").GetString().ShouldBe("complete", outcome.Error);
        (await study.Status()).GetProperty("missing").GetInt32().ShouldBe(0);
        study.Server.Tally.AnsweredAgain.ShouldBe(0);
        study.SentAgainAfterStored().ShouldBeEmpty();
        study.Compare().Mismatches.ShouldBeEmpty();
        outcomes.Sum(outcome => outcome.Json().GetProperty("pairs").GetInt32()).ShouldBeGreaterThanOrEqualTo(60);
    }

    [Theory]
    [InlineData("annotate", "--annotator", "llm")]
    [InlineData("reference")]
    public async Task Control_C_finishes_what_is_under_way_and_says_how_to_go_on(string verb, params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        await using var study = await PlantedStudy.StartAsync(80, new ScriptedOptions { Latency = TimeSpan.FromMilliseconds(300), MostAnswered = 24 });
        var process = study.Start(verb, args);
        while (study.Server.Tally.Answered < 12 && !process.HasExited) await Task.Delay(10);
        process.HasExited.ShouldBeFalse();
        await CommandLine.Signal(process);
        // What is under way ends only when the signal has come, however busy the machine is.
        await Task.Delay(500);
        study.Server.Options = study.Server.Options with { MostAnswered = null };
        var outcome = await CommandLine.End(process);
        outcome.Code.ShouldBe(130, outcome.Error);
        outcome.Error.ShouldContain("What was under way is finished and kept; the same command goes on from here.");
        outcome.Error.ShouldNotContain("   at ");
        var asked = study.Server.Tally.Requests;
        asked.ShouldBe(study.Server.Tally.Answered, "what was under way was waited for");
        study.Server.Options = study.Server.Options with { Latency = TimeSpan.Zero };
        (await study.Ask(verb, [.. args, "--json"])).Json().GetProperty("missing").GetInt32().ShouldBe(0);
        study.Server.Tally.Requests.ShouldBeGreaterThan(asked, "it was interrupted before its end");
        (study.Server.Tally.AnsweredAgain, study.Server.Tally.Answered).ShouldBe((0, study.Server.Tally.Requests));
    }

    [Fact]
    public async Task A_key_is_sent_and_stands_nowhere_else()
    {
        await using var study = await PlantedStudy.StartAsync(11, new ScriptedOptions { Key = Secret }, "api-key-env: SCRIPTED_KEY");
        var environment = new Dictionary<string, string?> { ["SCRIPTED_KEY"] = Secret };
        string[] annotate = ["annotate", "-s", study.Path, "--model", PlantedStudy.Model, "--annotator", "llm"];
        var missing = await CommandLine.End(study.Line.Start(annotate));
        (missing.Code, missing.Error.Contains("SCRIPTED_KEY", StringComparison.Ordinal)).ShouldBe((2, true), missing.Error);
        var done = await CommandLine.End(study.Line.Start(environment, [.. annotate, "--json"]));
        done.Json().GetProperty("missing").GetInt32().ShouldBe(0);
        var checkedOut = await CommandLine.End(study.Line.Start(environment, "models", "check", PlantedStudy.Model));
        checkedOut.Succeeded().Out.ShouldContain("SCRIPTED_KEY");
        // The server repeats the key that it refuses.
        study.Server.Options = study.Server.Options with { Key = "another" };
        var refused = await CommandLine.End(study.Line.Start(environment, [.. annotate, "--mode", "single", "--debug"]));
        refused.Code.ShouldBe(1, refused.Error);
        foreach (var outcome in new[] { done, checkedOut, refused }) (outcome.Out + outcome.Error).ShouldNotContain(Secret[3..15]);
        foreach (var file in Directory.EnumerateFiles(study.Line.Folder, "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret[3..15])).ShouldBe(-1, file);
        }
    }

    [Fact]
    public async Task A_key_in_the_settings_is_refused_and_not_repeated()
    {
        await using var study = await PlantedStudy.StartAsync(11, null, $"api-key: {Secret}");
        var refused = await study.InProcess("annotate", "--annotator", "llm");
        refused.Refusal().ShouldContain("line 5");
        refused.Error.ShouldNotContain(Secret[3..15]);
    }

    private static long Askers(PlantedStudy study)
    {
        using var connection = new SqliteConnection($"Data Source={study.Path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM asker";
        return (long)command.ExecuteScalar()!;
    }
}
