using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Prefdissect.Scripted;

/// <summary>Writes one reply, whole or spoilt.</summary>
internal sealed class ScriptedReply(HttpContext context, ScriptedOptions script, Tally tally)
{
    private const int HugeBody = 10 * 1024 * 1024;
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(200);

    public async Task WriteAsync(ScriptedRequest request, Fault? fault, UInt128 hash)
    {
        if (await RefuseAsync(request)) return;
        if (await BreakAsync(fault)) return;
        var delay = script.Latency + (fault == Fault.Late ? Lateness * request.Random.NextDouble() : TimeSpan.Zero);
        if (delay > TimeSpan.Zero) await Task.Delay(delay, context.RequestAborted);
        request = request with { Schema = SchemaOf(request.Body) };
        var text = fault switch
        {
            Fault.RefusalInWords => "I am sorry, but I cannot help with that.",
            Fault.TruncatedText => """{"cut": """,
            Fault.OtherSchema => """{"weather":"fine","wind":[3,4]}""",
            _ => ScriptedAnswers.Text(script, request),
        };
        var body = request.Path switch
        {
            "/v1/chat/completions" => ScriptedAnswers.Chat(script, request, text),
            "/pooling" => ScriptedPooling.Body(script, request),
            "/v1/completions" => ScriptedAnswers.Completion(script, request, text),
            _ => ScriptedAnswers.Llama(script, request, text),
        };
        if (fault == Fault.Refusal && body["choices"]?[0]?["message"] is JsonObject message) (message["content"], message["refusal"]) = (null, "I will not do that.");
        if (script.CutShort(request) && body["choices"]?[0] is JsonObject choice) (choice["message"]!["content"], choice["finish_reason"]) = (script.CutText, "length");
        if (fault == Fault.NoChoice) body["choices"] = new JsonArray();
        var json = body.ToJsonString();
        if (fault == Fault.DuplicateFields) json = """{"choices":[{"index":0,"message":{"role":"assistant","content":"another answer"},"finish_reason":"stop"}],""" + json[1..];
        if (fault == Fault.TruncatedBody) json = json[..(json.Length / 2)];
        if (fault is not (Fault.NoChoice or Fault.DuplicateFields or Fault.TruncatedBody)) tally.Deliver(hash);
        await WriteAsync(json);
    }

    private async Task<bool> RefuseAsync(ScriptedRequest request)
    {
        if (script.Error(request) is { } error)
        {
            if (error.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
            if (error.RetryAfterMilliseconds is { } exact) context.Response.Headers["retry-after-ms"] = exact;
            context.Response.StatusCode = error.Status;
            await WriteAsync(error.Body);
            return true;
        }
        var asksFormat = request.Body.TryGetProperty("response_format", out _);
        if (asksFormat && script.Schema == SchemaSupport.Refuses)
        {
            await ScriptedServer.ReplyAsync(context, 400, ScriptedServer.Error("response_format is not supported", "invalid_request_error"));
            return true;
        }
        if (script.LogProbs != LogProbSupport.Top20 || !request.Body.TryGetProperty("top_logprobs", out var top) || top.GetInt32() <= 20) return false;
        await ScriptedServer.ReplyAsync(context, 400, ScriptedServer.Error("top_logprobs must be at most 20", "invalid_request_error"));
        return true;
    }

    private async Task<bool> BreakAsync(Fault? fault)
    {
        switch (fault)
        {
            case Fault.TooManyRequests:
                context.Response.Headers.RetryAfter = script.RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
                await ScriptedServer.ReplyAsync(context, 429, ScriptedServer.Error("slow down", "rate_limit_error"));
                return true;
            case Fault.ServerError:
                await ScriptedServer.ReplyAsync(context, 500, ScriptedServer.Error("something broke", "server_error"));
                return true;
            case Fault.Loading:
                await ScriptedServer.ReplyAsync(context, 503, ScriptedServer.Error("Loading model", "unavailable_error"));
                return true;
            case Fault.Hang:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return true;
            case Fault.Reset:
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("""{"id":"scripted","choices":[{"index":0,"mess""");
                await context.Response.Body.FlushAsync();
                context.Abort();
                return true;
            case Fault.Huge:
                await WriteHugeAsync();
                return true;
            default:
                return false;
        }
    }

    private async Task WriteHugeAsync()
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"id":"scripted","choices":[{"index":0,"message":{"role":"assistant","content":" """);
        var chunk = new string('x', 64 * 1024);
        try
        {
            for (var written = 0; written < HugeBody; written += chunk.Length) await context.Response.WriteAsync(chunk, context.RequestAborted);
            await context.Response.WriteAsync("\"},\"finish_reason\":\"stop\"}]}", context.RequestAborted);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The client has read enough.
        }
    }

    private JsonElement? SchemaOf(JsonElement body)
    {
        if (body.TryGetProperty("json_schema", out var native)) return native;
        if (!body.TryGetProperty("response_format", out var format)) return null;
        return (script.Schema, format.GetProperty("type").GetString()) switch
        {
            (SchemaSupport.Follows, "json_schema") => format.GetProperty("json_schema").GetProperty("schema"),
            (SchemaSupport.FollowsInObject, "json_object") when format.TryGetProperty("schema", out var schema) => schema,
            _ => null,
        };
    }

    private async Task WriteAsync(string json)
    {
        context.Response.ContentType = "application/json";
        var bytes = Encoding.UTF8.GetBytes(json);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
