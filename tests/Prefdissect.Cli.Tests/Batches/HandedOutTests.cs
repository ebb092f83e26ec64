using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Batches;

/// <summary>Requests that a batch file holds are not asked elsewhere until their result is there.</summary>
public sealed class HandedOutTests : IDisposable
{
    private const int Pairs = 6;
    private readonly CommandLine line = new();

    [Fact]
    public async Task What_a_batch_file_holds_is_neither_written_nor_sent_again_until_released()
    {
        var study = await line.Simulated("my.study", Pairs);
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        (await Annotate(server, study, "--batch-out", line["one.jsonl"])).Succeeded().Error.ShouldContain($"Wrote {Pairs} requests");

        var again = (await Annotate(server, study, "--batch-out", line["two.jsonl"])).Succeeded().Error;
        again.ShouldContain($"{Pairs} requests are in batch files without a result");
        again.ShouldContain("one.jsonl");
        File.Exists(line["two.jsonl"]).ShouldBeFalse();

        var online = (await Annotate(server, study)).Succeeded().Error;
        online.ShouldContain("because a batch file has them");
        var probes = server.Tally.Requests;
        (await CommandLine.Json("annotate", "-s", study, "--status")).GetProperty("done").GetInt32().ShouldBe(0);
        (await Annotate(server, study)).Succeeded();
        server.Tally.Requests.ShouldBe(probes);

        Provider.OpenAi(line["one.jsonl"], line["results"], line["errors"], i => i == 0 ? "batch_expired" : "");
        (await Annotate(server, study, "--batch-in", line["results"])).Succeeded().Error.ShouldContain($"{Pairs - 1} answers taken");
        (await Annotate(server, study, "--batch-in", line["errors"])).Succeeded();
        (await Annotate(server, study, "--batch-out", line["three.jsonl"])).Succeeded().Error.ShouldNotContain("without a result");
    }

    [Fact]
    public async Task Released_requests_are_sent()
    {
        var study = await line.Simulated("my.study", Pairs);
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        (await Annotate(server, study, "--batch-out", line["one.jsonl"])).Succeeded();
        (await Annotate(server, study, "--batch-release")).Succeeded().Error.ShouldContain($"{Pairs} requests in batch files may be asked again");
        (await CommandLine.Json("annotate", "-s", study, "--status")).GetProperty("done").GetInt32().ShouldBe(Pairs);
    }

    public void Dispose() => line.Dispose();

    private static Task<Outcome> Annotate(ScriptedServer server, string study, params string[] more) =>
        CommandLine.Run(["annotate", "-s", study, "--annotator", "llm", "--model", "scripted", "--base-url", server.Url, "--steps", "query-free", .. more]);
}
