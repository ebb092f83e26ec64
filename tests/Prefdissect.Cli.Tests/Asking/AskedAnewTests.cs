using System.Collections.Concurrent;
using Prefdissect.Scripted;
using Prefdissect.Studies;

namespace Prefdissect.Cli.Tests.Asking;

/// <summary>What is asked anew when settings, texts, properties or definitions change, and what is not.</summary>
public sealed class AskedAnewTests : IDisposable
{
    private const int Pairs = 12;
    private readonly CommandLine line = new();

    [Fact]
    public async Task Changed_settings_begin_anew_after_a_word_and_going_back_costs_nothing()
    {
        var study = await line.Simulated("my.study", Pairs);
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        var first = await Asked(server, study, []);
        first.Sent.ShouldBeGreaterThan(Pairs);
        (await Asked(server, study, [])).Sent.ShouldBe(0);

        var estimate = await CommandLine.Json([.. Annotate(server, study), "--max-tokens", "999", "--estimate"]);
        estimate.GetProperty("requests").GetInt32().ShouldBeGreaterThan(Pairs);
        estimate.GetProperty("askedAnew")[0].GetString()!.ShouldContain("max-tokens: 2048, now 999");
        (await CommandLine.Run([.. Annotate(server, study), "--max-tokens", "999", "--estimate"])).Succeeded().Out.ShouldContain("max-tokens: 2048, now 999");

        var offline = await Asked(server, study, ["--max-tokens", "999", "--offline", "--steps", "query-free"]);
        offline.Sent.ShouldBe(0);
        offline.Outcome.Error.ShouldContain("no stored answer");
        (await Done(study)).ShouldBe(first.Done);

        var changed = await Asked(server, study, ["--max-tokens", "999"]);
        changed.Outcome.Error.ShouldContain("max-tokens: 2048, now 999");
        changed.Sent.ShouldBeGreaterThan(2 * Pairs);
        changed.Done.ShouldBe(first.Done);
        var same = await Asked(server, study, ["--max-tokens", "999"]);
        (same.Sent, same.Outcome.Error.Contains("begun anew", StringComparison.Ordinal)).ShouldBe((0, false));

        var versions = (await Version(study), (await Asked(server, study, [])).Sent, await Version(study));
        versions.Item1.ShouldNotBe(versions.Item3);
        versions.Sent.ShouldBe(0);
        (await CommandLine.Run("annotate", "-s", study, "--resolve", "default")).Succeeded().Error.ShouldContain("steps resolved again");
    }

    [Fact]
    public async Task Changed_texts_of_one_step_send_that_step_alone()
    {
        var study = await line.Simulated("my.study", Pairs);
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        await Asked(server, study, []);
        Directory.CreateDirectory(line["texts"]);
        await File.WriteAllTextAsync(line["texts/query-aware.pair.txt"], "{prompt} {response_1} {response_2} Rate: {characteristics} {output_format_str}", TestContext.Current.CancellationToken);
        var changed = await Asked(server, study, ["--prompts", line["texts"]]);
        changed.Sent.ShouldBe(Pairs);
        changed.Outcome.Error.ShouldContain("texts of the questions");
    }

    [Fact]
    public async Task A_new_property_is_asked_alone_and_the_others_keep_their_ratings()
    {
        var study = await line.Simulated("my.study", Pairs);
        var schemas = new ConcurrentQueue<string>();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = request => Noted(schemas, request) });
        var own = Own("first definition");
        (await Asked(server, study, ["--steps", "query-free"])).Sent.ShouldBe(Pairs + Probes(server));
        var before = Ratings(study, "clear");
        schemas.Clear();
        (await CommandLine.Json([.. Annotate(server, study), "--steps", "query-free", "--property-file", own, "--estimate"])).GetProperty("requests").GetInt32().ShouldBe(Pairs);
        (await Asked(server, study, ["--steps", "query-free", "--property-file", own])).Sent.ShouldBe(Pairs);
        schemas.ShouldAllBe(fields => fields == "cites a source");
        Ratings(study, "clear").ShouldBe(before);
        Ratings(study, "cites source").Distinct().ShouldNotBe([(double?)null]);
        (await Asked(server, study, ["--steps", "query-free", "--property-file", own])).Sent.ShouldBe(0);
        (await Asked(server, study, ["--steps", "query-free"])).Sent.ShouldBe(0);
        var cited = Ratings(study, "cites source");
        (await CommandLine.Run("annotate", "-s", study, "--resolve", "default")).Succeeded().Error.ShouldContain($"{2 * Pairs} steps resolved again");
        Ratings(study, "clear").ShouldBe(before);
        Ratings(study, "cites source").ShouldBe(cited);
    }

    [Fact]
    public async Task Fewer_properties_first_and_all_of_them_later_ask_the_rest_alone()
    {
        var study = await line.Simulated("my.study", Pairs);
        var schemas = new ConcurrentQueue<string>();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = request => Noted(schemas, request) });
        await Asked(server, study, ["--steps", "query-free", "--properties", "clear,polite"]);
        schemas.Clear();
        (await Asked(server, study, ["--steps", "query-free"])).Sent.ShouldBe(Pairs);
        schemas.Distinct().ShouldHaveSingleItem().Split('|').Length.ShouldBe(16);
    }

    [Fact]
    public async Task A_changed_definition_asks_its_property_alone_and_going_back_costs_nothing()
    {
        var study = await line.Simulated("my.study", Pairs);
        var schemas = new ConcurrentQueue<string>();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = request => Noted(schemas, request) });
        string[] query = ["--steps", "query-free", "--property-file"];
        await Asked(server, study, [.. query, Own("first definition")]);
        var (clear, cited) = (Ratings(study, "clear"), Ratings(study, "cites source"));
        schemas.Clear();
        var estimate = await CommandLine.Json([.. Annotate(server, study), .. query, Own("second definition"), "--estimate"]);
        (estimate.GetProperty("requests").GetInt32(), estimate.GetProperty("askedAnew")[0].GetString()!.Contains("'cites source'", StringComparison.Ordinal)).ShouldBe((Pairs, true));
        Ratings(study, "cites source").ShouldBe(cited);
        var stopped = await Asked(server, study, [.. query, Own("second definition"), "--max-requests", "3"], 3);
        stopped.Outcome.Error.ShouldContain("'cites source'");
        Ratings(study, "cites source").Count(rating => rating is not null).ShouldBe(2 * 3);
        (await Asked(server, study, [.. query, Own("second definition")])).Sent.ShouldBe(Pairs - 3);
        schemas.ShouldAllBe(fields => fields == "cites a source");
        Ratings(study, "clear").ShouldBe(clear);
        Ratings(study, "cites source").ShouldNotContain((double?)null);
        (await Asked(server, study, [.. query, Own("second definition")])).Sent.ShouldBe(0);
        (await Asked(server, study, [.. query, Own("first definition")])).Sent.ShouldBe(0);
        Ratings(study, "clear").ShouldBe(clear);
        Ratings(study, "cites source").ShouldBe(cited);
        (await Asked(server, study, [.. query, Own("second definition")])).Sent.ShouldBe(0);
    }

    public void Dispose() => line.Dispose();

    private static string[] Annotate(ScriptedServer server, string study) => ["annotate", "-s", study, "--annotator", "llm", "--model", "scripted", "--base-url", server.Url];

    private static async Task<(Outcome Outcome, int Sent, int Done)> Asked(ScriptedServer server, string study, string[] more, int code = 0)
    {
        var before = server.Tally.Requests;
        var outcome = await CommandLine.Run([.. Annotate(server, study), .. more]);
        outcome.Code.ShouldBe(code, outcome.Error);
        return (outcome, server.Tally.Requests - before, await Done(study));
    }

    private static async Task<int> Done(string study) => (await CommandLine.Json("annotate", "-s", study, "--status")).GetProperty("done").GetInt32();

    private static async Task<string> Version(string study) => (await CommandLine.Json("annotate", "-s", study, "--status")).GetProperty("annotatorVersion").GetString()!;

    /// <summary>What was sent to find out whether the server follows a schema.</summary>
    private static int Probes(ScriptedServer server) => server.Tally.Requests - Pairs;

    private static string? Noted(ConcurrentQueue<string> schemas, ScriptedRequest request)
    {
        if (request.Schema is { } schema && schema.TryGetProperty("properties", out var fields)) schemas.Enqueue(string.Join('|', fields.EnumerateObject().Select(field => field.Name)));
        return null;
    }

    private string Own(string definition) => line.Write($"{definition}.yaml", $"properties:\n  - name: cites a source\n    shortName: cites source\n    definition: The response shows the {definition} of a source.\n");

    private static List<double?> Ratings(string path, string property)
    {
        using var study = Study.OpenToRead(path);
        var reader = new RatingReader(study, new StudyReader(study).Annotators().Last(annotator => annotator.IsModel));
        var column = reader.Properties.ToList().FindIndex(one => one.ShortName == property);
        return column < 0 ? [] : [.. reader.Pairs().SelectMany(pair => new[] { pair.Pair.First[column], pair.Pair.Second[column] }).Select(rating => rating.IsMeasured ? rating.Value : (double?)null)];
    }
}
