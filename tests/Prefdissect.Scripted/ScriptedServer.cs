using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Prefdissect.Scripted;

/// <summary>A model server on loopback that answers by a script, spoils requests by seed, and counts everything. Real HTTP.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private volatile ScriptedOptions options;
    private int admitted;

    private ScriptedServer(WebApplication application, ScriptedOptions options) => (this.application, this.options) = (application, options);

    /// <summary>Address before <c>/chat/completions</c>.</summary>
    public string Url { get; private set; } = "";

    /// <summary>What was counted.</summary>
    public Tally Tally { get; } = new();

    /// <summary>How it behaves; may change while it runs.</summary>
    public ScriptedOptions Options
    {
        get => options;
        set => options = value;
    }

    /// <summary>Starts a server on a free port.</summary>
    public static async Task<ScriptedServer> StartAsync(ScriptedOptions options, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var server = new ScriptedServer(builder.Build(), options);
        server.application.Run(server.HandleAsync);
        await server.application.StartAsync();
        server.Url = server.application.Urls.First() + "/v1";
        return server;
    }

    /// <summary>Runs until the process is told to end.</summary>
    public Task WaitAsync() => application.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await application.StopAsync(now.Token);
        await application.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var script = options;
        var path = context.Request.Path.Value ?? "/";
        Tally.Asked(path);
        if (script.Key is { } key && context.Request.Headers.Authorization != $"Bearer {key}")
        {
            // Some servers repeat the key that they refuse.
            await ReplyAsync(context, 401, Error($"Incorrect API key provided: {context.Request.Headers.Authorization}", "invalid_api_key"));
            return;
        }
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await GetAsync(context, script, path);
            return;
        }
        var body = await ReadAsync(context.Request.Body);
        JsonElement root;
        try
        {
            root = JsonDocument.Parse(body).RootElement;
        }
        catch (JsonException)
        {
            await ReplyAsync(context, 400, Error("the body is no JSON", "invalid_request_error"));
            return;
        }
        if (path == "/tokenize" && script.Text != TextSupport.None) await TokenizeAsync(context, script, root);
        else if (!Serves(script, path)) await ReplyAsync(context, 404, Error("no such path", "not_found_error"));
        else await AnswerAsync(context, script, path, root, body);
    }

    private static bool Serves(ScriptedOptions script, string path) => path switch
    {
        "/v1/chat/completions" => true,
        "/pooling" => script.Score is not null,
        "/v1/completions" => script.Text != TextSupport.None,
        "/completion" => script.Text == TextSupport.LlamaCpp,
        _ => false,
    };

    private static Task GetAsync(HttpContext context, ScriptedOptions script, string path) => path switch
    {
        "/v1/models" => ReplyAsync(context, 200, new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(new JsonObject { ["id"] = "scripted", ["owned_by"] = script.Text == TextSupport.Vllm ? "vllm" : "us", ["max_model_len"] = 4096, ["meta"] = new JsonObject { ["n_vocab"] = 72 } }),
        }),
        "/props" when script.Text == TextSupport.LlamaCpp => ReplyAsync(context, 200, new JsonObject { ["default_generation_settings"] = new JsonObject { ["n_ctx"] = 2048 }, ["total_slots"] = 4 }),
        "/health" => ReplyAsync(context, 200, new JsonObject { ["status"] = "ok" }),
        _ => ReplyAsync(context, 404, Error("no such path", "not_found_error")),
    };

    private static Task TokenizeAsync(HttpContext context, ScriptedOptions script, JsonElement root)
    {
        if (!root.TryGetProperty(script.Text == TextSupport.LlamaCpp ? "content" : "prompt", out var text)) return ReplyAsync(context, 400, Error("no text", "invalid_request_error"));
        return ReplyAsync(context, 200, new JsonObject { ["tokens"] = new JsonArray([.. text.GetString()!.Split(' ').Select(word => (JsonNode)(word is ScriptedAnswers.A ? ScriptedAnswers.IdOfA : word is ScriptedAnswers.B ? ScriptedAnswers.IdOfA + 1 : word.Length))]) });
    }

    private async Task AnswerAsync(HttpContext context, ScriptedOptions script, string path, JsonElement root, byte[] body)
    {
        var hash = BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(body));
        var before = Tally.Begin(hash);
        try
        {
            if (script.Slots > 0 && Tally.Open > script.Slots)
            {
                context.Response.Headers.RetryAfter = "0.05";
                await ReplyAsync(context, 429, Error("too many requests at once", "rate_limit_error"));
                return;
            }
            for (var place = Interlocked.Increment(ref admitted); place > (options.MostAnswered ?? int.MaxValue);) await Task.Delay(20, context.RequestAborted);
            // Chance of the request itself, and chance of this time that it comes.
            var ofRequest = new Random(script.Seed ^ (int)(uint)(ulong)hash);
            var ofTime = new Random(script.Seed + (int)(uint)(ulong)(hash >> 64) + (7919 * before));
            var fault = ofTime.NextDouble() < script.FaultShare ? script.Faults[ofTime.Next(script.Faults.Count)] : (Fault?)null;
            if (fault is { } spoilt) Tally.Spoil(spoilt);
            await new ScriptedReply(context, script, Tally).WriteAsync(new ScriptedRequest(path, root, TextOf(root), null, ofRequest) { Id = FormattableString.Invariant($"{Tally.IdOf(hash)}.{before + 1}") }, fault, hash);
        }
        finally
        {
            Tally.End();
        }
    }

    internal static async Task ReplyAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    internal static JsonObject Error(string message, string type) => new() { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["code"] = type } };

    private static string TextOf(JsonElement root)
    {
        if (root.TryGetProperty("prompt", out var prompt)) return prompt.GetString()!;
        return root.TryGetProperty("messages", out var messages) ? string.Join("\n", messages.EnumerateArray().Select(message => message.GetProperty("content").GetString())) : "";
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }
}
