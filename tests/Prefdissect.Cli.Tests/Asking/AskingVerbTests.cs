using System.Text.Json;
using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Asking;

/// <summary>The verbs beside <c>annotate</c> that ask a model or show what was asked.</summary>
public sealed class AskingVerbTests
{
    private const int Pairs = 22;

    [Fact]
    public async Task Reference_collects_an_answer_for_every_query_once()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        var estimate = (await study.Ask("reference", "--estimate", "--json")).Json();
        (study.Server.Tally.Requests, estimate.GetProperty("requests").GetInt32()).ShouldBe((0, Pairs));
        (await study.Ask("reference", "--offline", "--json")).Json().GetProperty("end").GetString().ShouldBe("not stored");
        var limited = await study.Ask("reference", "--max-requests", "5", "--json");
        (limited.Code, study.Server.Tally.Requests).ShouldBe((3, 5));
        var document = (await study.Ask("reference", "--json")).Json();
        (document.GetProperty("queries").GetInt32(), document.GetProperty("collected").GetInt32(), document.GetProperty("missing").GetInt32()).ShouldBe((Pairs, Pairs - 5, 0));
        (await study.Ask("reference")).Succeeded().Out.ShouldContain("0 of 22 queries have none");
        (study.Server.Tally.Requests, study.Server.Tally.AnsweredAgain).ShouldBe((Pairs, 0));
    }

    [Fact]
    public async Task A_reference_that_is_refused_is_told_and_asked_for_again_only_when_told()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs, new ScriptedOptions { FaultShare = 1, Faults = [Fault.Refusal] });
        var outcome = (await study.Ask("reference", "--json")).Succeeded();
        (outcome.Json().GetProperty("collected").GetInt32(), outcome.Json().GetProperty("failures").GetProperty("refused").GetInt32()).ShouldBe((0, Pairs));
        outcome.Error.ShouldContain("no answer, refused: 22");
        study.Server.Options = study.Server.Options with { FaultShare = 0 };
        (await study.Ask("reference", "--json")).Json().GetProperty("missing").GetInt32().ShouldBe(22);
        (await study.Ask("reference", "--retry-failed", "--json")).Json().GetProperty("missing").GetInt32().ShouldBe(0);
        study.Server.Tally.Requests.ShouldBe(2 * Pairs);
    }

    [Fact]
    public async Task Reference_sends_the_query_as_it_is_after_texts_of_ones_own()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();
        study.Server.Options = study.Server.Options with
        {
            Answer = request =>
            {
                seen.Add(request.Text);
                return "An answer.";
            },
        };
        Directory.CreateDirectory(study.Line["texts"]);
        study.Line.Write("texts/reference.txt", "OUR OWN WORDS");
        (await study.Ask("reference", "--prompts", study.Line["texts"])).Succeeded();
        seen.ShouldAllBe(text => text.StartsWith("OUR OWN WORDS\n") && !text.Contains("BEGIN QUERY"));
        seen.Distinct().Count().ShouldBe(Pairs);
    }

    [Fact]
    public async Task Agreement_of_an_annotator_that_answers_what_was_planted_is_whole()
    {
        await using var study = await PlantedStudy.StartAsync(40);
        (await study.Annotate("--steps", "query-free,query-aware")).Succeeded();
        var document = await CommandLine.Json("agreement", "-s", study.Path, "--annotators", "llm,planted");
        document.GetProperty("annotators").EnumerateArray().Select(name => name.GetString()).ShouldBe([PlantedStudy.Annotator, "planted"]);
        var friendly = document.GetProperty("properties").EnumerateArray().Single(entry => entry.GetProperty("property").GetString() == "friendly");
        foreach (var figure in new[] { "exact", "withinOne", "kappa", "alpha" })
        {
            friendly.GetProperty(figure).GetProperty("value").GetDouble().ShouldBe(1, 1e-12, figure);
            friendly.GetProperty(figure).GetProperty("count").GetInt32().ShouldBe(80);
        }
        (await CommandLine.Run("agreement", "-s", study.Path, "--annotators", "llm,planted", "--csv")).Succeeded().Out.Split('\n').Length.ShouldBeGreaterThan(20);
        (await CommandLine.Run("agreement", "-s", study.Path, "--annotators", "llm,planted")).Succeeded().Out.ShouldContain("friendly");
        (await CommandLine.Json("agreement", "-s", study.Path, "--annotators", "planted,llm", "--seed", "2")).GetProperty("provenance").GetProperty("seed").GetInt32().ShouldBe(2);
        (await CommandLine.Run("agreement", "-s", study.Path, "--annotators", "llm")).Refusal();
        (await CommandLine.Run("agreement", "-s", study.Path, "--annotators", "llm,nobody")).Refusal().ShouldContain("nobody");
        (await CommandLine.Run("agreement", "-s", study.Path, "--annotators", "llm,planted", "--json", "--csv")).Refusal();
    }

    [Fact]
    public async Task Scenario_asks_once_a_query_and_maps_to_groups_of_ones_own()
    {
        await using var study = await PlantedStudy.StartAsync(11);
        var plain = study.Line["plain.study"];
        (await CommandLine.Run("import", study.Line.Votes("votes.csv", 20), "-s", plain)).Succeeded();
        study.Server.Options = study.Server.Options with { Answer = request => request.Schema is { } schema && schema.GetProperty("properties").TryGetProperty("scenario", out _) ? """{"scenario":"code_generation"}""" : null };
        string[] ask = ["scenario", "-s", plain, "--model", PlantedStudy.Model, "--base-url", study.Server.Url];
        (await CommandLine.Json([.. ask, "--offline"])).GetProperty("end").GetString().ShouldBe("not stored");
        study.Line.Write("groups.yaml", "Ours:\n  - code_generation\n");
        var limited = await CommandLine.Run([.. ask, "--groups", study.Line["groups.yaml"], "--max-requests", "6"]);
        limited.Code.ShouldBe(3, limited.Error);
        var document = await CommandLine.Json([.. ask, "--groups", study.Line["groups.yaml"]]);
        var told = document.GetProperty("scenarios").EnumerateArray().Single();
        (told.GetProperty("scenario").GetString(), told.GetProperty("group").GetString(), told.GetProperty("classifier").GetString(), told.GetProperty("queries").GetInt32()).ShouldBe(("code_generation", "Ours", PlantedStudy.Model, 20));
        (await CommandLine.Json(ask)).GetProperty("told").GetInt32().ShouldBe(0);
        (study.Server.Tally.Requests, study.Server.Tally.AnsweredAgain).ShouldBe((21, 0), "and one to find out whether it follows schemas");
        (await CommandLine.Run("fit", "-s", plain, "--annotator", "surface")).Code.ShouldBe(2);

        study.Line.Write("wrong.yaml", "Ours:\n  - knitting\n");
        var refusal = (await CommandLine.Run([.. ask, "--groups", study.Line["wrong.yaml"]])).Refusal();
        refusal.ShouldContain("line 2");
        refusal.ShouldContain("knitting");
        (await CommandLine.Run("scenario", "-s", plain)).Refusal().ShouldContain("--model");
        (await CommandLine.Run([.. ask, "--by", "chance"])).Refusal();
    }

    [Fact]
    public async Task Scenario_by_words_asks_nobody()
    {
        using var line = new CommandLine();
        (await CommandLine.Run("import", line.Votes("votes.csv", 20), "-s", line["plain.study"])).Succeeded();
        var document = await CommandLine.Json("scenario", "-s", line["plain.study"], "--by", "words");
        (document.GetProperty("classifier").GetString(), document.GetProperty("told").GetInt32()).ShouldBe(("words", 20));
        document.GetProperty("scenarios").EnumerateArray().Sum(entry => entry.GetProperty("queries").GetInt32()).ShouldBe(20);
    }

    [Fact]
    public async Task Models_check_says_what_an_endpoint_can_do()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Text = TextSupport.LlamaCpp, LogProbs = LogProbSupport.Whole });
        var able = (await CommandLine.Json("models", "check", "scripted", "--base-url", server.Url)).GetProperty("models")[0];
        (able.GetProperty("structured").GetString(), able.GetProperty("ignoresSchema").GetBoolean(), able.GetProperty("chatLogProbabilities").GetInt32()).ShouldBe(("JsonSchema", false, 50));
        (able.GetProperty("completesText").GetBoolean(), able.GetProperty("contextLength").GetInt32(), able.GetProperty("wholeVocabulary").GetBoolean()).ShouldBe((true, 2048, true));

        server.Options = new ScriptedOptions { Schema = SchemaSupport.SomeJson, LogProbs = LogProbSupport.None };
        var poor = (await CommandLine.Json("models", "check", "scripted", "--base-url", server.Url)).GetProperty("models")[0];
        (poor.GetProperty("structured").GetString(), poor.GetProperty("ignoresSchema").GetBoolean(), poor.GetProperty("chatLogProbabilities").GetInt32(), poor.GetProperty("completesText").GetBoolean())
            .ShouldBe(("JsonObject", true, 0, false));
        (await CommandLine.Run("models", "check", "scripted", "--base-url", server.Url)).Succeeded().Out.ShouldContain("ignores");

        var requests = server.Tally.Paths.Values.Sum();
        (await CommandLine.Json("models", "check", "scripted", "--base-url", server.Url, "--settings")).GetProperty("models")[0].GetProperty("address").GetString().ShouldStartWith("http://127.0.0.1");
        server.Tally.Paths.Values.Sum().ShouldBe(requests);
        var gone = await CommandLine.Run("models", "check", "scripted", "--base-url", "http://127.0.0.1:9/v1");
        (gone.Code, gone.Error.Contains("   at ", StringComparison.Ordinal)).ShouldBe((1, false));
        (await CommandLine.Run("models", "check")).Refusal().ShouldContain("prefdissect.yaml");
    }

    [Fact]
    public async Task A_server_that_ignores_schemas_is_read_leniently()
    {
        await using var study = await PlantedStudy.StartAsync(Pairs);
        var follows = study.Server.Options;
        // Such a server sees no schema to answer by, only the words of the prompt; ours still knows what was planted.
        study.Server.Options = follows with { Schema = SchemaSupport.Ignores };
        var document = (await study.Annotate("--steps", "query-info", "--json")).Json();
        (document.GetProperty("missing").GetInt32() - (4 * Pairs), document.GetProperty("failed").GetInt32()).ShouldBe((0, Pairs));
        document.GetProperty("failures")[0].GetProperty("reason").GetString().ShouldBe("no JSON in the answer");
        study.Server.Options = follows with { Schema = SchemaSupport.Ignores, Answer = request => request.Text.Contains("BEGIN QUERY", StringComparison.Ordinal) ? "Sure! Here it is:\n```json\n{\"Clear Intent\": \"Yes\", \"explicitly express feelings\": \"no\", \"explicit constraints\": [], \"explicit subjective stances\": [], \"explicit mistakes or biases\": [],}\n```" : null };
        (await study.Annotate("--steps", "query-info", "--retry-failed", "--json")).Json().GetProperty("failed").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Properties_lists_the_29_and_those_of_a_file()
    {
        using var line = new CommandLine();
        var listed = (await CommandLine.Json("properties")).GetProperty("properties").EnumerateArray().ToList();
        (listed.Count, listed.Exists(property => property.GetProperty("own").GetBoolean())).ShouldBe((29, false));
        listed.Count(property => property.GetProperty("step").ValueKind == JsonValueKind.Null).ShouldBe(1, "length is counted");
        line.Write("own.yaml", "published: none\nproperties:\n  - name: asks before acting\n    shortName: asks first\n    definition: It asks.\n    scale: [no, partly, yes]\n    appliesWhen: the user asks for something that is hard to undo\n");
        var own = (await CommandLine.Json("properties", "--property-file", line["own.yaml"])).GetProperty("properties").EnumerateArray().Single();
        (own.GetProperty("shortName").GetString(), own.GetProperty("step").GetString(), own.GetProperty("own").GetBoolean()).ShouldBe(("asks first", "query-aware", true));
        (await CommandLine.Run("properties", "--csv")).Succeeded().Out.TrimEnd().Split('\n').Length.ShouldBeGreaterThanOrEqualTo(30);
        (await CommandLine.Run("properties")).Succeeded().Out.ShouldContain("step-by-step");
        line.Write("bad.yaml", "properties:\n  - name: x\n    definition: y\n    scale: 5-0\n");
        var refusal = (await CommandLine.Run("properties", "--property-file", line["bad.yaml"])).Refusal();
        refusal.ShouldContain("bad.yaml");
        refusal.ShouldContain("line 4");
        (await CommandLine.Run("properties", "--property-file", line["none.yaml"])).Refusal().ShouldContain("there is no such file");
    }
}
