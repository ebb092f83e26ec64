using Prefdissect.Models.Costs;
using Prefdissect.Models.Endpoints;
using Prefdissect.Tests.Architecture;

namespace Prefdissect.Tests.Models;

public class ModelsFileTests
{
    private const string Example = """
        models:
          judge-a:
            kind: vllm
            base-url: http://gpu-1:8000/v1
            model: meta-llama/Llama-3-8B-Instruct
            api-key-env: MY_KEY
            limits: { concurrency: 12, requests-per-minute: 600, timeout-seconds: 30 }
            parameters: { temperature: none, max-tokens: 77, reasoning_effort: low, top_k: 3 }
          gpt-4o-mini-2024-07-18: { kind: openai, prices: { input: 1, output: 2 } }
        prices:
          my-model: { input: 3, output: 4, cached: 1, batch: 0.5 }
        """;

    [Fact]
    public void A_named_model_is_read_with_its_limits_and_parameters()
    {
        var model = ModelsFile.Parse(Example, "prefdissect.yaml").Find("judge-a");
        model.Endpoint.Kind.ShouldBe(EndpointKind.Vllm);
        model.Endpoint.Root.ShouldBe(new Uri("http://gpu-1:8000/"));
        model.Endpoint.Key.Variable.ShouldBe("MY_KEY");
        model.Endpoint.Limits.Concurrency.ShouldBe(12);
        model.Endpoint.Limits.TimeLimit.ShouldBe(TimeSpan.FromSeconds(30));
        var parameters = model.Parameters.Apply(new());
        parameters.Temperature.ShouldBeNull();
        parameters.MaxTokens.ShouldBe(77);
        parameters.Extra.ShouldBe(new Dictionary<string, string> { ["reasoning_effort"] = "\"low\"", ["top_k"] = "3" });
    }

    [Fact]
    public void A_name_that_the_file_does_not_have_is_the_models_own()
    {
        var model = ModelsFile.Parse(Example, "prefdissect.yaml").Find("llama", "http://localhost:11434/v1");
        model.Endpoint.Kind.ShouldBe(EndpointKind.Ollama);
        model.Endpoint.Model.ShouldBe("llama");
        PriceTable.Known.Of(model).ShouldBe(TokenPrice.Free);
        ModelsFile.Empty.Find("gpt-4o").Endpoint.BaseUrl.ShouldBe(new Uri("https://api.openai.com/v1"));
    }

    [Fact]
    public void The_users_prices_stand_before_the_programs()
    {
        var file = ModelsFile.Parse(Example, "prefdissect.yaml");
        var table = PriceTable.Known.With(file.Prices);
        table.Of(file.Find("gpt-4o-mini-2024-07-18")).ShouldBe(new TokenPrice(1, 2, 1));
        table.Of(ModelsFile.Empty.Find("gpt-4o-mini-2024-07-18"))!.Input.ShouldBe(0.15);
        table.Of(ModelsFile.Empty.Find("openai/gpt-4o-mini", "https://openrouter.ai/api/v1"))!.Output.ShouldBe(0.6);
        table.Of(ModelsFile.Empty.Find("my-model"))!.BatchFactor.ShouldBe(0.5);
        table.Of(ModelsFile.Empty.Find("nobody-knows", "http://10.0.0.1/v1")).ShouldBeNull();
    }

    [Theory]
    [InlineData("models:\n  a:\n    knd: vllm", "line 3", "knd", "Expected one of kind")]
    [InlineData("models:\n  a:\n    kind: vlm", "line 3", "'vlm' is no kind", "llama.cpp")]
    [InlineData("models:\n  a:\n    limits:\n      concurrency: many", "line 4", "models.a.limits.concurrency", "'many'")]
    [InlineData("models:\n  a:\n    limits: { retries: 101 }", "line 3", "retries", "from 0 to 100")]
    [InlineData("models:\n  a:\n    prices: { input: 1 }", "line 3", "output", "million tokens")]
    [InlineData("models:\n  a:\n    base-url: localhost", "line 3", "base-url", "http://localhost:8000/v1")]
    [InlineData("models:\n  a: [1]", "line 2", "models.a", "name: value")]
    [InlineData("models:\n\t- x", "line 1", "not YAML", "")]
    [InlineData("modles: {}", "line 1", "modles", "models, prices")]
    public void What_is_wrong_is_named_by_line_and_field(string text, params string[] says)
    {
        var error = Should.Throw<ModelSettingsException>(() => ModelsFile.Parse(text, "my.yaml"));
        foreach (var part in says.Prepend("my.yaml")) error.Message.ShouldContain(part);
    }

    [Theory]
    [InlineData("models:\n  a: { api-key: sk-0123456789abcdef }")]
    [InlineData("models:\n  a: { api-key-env: sk-0123456789abcdef }")]
    public void A_key_in_the_file_is_refused_without_showing_it(string text)
    {
        var error = Should.Throw<ModelSettingsException>(() => ModelsFile.Parse(text, "my.yaml"));
        error.ToString().ShouldNotContain("0123456789");
        error.Message.ShouldContain("environment variable");
    }

    [Fact]
    public void An_empty_file_names_nothing() => ModelsFile.Parse("# nothing yet\n", "my.yaml").Models.ShouldBeEmpty();

    [Fact]
    public void The_example_of_the_documentation_is_read()
    {
        var page = File.ReadAllText(Path.Combine(SourceFile.Root, "docs", "models.md"));
        var file = ModelsFile.Parse(page.Split("```yaml")[1].Split("```")[0], "prefdissect.yaml");
        file.Models.Keys.ShouldBe(["judge-a", "by-deployment"]);
        file.Find("by-deployment").Endpoint.ApiVersion.ShouldBe("2024-10-21");
        foreach (var kind in EndpointDefaults.All) page.ShouldContain($"| `{kind.Name}` | {(kind.BaseUrl is null ? "–" : $"`{kind.BaseUrl}`")}");
    }
}
