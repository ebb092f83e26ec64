using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prefdissect.Scripted;

/// <summary>Writes the bodies of answers.</summary>
internal static class ScriptedAnswers
{
    public const string A = "A", B = "B";

    /// <summary>Number of the token " A"; " B" is the next.</summary>
    public const int IdOfA = 300;

    private static readonly string[] Others = [" The", " I", " As", " It", " We", " This", " Yes", " No", " Both", " Neither"];

    /// <summary>What a request is answered, in words.</summary>
    public static string Text(ScriptedOptions options, ScriptedRequest request)
    {
        if (options.Answer(request) is { } scripted) return scripted;
        if (request.Schema is { } schema) return SchemaExample.Of(schema, request.Random)!.ToJsonString();
        if (request.Body.TryGetProperty("response_format", out _) && options.Schema == SchemaSupport.SomeJson) return """{"colour":"blue"}""";
        return request.Body.TryGetProperty("logprobs", out _) || request.Body.TryGetProperty("n_probs", out _) ? Letters(options, request.Text)[0].Token.Trim() : "A short answer in words.";
    }

    public static JsonObject Chat(ScriptedOptions options, ScriptedRequest request, string text)
    {
        var choice = new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text, ["refusal"] = null },
            ["finish_reason"] = options.FinishReason,
        };
        if (request.Body.TryGetProperty("logprobs", out var asked) && asked.ValueKind == JsonValueKind.True && options.LogProbs != LogProbSupport.None)
        {
            var top = request.Body.TryGetProperty("top_logprobs", out var number) ? number.GetInt32() : 0;
            choice["logprobs"] = new JsonObject { ["content"] = new JsonArray(Entry(Letters(options, request.Text), top)) };
        }
        return Envelope("chat.completion", request, choice);
    }

    public static JsonObject Completion(ScriptedOptions options, ScriptedRequest request, string text)
    {
        var choice = new JsonObject { ["index"] = 0, ["text"] = text, ["finish_reason"] = "length" };
        if (request.Body.TryGetProperty("logprobs", out var number) && options.LogProbs != LogProbSupport.None)
        {
            var letters = Letters(options, request.Text);
            choice["logprobs"] = options.Text == TextSupport.LlamaCpp
                ? new JsonObject { ["content"] = new JsonArray(Entry(letters, number.GetInt32())) }
                : new JsonObject
                {
                    ["tokens"] = new JsonArray(letters[0].Token),
                    ["token_logprobs"] = new JsonArray(letters[0].Log),
                    ["top_logprobs"] = new JsonArray(new JsonObject(letters.Take(number.GetInt32()).Select(letter => KeyValuePair.Create(letter.Token, (JsonNode?)letter.Log)))),
                };
        }
        return Envelope("text_completion", request, choice);
    }

    public static JsonObject Llama(ScriptedOptions options, ScriptedRequest request, string text)
    {
        var body = new JsonObject { ["content"] = text, ["stop_type"] = "limit", ["tokens_evaluated"] = 12, ["tokens_predicted"] = 1, ["timings"] = new JsonObject { ["prompt_n"] = 2 } };
        if (request.Body.TryGetProperty("n_probs", out var number)) body["completion_probabilities"] = new JsonArray(Entry(Letters(options, request.Text), number.GetInt32(), Forced(request)));
        return body;
    }

    /// <summary>A vocabulary of twelve words and sixty numbers, likeliest first, whose probabilities add up to one.</summary>
    private static List<(string Token, double Log, int Id)> Letters(ScriptedOptions options, string text)
    {
        var odds = options.Letter(text);
        var weights = new List<(string Token, double Weight)> { (" A", 1 / (1 + Math.Exp(-odds))), (" B", 1 / (1 + Math.Exp(odds))) };
        weights.AddRange(Others.Select((token, i) => (token, 0.01 / (i + 1))));
        weights.AddRange(Enumerable.Range(0, 60).Select(i => ($" {i}", 1e-5)));
        var total = weights.Sum(weight => weight.Weight);
        return [.. weights.Select((weight, i) => (weight.Token, Math.Log(weight.Weight / total), IdOfA + i)).OrderByDescending(weight => weight.Item2)];
    }

    /// <summary>The token that a bias makes certain: it is said, and its log-probability is the one without the bias.</summary>
    private static int? Forced(ScriptedRequest request) =>
        request.Body.TryGetProperty("logit_bias", out var bias) && bias.ValueKind == JsonValueKind.Array && bias.GetArrayLength() > 0 ? bias[0][0].GetInt32() : null;

    private static JsonObject Entry(List<(string Token, double Log, int Id)> letters, int top, int? forced = null)
    {
        var entry = Candidate(letters.Find(letter => letter.Id == forced) is { Token: not null } said ? said : letters[0]);
        entry["top_logprobs"] = new JsonArray([.. letters.Take(top).Select(Candidate)]);
        return entry;
    }

    private static JsonObject Candidate((string Token, double Log, int Id) letter) => new() { ["id"] = letter.Id, ["token"] = letter.Token, ["logprob"] = letter.Log };

    private static JsonObject Envelope(string kind, ScriptedRequest request, JsonObject choice)
    {
        var (prompt, answer) = ((request.Text.Length / 4) + 1, 10);
        return new JsonObject
        {
            ["id"] = request.Id,
            ["object"] = kind,
            ["created"] = 1,
            ["model"] = request.Body.TryGetProperty("model", out var model) ? model.GetString() : "scripted",
            ["choices"] = new JsonArray(choice),
            ["usage"] = new JsonObject { ["prompt_tokens"] = prompt, ["completion_tokens"] = answer, ["total_tokens"] = prompt + answer },
        };
    }
}
