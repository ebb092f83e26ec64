using System.Text.Json;
using System.Text.Json.Nodes;
using Prefdissect.Annotating.Asking;
using Prefdissect.Importing;
using Prefdissect.Judging;
using Prefdissect.Judging.Prompted;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Scripted;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Asking;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Tests.Samples;

/// <summary>
/// A study that a model was asked about, over real HTTP from a scripted server: reference answers, ratings with what queries hold and errors, and three judges. Wherever the model may
/// write a text it writes a hostile one, and so do conversations, names of judges, scenarios and metadata.
/// </summary>
internal static class AskedStudy
{
    /// <summary>What the model writes.</summary>
    public const string Evil = "<script>alert(1)</script> <img src=x onerror=alert(2)> [x](javascript:alert(3)) \u001b[31mred";

    /// <summary>The judge that is read from the log-probabilities of its first token.</summary>
    public const string Letters = "letters <img src=y onerror=alert(4)>";

    /// <summary>The judge that gives reasons.</summary>
    public const string Reasons = "reasons \"><svg onload=alert(5)>";

    /// <summary>The judge whose answers hold no letter.</summary>
    public const string Babbler = "babbler </main><script>alert(6)</script>";

    /// <summary>Log-odds of the letter A, whatever the responses are: a judge that looks at the place alone.</summary>
    public const double OddsOfA = 1.25;

    private const int Pairs = 3;
    private const int Attempts = 40;
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>Makes the study in a folder.</summary>
    public static async Task<string> MakeAsync(string folder)
    {
        var path = Path.Combine(folder, "asked.study");
        using var study = Study.OpenOrCreate(path);
        ImportWorkflow.Run(study, new ImportRequest([Votes(folder)], new ImportOptions(), BadRows.RefuseFile), null, Never).AnyFailed.ShouldBeFalse();
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Answer = Answer, Letter = _ => OddsOfA });
        var endpoint = Endpoint.Of("scripted", server.Url);
        using var session = ModelSession.Online(path, new NamedModel("scripted", endpoint with { Limits = endpoint.Limits with { TimeLimit = TimeSpan.FromSeconds(20) } }, new ParameterOverrides(), null), null, new Budget(), null, TimeProvider.System);
        var model = await session.OpenAsync(Aspects.None, Never);
        (await ReferenceWorkflow.RunAsync(study, new ReferenceRequest(session.Model, PromptSet.Embedded, 256), model, null, session.Watch, Never)).Missing.ShouldBe(0);
        (await LlmAnnotateWorkflow.RunAsync(study, new LlmAnnotateRequest { Model = session.Model }, model, null, session.Watch, Never)).Status.Failed.ShouldBe(0);
        foreach (var (name, way) in new[] { (Letters, JudgeKind.Chat), (Babbler, JudgeKind.Verbal) })
        {
            var work = await FirstTokenPreparation.PrepareAsync(study, new FirstTokenRequest(session.Model, name) { Way = way }, session, Never);
            (await FirstTokenWorkflow.RunAsync(study, work, model, null, null, session.Watch, Never)).Judged.ShouldBe(Pairs);
        }
        (await PromptedWorkflow.RunAsync(study, new PromptedRequest(Reasons, session.Model, new VerdictQuestion(true, null), 256), model, null, session.Watch, Never)).Judged.ShouldBe(Pairs);
        return path;
    }

    // What the schema allows, with a hostile text wherever a text may stand; of several, the one with the most of them.
    private static string? Answer(ScriptedRequest request)
    {
        if (request.Schema is not { } schema) return request.Body.TryGetProperty("logprobs", out _) ? null : Evil;
        var best = Enumerable.Range(0, Attempts).Select(seed => SchemaExample.Of(schema, new Random(seed))!).MaxBy(made => Texts(made) - (made.ToJsonString().Contains("not applicable", StringComparison.Ordinal) ? 100 : 0))!;
        return Spoilt(best).ToJsonString();
    }

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().StartsWith("text", StringComparison.Ordinal);

    private static int Texts(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Sum(field => Texts(field.Value)),
        JsonArray items => items.Sum(Texts),
        _ => IsText(node) ? 1 : 0,
    };

    private static JsonNode Spoilt(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Spoilt(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Spoilt)]),
        _ => IsText(node) ? JsonValue.Create(Evil) : node!.DeepClone(),
    };

    private static string Votes(string folder)
    {
        var file = Path.Combine(folder, "votes.jsonl");
        File.WriteAllLines(file, Enumerable.Range(0, Pairs).Select(i => JsonSerializer.Serialize(new
        {
            prompt = new[] { new { role = "user", content = $"Hello {i} {Evil}" }, new { role = "assistant", content = $"What is it? {Evil}" }, new { role = "user", content = $"Name a river. {Evil}" } },
            response_a = $"The Elbe {i}.",
            response_b = $"Rhine {i}.",
            winner = "A",
            judge = "ada",
            scenario = $"scenario {Evil}",
        })));
        return file;
    }
}
