using System.Diagnostics;
using System.Globalization;

namespace Prefdissect.Cli.Tests;

/// <summary>A model's file: the server that is started for it, and that nothing leaves behind. The server is a shell script that never gets ready.</summary>
public sealed class OwnServerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CommandLine line = new();

    [Fact]
    public async Task Killed_the_program_takes_its_server_with_it()
    {
        var process = await Loading();
        var server = ServerProcess();
        await CommandLine.Kill(process);
        await ShouldEnd(server);
    }

    [Fact]
    public async Task After_Control_C_while_the_model_loads_no_server_is_left_and_the_study_is_as_it_was()
    {
        var before = (await CommandLine.Json("doctor", line["my.study"])).GetRawText();
        File.Exists(line["my.study"]).ShouldBeTrue();
        var process = await Loading();
        var server = ServerProcess();
        (await CommandLine.Interrupt(process)).Code.ShouldBe(130);
        await ShouldEnd(server);
        (await CommandLine.Json("doctor", line["my.study"])).GetRawText().ShouldBe(before);
    }

    [Theory]
    [InlineData("there is no such file", "--gguf", "no-such.gguf")]
    [InlineData("name two models", "--gguf", "model.gguf", "--model", "gpt-4o")]
    [InlineData("add --gguf FILE", "--model", "gpt-4o", "--parallel", "2")]
    [InlineData("there is no such file. Name the program", "--gguf", "model.gguf", "--llama-server", "nowhere")]
    [InlineData("expected 128 to", "--gguf", "model.gguf", "--context", "12")]
    public async Task What_cannot_be_started_is_bad_usage(string said, params string[] args)
    {
        Prepare();
        var outcome = await CommandLine.End(Annotate(args));
        outcome.Code.ShouldBe(2);
        outcome.Error.ShouldContain(said);
        File.Exists(line["started"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Offline_no_server_is_started()
    {
        Prepare();
        (await CommandLine.End(Annotate("--gguf", "model.gguf", "--llama-server", "./llama-server", "--offline"))).Code.ShouldBe(0);
        File.Exists(line["started"]).ShouldBeFalse();
    }

    public OwnServerTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for a Unix shell.");
        CommandLine.Run("import", line.Votes("votes.csv", 12), "-s", line["my.study"]).GetAwaiter().GetResult().Succeeded();
    }

    public void Dispose() => line.Dispose();

    private void Prepare()
    {
        line.Write("model.gguf", "GGUF and nothing else");
        var script = line.Write("llama-server", $"#!/bin/sh\necho $$ > '{line["started"]}.new'\nmv '{line["started"]}.new' '{line["started"]}'\nwhile :; do sleep 0.05; done\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<Process> Loading()
    {
        Prepare();
        var process = Annotate("--gguf", "model.gguf", "--llama-server", "./llama-server");
        for (var began = Stopwatch.StartNew(); !File.Exists(line["started"]); await Task.Delay(20)) began.Elapsed.ShouldBeLessThan(Patience);
        return process;
    }

    private int ServerProcess() => int.Parse(File.ReadAllText(line["started"]), CultureInfo.InvariantCulture);

    private Process Annotate(params string[] args) => line.Start(["annotate", "-s", "my.study", "--annotator", "llm", "--steps", "query-free", .. args]);

    private static async Task ShouldEnd(int server)
    {
        for (var began = Stopwatch.StartNew(); Runs(server); await Task.Delay(20)) began.Elapsed.ShouldBeLessThan(Patience);
    }

    private static bool Runs(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
