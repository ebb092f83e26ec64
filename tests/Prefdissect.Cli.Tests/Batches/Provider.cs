using System.Text.Json;
using System.Text.Json.Nodes;
using Prefdissect.Scripted;

namespace Prefdissect.Cli.Tests.Batches;

/// <summary>Does with a file of requests what a provider of batches does: answers each line by its schema, and writes results as its documentation shows them.</summary>
internal static class Provider
{
    /// <summary>Results of Anthropic's message batches, in another order than the requests; <paramref name="typeOf"/> says what becomes of the n-th.</summary>
    public static void Anthropic(string requests, string results, Func<int, string> typeOf) => File.WriteAllLines(results, Lines(requests).Select((line, i) => new JsonObject
    {
        ["custom_id"] = line.GetProperty("custom_id").GetString(),
        ["result"] = typeOf(i) switch
        {
            "succeeded" => new JsonObject { ["type"] = "succeeded", ["message"] = Message(line.GetProperty("params"), new Random(i)) },
            "errored" => JsonNode.Parse("""{"type":"errored","error":{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: too many"},"request_id":"req_1"}}"""),
            var type => new JsonObject { ["type"] = type },
        },
    }.ToJsonString()).Reverse());

    /// <summary>The output file and the error file of OpenAI's batches.</summary>
    public static void OpenAi(string requests, string results, string errors, Func<int, string> codeOf)
    {
        var lines = Lines(requests).Select((line, i) => (Code: codeOf(i), Json: new JsonObject
        {
            ["id"] = $"batch_req_{i}",
            ["custom_id"] = line.GetProperty("custom_id").GetString(),
            ["response"] = codeOf(i) switch
            {
                "" => new JsonObject { ["status_code"] = 200, ["request_id"] = $"req_{i}", ["body"] = Completion(line.GetProperty("body"), new Random(i)) },
                "400" => JsonNode.Parse("""{"status_code":400,"request_id":"req","body":{"error":{"message":"too long","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}}"""),
                _ => null,
            },
            ["error"] = codeOf(i) is "" or "400" ? null : new JsonObject { ["code"] = codeOf(i), ["message"] = "This request could not be executed before the completion window expired." },
        }.ToJsonString())).ToList();
        File.WriteAllLines(results, lines.Where(line => line.Code.Length == 0).Select(line => line.Json));
        File.WriteAllLines(errors, lines.Where(line => line.Code.Length > 0).Select(line => line.Json));
    }

    public static List<JsonElement> Lines(string file) => [.. File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement)];

    private static JsonObject Message(JsonElement parameters, Random random) => new()
    {
        ["id"] = "msg_1",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = parameters.GetProperty("model").GetString(),
        ["content"] = new JsonArray(new JsonObject
        {
            ["type"] = "tool_use",
            ["id"] = "toolu_1",
            ["name"] = parameters.GetProperty("tools")[0].GetProperty("name").GetString(),
            ["input"] = SchemaExample.Of(parameters.GetProperty("tools")[0].GetProperty("input_schema"), random),
        }),
        ["stop_reason"] = "tool_use",
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = 11, ["output_tokens"] = 36 },
    };

    private static JsonObject Completion(JsonElement body, Random random) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["model"] = body.GetProperty("model").GetString(),
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = SchemaExample.Of(body.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema"), random)!.ToJsonString() },
            ["finish_reason"] = "stop",
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 22, ["completion_tokens"] = 2, ["total_tokens"] = 24 },
    };
}
