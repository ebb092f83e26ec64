using System.Text.Json;
using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Asking;

/// <summary>What is said before money is spent.</summary>
public sealed class EstimateTests : IDisposable
{
    private readonly CommandLine line = new();

    [Fact]
    public async Task Query_specific_questions_are_a_range_until_queries_were_examined()
    {
        var study = await line.Simulated("my.study", 80);
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        string[] annotate = ["annotate", "-s", study, "--annotator", "llm", "--model", "scripted", "--base-url", server.Url];
        var before = await CommandLine.Json([.. annotate, "--estimate"]);
        before.GetProperty("assumption").GetString()!.ShouldContain("27 to 53 % of them are counted, the share in the published data");
        (Number(before, "requests") - Number(before, "leastRequests")).ShouldBe(Math.Round(80 * 0.532) - Math.Round(80 * 0.271));
        foreach (var of in new[] { "PromptTokens", "AnswerTokens", "Seconds" }) Number(before, $"least{of}").ShouldBeLessThan(Number(before, $"{char.ToLowerInvariant(of[0])}{of[1..]}"));
        (await CommandLine.Run([.. annotate, "--estimate"])).Succeeded().Out.ShouldContain("22–43");
        (await CommandLine.Json([.. annotate, "--properties", "show empathetic", "--estimate"])).GetProperty("assumption").GetString()!.ShouldContain("2 to 2 %");

        (await CommandLine.Run([.. annotate, "--sample", "60"])).Succeeded();
        var after = await CommandLine.Json([.. annotate, "--estimate"]);
        after.GetProperty("assumption").GetString()!.ShouldMatch(@"Of up to 20 query-specific .* among the 60 pairs of this study");
        server.Options = new ScriptedOptions { Schema = SchemaSupport.Follows };
        (await CommandLine.Run(annotate)).Succeeded();
        var done = await CommandLine.Json([.. annotate, "--estimate"]);
        (Number(done, "requests"), done.GetProperty("assumption").ValueKind).ShouldBe((0, JsonValueKind.Null));
    }

    [Fact]
    public async Task Repeats_are_counted()
    {
        var study = await line.Simulated("my.study", 10);
        string[] estimate = ["annotate", "-s", study, "--annotator", "llm", "--model", "gpt-4o-mini", "--steps", "query-free", "--estimate"];
        Number(await CommandLine.Json(estimate), "requests").ShouldBe(10);
        Number(await CommandLine.Json([.. estimate, "--repeat", "3"]), "requests").ShouldBe(30);
    }

    [Fact]
    public async Task A_model_without_a_price_has_no_cost_and_a_limit_on_cost_is_refused()
    {
        var study = await line.Simulated("my.study", 10);
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        string[] unknown = ["annotate", "-s", study, "--annotator", "llm", "--model", "nobody-knows", "--base-url", server.Url];
        var estimate = await CommandLine.Json([.. unknown, "--estimate"]);
        (estimate.GetProperty("cost").ValueKind, estimate.GetProperty("leastCost").ValueKind, estimate.GetProperty("priceSource").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null));
        (await CommandLine.Run([.. unknown, "--estimate"])).Succeeded().Out.ShouldContain("cost not known");
        (await CommandLine.Run([.. unknown, "--max-cost", "1"])).Refusal().ShouldContain("the price of nobody-knows is not known");
        server.Tally.Requests.ShouldBe(0);
        (await CommandLine.Run([.. unknown, "--steps", "query-free"])).Succeeded();
        var spending = (await CommandLine.Json("annotate", "-s", study, "--status")).GetProperty("spending");
        spending.EnumerateArray().ShouldAllBe(of => of.GetProperty("cost").ValueKind == JsonValueKind.Null);
    }

    public void Dispose() => line.Dispose();

    private static double Number(JsonElement document, string field) => document.GetProperty(field).GetDouble();
}
