using System.Text.Json;
using System.Text.RegularExpressions;

namespace Prefdissect.Cli.Tests.Batches;

/// <summary>Annotation by a provider's batches, round by round.</summary>
public sealed partial class BatchRoundTests : IDisposable
{
    private const int Pairs = 12;
    private readonly CommandLine line = new();

    [Fact]
    public async Task Anthropics_batches_annotate_a_study_round_by_round_and_keep_failures_with_their_reason()
    {
        var study = await line.Simulated("my.study", Pairs);
        (await Annotate(study, "claude-test", "--batch-out", line["first.jsonl"])).Succeeded().Error.ShouldContain("Wrote");
        var first = Provider.Lines(line["first.jsonl"]);
        first.Select(request => request.GetProperty("params").GetProperty("tools")[0].GetProperty("name").GetString()).Distinct().ShouldBe(["query-info", "query-free", "query-aware"], ignoreOrder: true);
        Provider.Anthropic(line["first.jsonl"], line["first.results"], i => i switch { 0 => "errored", 1 => "canceled", 2 => "expired", _ => "succeeded" });

        var taken = (await Annotate(study, "claude-test", "--batch-in", line["first.results"], "--batch-out", line["second.jsonl"])).Succeeded();
        taken.Error.ShouldContain($"{first.Count - 3} answers taken");
        foreach (var reason in new[] { "request refused", "max_tokens: too many", "batch cancelled", "batch expired" }) taken.Error.ShouldContain(reason);
        var status = await CommandLine.Json("annotate", "-s", study, "--status");
        status.GetProperty("failures").EnumerateArray().Select(failure => failure.GetProperty("reason").GetString()).Distinct().Where(reason => !reason!.StartsWith("waits", StringComparison.Ordinal))
            .ShouldBe(["request refused", "batch cancelled", "batch expired"], ignoreOrder: true);
        if (File.Exists(line["second.jsonl"]))
            Provider.Lines(line["second.jsonl"]).Select(request => request.GetProperty("params").GetProperty("tools")[0].GetProperty("name").GetString()).Distinct().ShouldBe(["query-specific"]);

        var again = (await Annotate(study, "claude-test", "--batch-in", line["first.results"])).Succeeded();
        again.Error.ShouldContain("0 answers taken");
        (await CommandLine.Json("annotate", "-s", study, "--status")).GetRawText().ShouldBe(status.GetRawText());

        (await Annotate(study, "claude-test", "--retry-failed", "--reason", "batch", "--batch-out", line["retry.jsonl"], "--steps", "query-info,query-free,query-aware")).Succeeded();
        var (retried, before) = (Provider.Lines(line["retry.jsonl"]), first.Select(Id).ToHashSet());
        retried.Count.ShouldBe(2);
        retried.ShouldAllBe(request => !before.Contains(Id(request)));
    }

    [Fact]
    public async Task What_goes_to_Anthropic_names_fields_as_that_API_takes_them()
    {
        var study = await line.Simulated("my.study", 4);
        (await Annotate(study, "claude-test", "--batch-out", line["out.jsonl"])).Succeeded();
        foreach (var request in Provider.Lines(line["out.jsonl"]))
        {
            Id(request).ShouldMatch("^[a-zA-Z0-9_-]{1,64}$");
            var parameters = request.GetProperty("params");
            parameters.GetProperty("tool_choice").GetProperty("name").GetString().ShouldBe(parameters.GetProperty("tools")[0].GetProperty("name").GetString());
            parameters.GetProperty("max_tokens").GetInt32().ShouldBe(2048);
            foreach (var name in Names(parameters.GetProperty("tools")[0].GetProperty("input_schema"))) FieldName().IsMatch(name).ShouldBeTrue(name);
        }
    }

    [Fact]
    public async Task OpenAIs_output_file_and_error_file_come_one_after_the_other()
    {
        var study = await line.Simulated("my.study", Pairs);
        (await Annotate(study, "gpt-test", "--batch-out", line["out.jsonl"])).Succeeded();
        Provider.OpenAi(line["out.jsonl"], line["results"], line["errors"], i => i switch { 0 => "400", 1 => "batch_expired", 2 => "batch_cancelled", _ => "" });
        (await Annotate(study, "gpt-test", "--batch-in", line["results"])).Succeeded().Error.ShouldContain("0 lines are of requests that are answered already");
        (await CommandLine.Json("annotate", "-s", study, "--status")).GetProperty("missing").GetInt32().ShouldBeGreaterThan(0);
        var errors = (await Annotate(study, "gpt-test", "--batch-in", line["errors"])).Succeeded().Error;
        foreach (var reason in new[] { "prompt too long", "batch expired", "batch cancelled" }) errors.ShouldContain(reason);
        var status = await CommandLine.Json("annotate", "-s", study, "--status");
        (await Annotate(study, "gpt-test", "--batch-in", line["errors"])).Succeeded();
        (await CommandLine.Json("annotate", "-s", study, "--status")).GetRawText().ShouldBe(status.GetRawText());
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{\"custom_id\":", "no JSON")]
    [InlineData("{\"custom_id\":\"request-1\",\"result\":{\"type\":\"expired\"}}", "custom_id is 'request-1'")]
    [InlineData("{\"custom_id\":7,\"result\":{\"type\":\"expired\"}}", "custom_id is 7")]
    [InlineData("{\"custom_id\":\"ID\",\"result\":{\"type\":\"lost\"}}", "result.type is 'lost'")]
    [InlineData("{\"custom_id\":\"ID\",\"result\":{\"type\":\"succeeded\"}}", "result.message is missing")]
    [InlineData("{\"custom_id\":\"ID\",\"result\":[]}", "result")]
    [InlineData("{\"custom_id\":\"ID\",\"response\":{\"status_code\":200},\"error\":null}", "response.body is missing")]
    [InlineData("{\"custom_id\":\"ID\",\"method\":\"POST\",\"body\":{}}", "not the file of requests")]
    public async Task A_file_with_a_bad_line_is_refused_by_file_line_and_field_and_the_study_stays_as_it_is(string bad, string says)
    {
        var study = await line.Simulated("my.study", 4);
        (await Annotate(study, "claude-test", "--batch-out", line["out.jsonl"])).Succeeded();
        Provider.Anthropic(line["out.jsonl"], line["good"], _ => "succeeded");
        var good = File.ReadAllLines(line["good"]);
        var id = JsonDocument.Parse(good[0]).RootElement.GetProperty("custom_id").GetString()!;
        File.WriteAllLines(line["bad"], [good[1], bad.Length > 0 ? bad.Replace("ID", id, StringComparison.Ordinal) : good[2][..^20], good[3]]);
        var before = (await CommandLine.Json("annotate", "-s", study, "--status")).GetRawText();
        var refused = (await Annotate(study, "claude-test", "--batch-in", line["bad"])).Refusal();
        refused.ShouldContain($"{line["bad"]}, line 2");
        refused.ShouldContain(says);
        (await CommandLine.Json("annotate", "-s", study, "--status")).GetRawText().ShouldBe(before);
    }

    [Fact]
    public async Task Repeats_go_into_one_batch_and_tell_how_steady_the_model_is()
    {
        var study = await line.Simulated("my.study", Pairs);
        string[] once = ["--steps", "query-free"];
        (await Annotate(study, "gpt-test", [.. once, "--repeat", "2", "--batch-out", line["out.jsonl"]])).Succeeded();
        Provider.Lines(line["out.jsonl"]).Select(Id).Distinct().Count().ShouldBe(2 * Pairs);
        Provider.OpenAi(line["out.jsonl"], line["results"], line["errors"], _ => "");
        var told = (await Annotate(study, "gpt-test", [.. once, "--repeat", "2", "--batch-in", line["results"]])).Succeeded();
        told.Error.ShouldContain($"{2 * Pairs} answers taken");
        told.Out.ShouldContain("llm:gpt-test:pair and llm:gpt-test:pair#2");
        (await CommandLine.Json("agreement", "-s", study, "--annotators", "llm:gpt-test:pair,llm:gpt-test:pair#2")).GetProperty("properties").GetArrayLength().ShouldBe(18 + 1);
        (await Annotate(study, "gpt-test", [.. once, "--repeat", "3", "--batch-out", line["third.jsonl"]])).Succeeded();
        Provider.Lines(line["third.jsonl"]).Count.ShouldBe(Pairs);
    }

    [Fact]
    public async Task Limits_that_a_batch_cannot_keep_are_refused()
    {
        var study = await line.Simulated("my.study", 4);
        (await Annotate(study, "gpt-test", "--max-cost", "1", "--batch-out", line["out.jsonl"])).Refusal().ShouldContain("--max-cost cannot be kept by a batch");
        File.Exists(line["out.jsonl"]).ShouldBeFalse();
    }

    public void Dispose() => line.Dispose();

    private static string Id(JsonElement request) => request.GetProperty("custom_id").GetString()!;

    private static IEnumerable<string> Names(JsonElement schema) => schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var fields)
        ? fields.EnumerateObject().SelectMany(field => Names(field.Value).Prepend(field.Name))
        : [];

    private static Task<Outcome> Annotate(string study, string model, params string[] more) => CommandLine.Run(["annotate", "-s", study, "--annotator", "llm", "--model", model, .. more]);

    [GeneratedRegex("^[a-zA-Z0-9_.-]{1,64}$")]
    private static partial Regex FieldName();
}
