using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Scripted;

namespace Prefdissect.Tests.Models;

public class CapabilityTests
{
    [Theory]
    [InlineData(SchemaSupport.Follows, StructuredOutput.JsonSchema, false)]
    [InlineData(SchemaSupport.FollowsInObject, StructuredOutput.SchemaInObject, true)]
    [InlineData(SchemaSupport.SomeJson, StructuredOutput.JsonObject, true)]
    [InlineData(SchemaSupport.Ignores, StructuredOutput.None, true)]
    [InlineData(SchemaSupport.Refuses, StructuredOutput.None, null)]
    public async Task A_server_that_accepts_a_schema_and_ignores_it_is_noticed(SchemaSupport support, StructuredOutput structured, bool? ignores)
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Schema = support });
        using var client = Asked.Client(server);
        var found = await new CapabilityProbe(client).TryAsync(Aspects.Structured, CancellationToken.None);
        found.Structured.ShouldBe(structured);
        found.IgnoresSchema.ShouldBe(ignores);
        server.Tally.Requests.ShouldBe(support == SchemaSupport.Follows ? 1 : support is SchemaSupport.Refuses ? 3 : support == SchemaSupport.FollowsInObject ? 4 : 6);
    }

    [Fact]
    public async Task Spoilt_answers_do_not_hide_an_ability()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Seed = seed, FaultShare = 0.1, RetryAfter = 0, Faults = [Fault.RefusalInWords, Fault.TruncatedText, Fault.NoChoice, Fault.ServerError] });
            using var client = Asked.Client(server);
            (await new CapabilityProbe(client).TryAsync(Aspects.Structured, CancellationToken.None)).Structured.ShouldBe(StructuredOutput.JsonSchema);
        }
    }

    [Fact]
    public async Task An_answer_that_broke_off_in_its_thoughts_shows_nothing()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { CutShort = _ => true });
        using var client = Asked.Client(server);
        (await new CapabilityProbe(client).TryAsync(Aspects.Structured, CancellationToken.None)).ShouldBe(ModelCapabilities.Unknown);
    }

    [Fact]
    public async Task A_schema_is_ignored_by_who_begins_with_prose_even_where_the_answer_breaks_off()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { CutShort = request => !request.Body.ToString().Contains("json_object", StringComparison.Ordinal), CutText = "The sky, as far as anybody", Schema = SchemaSupport.FollowsInObject });
        using var client = Asked.Client(server);
        var found = await new CapabilityProbe(client).TryAsync(Aspects.Structured, CancellationToken.None);
        (found.IgnoresSchema, found.Structured).ShouldBe((true, StructuredOutput.SchemaInObject));
    }

    [Fact]
    public async Task A_model_that_thinks_has_room_to()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { CutShort = request => request.Body.GetProperty("max_tokens").GetInt32() < 500 });
        using var client = Asked.Client(server);
        (await new CapabilityProbe(client).TryAsync(Aspects.Structured, CancellationToken.None)).Structured.ShouldBe(StructuredOutput.JsonSchema);
    }

    [Fact]
    public async Task A_server_that_is_loading_its_model_shows_nothing()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 1, Faults = [Fault.Loading] });
        using var client = Asked.Client(server, limits => limits with { Retries = 0 });
        (await new CapabilityProbe(client).TryAsync(Aspects.Structured, CancellationToken.None)).ShouldBe(ModelCapabilities.Unknown);
    }

    [Fact]
    public async Task A_refused_temperature_is_no_refused_schema()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions
        {
            Error = request => request.Body.TryGetProperty("temperature", out _) ? new ScriptedError(400, """{"error":{"message":"Unsupported value: 'temperature' does not support 0."}}""") : null,
        });
        using var client = Asked.Client(server);
        (await Should.ThrowAsync<ModelUnavailableException>(() => new CapabilityProbe(client).TryAsync(Aspects.Structured, CancellationToken.None))).Message.ShouldContain("temperature: none");
    }

    [Fact]
    public async Task Everything_of_a_llama_server_is_found()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Text = TextSupport.LlamaCpp, LogProbs = LogProbSupport.Whole, Schema = SchemaSupport.FollowsInObject });
        using var client = Asked.Client(server);
        var found = await new CapabilityProbe(client).TryAsync(Aspects.All, CancellationToken.None);
        found.Software.ShouldBe("llama.cpp");
        (found.ContextLength, found.Slots, found.VocabularySize).ShouldBe((2048, 4, 72));
        found.Tokenizer.ShouldBe(TokenizerKind.LlamaCpp);
        found.Chat.ShouldBe(new LogProbabilitySupport(50, false));
        found.Llama.ShouldBe(new LogProbabilitySupport(50, true));
        found.CompletesText.ShouldBe(true);
        (await new Tokenizer(client, TokenizerKind.LlamaCpp).TokenizeAsync("one three", CancellationToken.None)).ShouldBe([3, 5]);
    }

    [Fact]
    public async Task Everything_of_a_vllm_server_is_found()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Text = TextSupport.Vllm, LogProbs = LogProbSupport.Top20 });
        using var client = Asked.Client(server);
        var found = await new CapabilityProbe(client).TryAsync(Aspects.All, CancellationToken.None);
        found.Software.ShouldBe("vllm");
        found.ContextLength.ShouldBe(4096);
        found.Tokenizer.ShouldBe(TokenizerKind.Vllm);
        found.Chat.ShouldBe(new LogProbabilitySupport(20, false));
        found.Text!.Most.ShouldBe(50);
        found.Llama.ShouldBe(LogProbabilitySupport.None);
    }

    [Fact]
    public async Task A_server_without_log_probabilities_and_completions_is_said_to_be_one()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { LogProbs = LogProbSupport.None });
        using var client = Asked.Client(server);
        var found = await new CapabilityProbe(client).TryAsync(Aspects.All, CancellationToken.None);
        found.Chat.ShouldBe(LogProbabilitySupport.None);
        found.CompletesText.ShouldBe(false);
        found.Tokenizer.ShouldBe(TokenizerKind.None);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_no_finding()
    {
        ScriptedServer gone;
        await using (gone = await ScriptedServer.StartAsync(new ScriptedOptions())) { }
        using var client = Asked.Client(gone, limits => limits with { Retries = 0 });
        (await Should.ThrowAsync<ModelUnavailableException>(() => new CapabilityProbe(client).TryAsync(Aspects.All, CancellationToken.None))).Message.ShouldContain("--base-url");
    }
}
