using System.Text.Json.Nodes;

namespace Prefdissect.Scripted;

/// <summary>Writes what a reward model behind vLLM's <c>/pooling</c> gives.</summary>
internal static class ScriptedPooling
{
    public static JsonObject Body(ScriptedOptions options, ScriptedRequest request) => new()
    {
        ["id"] = request.Id,
        ["object"] = "list",
        ["model"] = request.Body.GetProperty("model").GetString(),
        ["data"] = new JsonArray(new JsonObject { ["index"] = 0, ["object"] = "pooling", ["data"] = new JsonArray([.. options.Score!(request.Text).Select(number => (JsonNode)number)]) }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = (request.Text.Length / 4) + 1, ["total_tokens"] = (request.Text.Length / 4) + 1 },
    };
}
