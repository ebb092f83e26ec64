using System.Text.Json;
using Prefdissect.Cli.Tests.Documentation;
using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Asking;

/// <summary>What <c>prefdissect.yaml</c> in the folder decides about money and keys.</summary>
[Collection(CurrentFolderCollection.Name)]
public sealed class SettingsFileTests : IDisposable
{
    private readonly CommandLine line = new();
    private readonly string before = Directory.GetCurrentDirectory();

    public SettingsFileTests()
    {
        Directory.SetCurrentDirectory(line.Folder);
        Environment.SetEnvironmentVariable("FAR_KEY", "sk-secret-0123456789");
    }

    [Fact]
    public async Task A_price_of_the_users_own_stands_before_the_programs_and_keeps_a_limit()
    {
        var study = await line.Simulated("my.study", 10);
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions());
        line.Write("prefdissect.yaml", "prices:\n  gpt-4o-mini: { input: 1000, output: 2000 }\n  mine: { input: 1000000, output: 1000000 }\n");
        var own = JsonDocument.Parse((await CommandLine.Run("annotate", "-s", study, "--annotator", "llm", "--model", "gpt-4o-mini", "--estimate", "--json")).Succeeded().Out).RootElement;
        own.GetProperty("priceSource").GetString().ShouldBe("prefdissect.yaml");
        Number(own, "cost").ShouldBe(((1000 * Number(own, "promptTokens")) + (2000 * Number(own, "answerTokens"))) / 1e6, 1e-9);
        var usual = await CommandLine.Json("annotate", "-s", study, "--annotator", "llm", "--model", "gpt-4o", "--estimate");
        usual.GetProperty("priceSource").GetString().ShouldBe("an unchecked default");
        var limited = await CommandLine.Run("annotate", "-s", study, "--annotator", "llm", "--model", "mine", "--base-url", server.Url, "--max-cost", "0.5");
        limited.Code.ShouldBe(3, limited.Error);
        server.Tally.Answered.ShouldBe(0);
    }

    [Fact]
    public async Task A_key_does_not_travel_unencrypted_to_another_machine()
    {
        var study = await line.Simulated("my.study", 4);
        line.Write("prefdissect.yaml", "models:\n  far: { base-url: http://far.invalid/v1, model: m, api-key-env: FAR_KEY }\n  allowed: { base-url: http://far.invalid/v1, model: m, api-key-env: FAR_KEY, plain-http: allow, limits: { retries: 0 } }\n");
        var refused = await CommandLine.Run("annotate", "-s", study, "--annotator", "llm", "--model", "far");
        refused.Refusal().ShouldContain("http://far.invalid is another machine and not encrypted");
        refused.Error.ShouldContain("plain-http: allow");
        refused.Error.ShouldNotContain("sk-secret");
        var check = await CommandLine.Run("models", "check", "far");
        (check.Code, check.Error.Contains("Nothing was sent", StringComparison.Ordinal)).ShouldBe((1, true));
        var allowed = (await CommandLine.Run("annotate", "-s", study, "--annotator", "llm", "--model", "allowed")).Error;
        allowed.Split('\n').Count(said => said.StartsWith("warning:", StringComparison.Ordinal) && said.Contains("plain-http: allow says so", StringComparison.Ordinal)).ShouldBe(1);
        allowed.ShouldNotContain("sk-secret");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("FAR_KEY", null);
        Directory.SetCurrentDirectory(before);
        line.Dispose();
    }

    private static double Number(JsonElement document, string field) => document.GetProperty(field).GetDouble();
}
