using System.Text.Json;
using Prefdissect.Properties;
using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Asking;

/// <summary>What each option of <c>annotate</c> does to what is asked, as the server sees it.</summary>
public sealed class AnnotateOptionTests
{
    private const int Pairs = 22;

    [Fact]
    public async Task Steps_names_the_steps_that_are_asked_and_leaves_the_others_missing()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        var document = (await study.Annotate("--steps", "query-aware,query-free", "--json")).Json();
        Steps(document).ShouldBe(["query-info 0 22", "query-free 22 0", "query-aware 22 0", "query-specific 0 22", "errors 0 22"]);
        study.Stored().Select(stored => stored.Step).Distinct().ShouldBe(["query-free", "query-aware"], ignoreOrder: true);
        (await study.Annotate("--steps", "query-fre")).Refusal().ShouldContain("query-free, query-aware");
        (await study.Annotate("--steps", ",")).Refusal().ShouldContain("--steps names no step");
    }

    [Theory]
    [InlineData("pair", PlantedStudy.Annotator)]
    [InlineData("single", PlantedStudy.AnsweredAlone)]
    public async Task Both_modes_give_the_planted_ratings_of_all_29_and_are_annotators_of_their_own(string mode, string annotator)
    {
        await using var study = await PlantedStudy.StartAsync(40);
        (await study.Ask("reference", "--json")).Json().GetProperty("missing").GetInt32().ShouldBe(0);
        var before = study.Server.Tally.Requests;
        var document = (await study.Annotate("--mode", mode, "--json")).Json();
        (document.GetProperty("annotator").GetString(), document.GetProperty("failed").GetInt32(), document.GetProperty("missing").GetInt32()).ShouldBe((annotator, 0, 0));
        var compared = study.Compare(annotator);
        compared.Mismatches.ShouldBeEmpty();
        (compared.Absent, compared.Done.Count).ShouldBe((0, PublishedProperties.All.Count));
        var asked = study.Stored().GroupBy(stored => stored.Step).ToDictionary(of => of.Key, of => of.Count());
        (asked["query-free"], asked["query-aware"], asked["errors"]).ShouldBe(mode == "pair" ? (40, 40, 40) : (80, 80, 80));
        (study.Server.Tally.Requests - before).ShouldBe(asked.Where(of => of.Key != "reference").Sum(of => of.Value) + 1, "and one request to find out whether it follows schemas");
    }

    [Fact]
    public async Task Properties_names_what_is_rated_and_nothing_else_is_asked_about()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        var (script, fields) = (study.Server.Options, new List<string>());
        study.Server.Options = script with { Answer = request => Noted(request, script, text => fields.AddRange(text)) };
        (await study.Annotate("--properties", "friendly, relevant", "--json")).Json().GetProperty("missing").GetInt32().ShouldBe(0);
        fields.Where(field => field != "plant").Distinct().ShouldBe(["friendly", "relevance without considering inaccuracy"], ignoreOrder: true);
        study.Compare().Done.Keys.ShouldBe(["friendly", "relevant"], ignoreOrder: true);
        study.Compare().Mismatches.ShouldBeEmpty();
        (await study.Annotate("--properties", "polite", "--json")).Json().GetProperty("missing").GetInt32().ShouldBe(0);
        study.Compare().Done.Keys.ShouldBe(["friendly", "relevant", "polite"], ignoreOrder: true);
        (await study.Annotate("--properties", "freindly")).Refusal().ShouldContain("freindly");
    }

    [Fact]
    public async Task Properties_of_a_file_are_asked_about_and_fitted_as_the_29_are()
    {
        await using var study = await PlantedStudy.StartAsync(60);
        var file = study.Line.Write("own.yaml", "properties:\n  - name: cites a source\n    shortName: cites source\n    definition: The response names where a claim can be checked.\n");
        (await study.Annotate("--property-file", file, "--steps", "query-free", "--json")).Json().GetProperty("failed").GetInt32().ShouldBe(0);
        (await CommandLine.Run("fit", "-s", study.Path, "--annotator", "llm", "--group", "all", "--chains", "2", "--warmup", "60", "--draws", "60", "--folds", "none")).Succeeded();
        var weights = (await CommandLine.Json("dissect", "-s", study.Path, "--annotator", "llm")).GetProperty("weights").EnumerateArray().Select(weight => weight.GetProperty("property").GetString()).ToList();
        weights.ShouldContain("cites source");
        weights.ShouldContain("friendly");
        (await study.Annotate("--property-file", study.Line["none.yaml"])).Refusal().ShouldContain("there is no such file");
        study.Line.Write("bad.yaml", "properties:\n  - name: cites a source\n");
        (await study.Annotate("--property-file", study.Line["bad.yaml"])).Refusal().ShouldContain("bad.yaml");
    }

    [Fact]
    public async Task Prompts_of_ones_own_are_what_the_model_reads_and_another_version()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        var version = (await study.Annotate("--steps", "query-free", "--json")).Json().GetProperty("annotatorVersion").GetString();
        var (script, seen) = (study.Server.Options, new System.Collections.Concurrent.ConcurrentBag<string>());
        study.Server.Options = script with
        {
            Answer = request =>
            {
                seen.Add(request.Text);
                return script.Answer(request);
            },
        };
        var folder = Directory.CreateDirectory(study.Line["texts"]).FullName;
        study.Line.Write("texts/query-free.pair.txt", "OUR OWN WORDS\n{response_1}\n{response_2}\n{characteristics}\n{output_format_str}\n");
        var document = (await study.Annotate("--steps", "query-free", "--prompts", folder, "--json")).Json();
        document.GetProperty("annotatorVersion").GetString().ShouldNotBe(version);
        seen.ShouldAllBe(text => text.Contains("OUR OWN WORDS"));
        seen.Count.ShouldBe(Pairs);
        study.Line.Write("texts/query-free.pair.txt", "Nothing is shown here.");
        (await study.Annotate("--prompts", folder)).Refusal().ShouldContain("query-free.pair.txt");
        (await study.Annotate("--prompts", study.Line["nowhere"])).Refusal().ShouldContain("there is no such folder");
    }

    [Fact]
    public async Task Offline_sends_nothing_and_uses_what_is_stored()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        var outcome = (await study.Annotate("--offline", "--json")).Succeeded();
        (outcome.Json().GetProperty("end").GetString(), study.Server.Tally.Requests).ShouldBe(("not stored", 0));
        outcome.Error.ShouldContain("--offline");
        (await study.Annotate("--max-requests", "30")).Code.ShouldBe(3);
        var asked = study.Server.Tally.Requests;
        var missing = (await study.Status()).GetProperty("missing").GetInt32();
        (await study.Annotate("--offline", "--json")).Json().GetProperty("missing").GetInt32().ShouldBeInRange(1, missing);
        study.Server.Tally.Requests.ShouldBe(asked);
    }

    [Fact]
    public async Task An_estimate_says_how_many_requests_there_will_be_and_sends_none()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        (await study.Ask("reference")).Succeeded();
        (await study.Annotate("--steps", "query-info")).Succeeded();
        var before = study.Server.Tally.Requests;
        var document = (await study.Annotate("--estimate", "--json")).Json();
        (study.Server.Tally.Requests, document.GetProperty("measured").GetBoolean()).ShouldBe((before, true));
        (await study.Annotate()).Succeeded();
        document.GetProperty("requests").GetInt32().ShouldBe(study.Server.Tally.Requests - before);
        document.GetProperty("promptTokens").GetInt64().ShouldBeGreaterThan(1000);
        (await study.Annotate("--estimate", "--json")).Json().GetProperty("requests").GetInt32().ShouldBe(0);
        (await study.Annotate("--estimate")).Succeeded().Out.ShouldContain("cost not known");
    }

    [Fact]
    public async Task A_limit_on_requests_stops_with_3_and_the_same_command_goes_on()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        var outcome = await study.Annotate("--max-requests", "20", "--json");
        (outcome.Code, study.Server.Tally.Requests).ShouldBe((3, 20));
        outcome.Error.ShouldContain("Stopped before the limit of this run (request limit)");
        (await study.Annotate("--json")).Json().GetProperty("missing").GetInt32().ShouldBe(0);
        study.Server.Tally.AnsweredAgain.ShouldBe(0);
        (await study.Annotate("--max-requests", "0")).Refusal().ShouldContain("expected 1 or more");
    }

    [Fact]
    public async Task A_limit_on_cost_is_never_passed_and_needs_a_price()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs, null, "prices: { input: 100, output: 100 }", "parameters: { max-tokens: 100 }");
        var outcome = await study.InProcess("annotate", "--annotator", "llm", "--max-cost", "2", "--json");
        outcome.Code.ShouldBe(3, outcome.Error);
        outcome.Error.ShouldContain("cost limit");
        JsonDocument.Parse(outcome.Out).RootElement.GetProperty("missing").GetInt32().ShouldBeGreaterThan(0);
        var spent = (await study.Status()).GetProperty("spending").EnumerateArray().Sum(step => step.GetProperty("cost").GetDouble());
        spent.ShouldBeInRange(0.1, 2);
        (await study.Annotate("--max-cost", "2")).Refusal().ShouldContain("the price of scripted is not known");
        (await study.Annotate("--max-cost", "-1")).Refusal().ShouldContain("expected 0 or more");
    }

    [Fact]
    public async Task A_sample_is_spread_over_scenarios_and_a_larger_one_holds_it()
    {
        await using var study = await PlantedStudy.StartAsync(66);
        Steps((await study.Annotate("--sample", "11", "--steps", "query-free", "--json")).Json()).ShouldContain("query-free 11 55");
        var asked = study.Server.Tally.Requests;
        Steps((await study.Annotate("--sample", "22", "--steps", "query-free", "--json")).Json()).ShouldContain("query-free 22 44");
        study.Server.Tally.Requests.ShouldBe(asked + 11);
        study.Server.Tally.AnsweredAgain.ShouldBe(0);
        (await study.Annotate("--sample", "0")).Refusal().ShouldContain("expected 1 or more");
    }

    [Fact]
    public async Task Failed_steps_are_asked_again_only_when_told_and_only_those_of_the_reason()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        var script = study.Server.Options;
        study.Server.Options = script with { Answer = request => Names(request).Contains("friendly") ? "I cannot help with that." : Names(request).Contains("clear intent") ? "{\"clear intent\": " : script.Answer(request) };
        var first = (await study.Annotate()).Succeeded();
        first.Out.ShouldContain("refused by the model");
        first.Out.ShouldContain("answer cut off");
        first.Error.ShouldContain("--retry-failed");
        study.Server.Options = script;
        var asked = study.Server.Tally.Requests;
        (await study.Annotate()).Succeeded();
        study.Server.Tally.Requests.ShouldBe(asked);
        var document = (await study.Annotate("--retry-failed", "--reason", "Refused", "--json")).Json();
        Steps(document).ShouldContain("query-free 22 0");
        document.GetProperty("failures").EnumerateArray().Select(failure => $"{failure.GetProperty("step")} {failure.GetProperty("reason")}")
            .ShouldBe(["errors waits for reference", "query-info answer cut off", "query-specific waits for query-info"], ignoreOrder: true);
        (await study.Annotate("--retry-failed")).Succeeded();
        (await study.Status()).GetProperty("failures").EnumerateArray().Select(failure => failure.GetProperty("reason").GetString()).ShouldBe(["waits for reference"]);
        study.Compare().Mismatches.ShouldBeEmpty();
        (await study.Annotate("--reason", "refused")).Refusal().ShouldContain("give --retry-failed too");
    }

    [Fact]
    public async Task Status_says_what_is_done_and_what_it_has_taken()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        (await CommandLine.Run("annotate", "-s", study.Path, "--status")).Refusal().ShouldContain("No model has annotated the study yet");
        var annotated = (await study.Annotate("--json")).Json();
        var asked = study.Server.Tally.Requests;
        var status = await study.Status("llm");
        foreach (var field in new[] { "annotator", "annotatorVersion", "done", "missing", "failed" }) status.GetProperty(field).ToString().ShouldBe(annotated.GetProperty(field).ToString(), field);
        Steps(status).ShouldBe(Steps(annotated));
        status.GetProperty("spending").EnumerateArray().Sum(step => step.GetProperty("answers").GetInt32()).ShouldBe(study.Stored().Count);
        (await CommandLine.Run("annotate", "-s", study.Path, "--status")).Succeeded().Out.ShouldContain("query-specific");
        study.Server.Tally.Requests.ShouldBe(asked);
    }

    [Fact]
    public async Task Batches_go_round_by_round_and_give_the_planted_ratings()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        (await study.Ask("reference", "--batch-out", study.Line["reference.jsonl"])).Succeeded();
        await Process(study, "reference");
        (await study.Ask("reference", "--batch-in", study.Line["reference-results.jsonl"], "--json")).Json().GetProperty("missing").GetInt32().ShouldBe(0);
        (await study.Annotate("--batch-out", study.Line["one.jsonl"])).Succeeded().Error.ShouldContain("one.jsonl");
        (await study.Annotate("--batch-out", study.Line["one.jsonl"])).Refusal().ShouldContain("there is such a file");
        var sent = study.Server.Tally.Requests;
        await Process(study, "one");
        (await study.Annotate("--batch-in", study.Line["one-results.jsonl"], "--batch-out", study.Line["two.jsonl"])).Succeeded();
        await Process(study, "two");
        var document = (await study.Annotate("--batch-in", study.Line["two-results.jsonl"], "--json")).Json();
        (document.GetProperty("missing").GetInt32(), document.GetProperty("failed").GetInt32()).ShouldBe((0, 0));
        study.Compare().Mismatches.ShouldBeEmpty();
        (study.Compare().Absent, study.Server.Tally.AnsweredAgain).ShouldBe((0, 0));
        (study.Server.Tally.Requests - sent).ShouldBe(File.ReadLines(study.Line["one.jsonl"]).Count() + File.ReadLines(study.Line["two.jsonl"]).Count(), "annotate itself sends nothing");
        (await study.Annotate("--batch-in", study.Line["none.jsonl"])).Refusal().ShouldContain("there is no such file");
    }

    [Fact]
    public async Task A_repeat_asks_everything_again_and_tells_how_steady_the_model_is()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        var outcome = (await study.Annotate("--repeat", "2", "--steps", "query-free,query-aware")).Succeeded();
        outcome.Out.ShouldContain("friendly");
        study.Stored().Count.ShouldBe(4 * Pairs);
        var agreement = await CommandLine.Json("agreement", "-s", study.Path, "--annotators", "llm:scripted:pair,llm:scripted:pair#2");
        var judged = agreement.GetProperty("properties").EnumerateArray().Where(property => property.GetProperty("property").GetString() != "lengthy").ToList();
        judged.Count.ShouldBe(20);
        foreach (var figure in new[] { "exact", "withinOne", "kappa", "alpha" }) judged.ShouldAllBe(property => Math.Abs(property.GetProperty(figure).GetProperty("value").GetDouble() - 1) < 1e-12);
        (await study.Annotate("--repeat", "21")).Refusal().ShouldContain("expected 1 to 20");
    }

    [Fact]
    public async Task Other_rules_make_other_ratings_of_the_same_answers_and_ask_nothing()
    {
        await using var study = await PlantedStudy.StartAsync(60);
        (await study.Ask("reference")).Succeeded();
        (await study.Annotate()).Succeeded();
        var asked = study.Server.Tally.Requests;
        (await CommandLine.Run("annotate", "-s", study.Path, "--annotator", "llm", "--resolve", "no-errors-where-not-told")).Succeeded();
        study.Compare().Mismatches.ShouldAllBe(mismatch => mismatch.Contains("errors: told 0, planted NotApplicable"));
        study.Compare().Mismatches.ShouldNotBeEmpty();
        (await CommandLine.Run("annotate", "-s", study.Path, "--annotator", "llm", "--resolve", "default")).Succeeded();
        study.Compare().Mismatches.ShouldBeEmpty();
        study.Server.Tally.Requests.ShouldBe(asked);
        (await CommandLine.Run("annotate", "-s", study.Path, "--annotator", "llm", "--resolve", "best")).Refusal().ShouldContain("lowest-item");
    }

    [Fact]
    public async Task What_is_missing_on_the_command_line_is_named()
    {
        await using var study = await PlantedStudy.StartAsync(11);
        (await CommandLine.Run("annotate", "-s", study.Path)).Refusal().ShouldContain("--annotator");
        (await CommandLine.Run("annotate", "-s", study.Path, "--annotator", "llm")).Refusal().ShouldContain("--model");
        (await CommandLine.Run("annotate", "-s", study.Path, "--annotator", "llm", "--model", "m", "--base-url", "nonsense")).Refusal().ShouldContain("nonsense");
        (await CommandLine.Run("annotate", "-s", study.Path, "--annotator", "people")).Refusal().ShouldContain("expected surface, or llm");
        var unreachable = await CommandLine.Run("annotate", "-s", study.Path, "--annotator", "llm", "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--max-requests", "1");
        unreachable.Code.ShouldNotBe(0);
        unreachable.Error.ShouldNotContain("   at ");
    }

    private static List<string> Steps(JsonElement document) =>
        [.. document.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("step")} {step.GetProperty("done")} {step.GetProperty("missing")}")];

    private static List<string> Names(ScriptedRequest request) =>
        request.Schema is { } schema && schema.TryGetProperty("properties", out var fields) ? [.. fields.EnumerateObject().Select(field => field.Name)] : [];

    private static string? Noted(ScriptedRequest request, ScriptedOptions script, Action<List<string>> note)
    {
        lock (script) note(Names(request));
        return script.Answer(request);
    }

    /// <summary>What a provider makes of a file of requests: each answered on its own.</summary>
    private static async Task Process(PlantedStudy study, string name)
    {
        using var client = new HttpClient();
        await using var results = new StreamWriter(study.Line[$"{name}-results.jsonl"]);
        foreach (var line in File.ReadLines(study.Line[$"{name}.jsonl"]))
        {
            using var request = JsonDocument.Parse(line);
            using var content = new StringContent(request.RootElement.GetProperty("body").GetRawText(), System.Text.Encoding.UTF8, "application/json");
            using var reply = await client.PostAsync(new Uri($"{study.Server.Url}/chat/completions"), content);
            await results.WriteLineAsync($$"""{"custom_id":"{{request.RootElement.GetProperty("custom_id")}}","response":{"status_code":200,"body":{{await reply.Content.ReadAsStringAsync()}}},"error":null}""");
        }
    }
}
