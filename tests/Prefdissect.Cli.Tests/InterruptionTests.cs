using System.Diagnostics;
using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests;

/// <summary>Ctrl-C while a model is asked: what is under way is paid.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly CommandLine line = new();
    private readonly ManualResetEventSlim gate = new();

    [Fact]
    public async Task Control_C_says_at_once_how_to_go_on_finishes_what_is_under_way_and_begins_nothing_new()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = WhenOpen });
        var process = await AtWork(server);
        await CommandLine.Signal(process);
        (await LineWith(process, "Nothing new is sent.")).ShouldContain("the same command goes on from here");
        process.HasExited.ShouldBeFalse("the server has not answered yet");
        var asked = server.Tally.Requests;
        gate.Set();
        var outcome = await CommandLine.End(process);
        outcome.Code.ShouldBe(130, outcome.Error);
        outcome.Error.ShouldContain("Cancelled");
        server.Tally.Requests.ShouldBe(asked);
        server.Tally.Answered.ShouldBe(asked);

        (await CommandLine.End(Annotate())).Succeeded();
        server.Tally.AnsweredAgain.ShouldBe(0);
        server.Tally.Answered.ShouldBeGreaterThan(asked);
    }

    [Fact]
    public async Task Control_C_a_second_time_ends_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send to another process.");
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = WhenOpen });
        var process = await AtWork(server);
        await CommandLine.Signal(process);
        await LineWith(process, "Ctrl-C again");
        await CommandLine.Signal(process);
        (await CommandLine.End(process)).Code.ShouldBe(130);
        server.Tally.Open.ShouldBeGreaterThan(0, "it was ended in the middle");
        gate.Set();
    }

    public void Dispose()
    {
        gate.Set();
        line.Dispose();
    }

    private string? WhenOpen(ScriptedRequest request)
    {
        // What is asked to find out what the server can do is answered.
        if (!request.Text.Contains("colour of the sky", StringComparison.Ordinal)) gate.Wait();
        return null;
    }

    private async Task<Process> AtWork(ScriptedServer server)
    {
        line.Write("prefdissect.yaml", $"models:\n  slow:\n    base-url: {server.Url}\n    limits: {{ concurrency: 2 }}\n");
        (await CommandLine.Run("import", line.Votes("votes.csv", 12), "-s", line["my.study"])).Succeeded();
        var process = Annotate();
        while (server.Tally.Open < 2 && !process.HasExited) await Task.Delay(20);
        process.HasExited.ShouldBeFalse();
        return process;
    }

    private Process Annotate() => line.Start("annotate", "-s", "my.study", "--annotator", "llm", "--model", "slow", "--steps", "query-free");

    private static async Task<string> LineWith(Process process, string words)
    {
        while (await process.StandardError.ReadLineAsync() is { } read)
        {
            if (read.Contains(words, StringComparison.Ordinal)) return read;
        }
        throw new ShouldAssertException($"It ended without '{words}'.");
    }
}
