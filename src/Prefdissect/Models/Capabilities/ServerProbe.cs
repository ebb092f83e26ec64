using System.Text.Json;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;

namespace Prefdissect.Models.Capabilities;

/// <summary>Looks at the paths of a server's own that cost nothing: its list of models, its properties, its tokenizer. A path that is not there is a finding, not a fault.</summary>
internal sealed class ServerProbe(ModelClient client)
{
    private const int Largest = 8 * 1024 * 1024;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    public async Task<ModelCapabilities> TryAsync(CancellationToken cancellationToken)
    {
        var endpoint = client.Model.Endpoint;
        var models = await GetAsync(new Uri(endpoint.BaseUrl.AbsoluteUri.TrimEnd('/') + "/models"), cancellationToken).ConfigureAwait(false);
        var properties = await GetAsync(new Uri(endpoint.Root, "props"), cancellationToken).ConfigureAwait(false);
        var version = await GetAsync(new Uri(endpoint.Root, "version"), cancellationToken).ConfigureAwait(false);
        var listed = models?.RootElement.Items("data").FirstOrDefault(model => model.Text("id") == endpoint.Model);
        if (listed is { ValueKind: JsonValueKind.Undefined }) listed = models?.RootElement.Items("data").FirstOrDefault();
        var isLlama = properties?.RootElement.Field("default_generation_settings") is not null;
        var tokenizer = await TokenizerAsync(cancellationToken).ConfigureAwait(false);
        return new ModelCapabilities
        {
            Software = isLlama ? "llama.cpp" : tokenizer == TokenizerKind.Vllm || IsOwnedBy(listed, "vllm") ? "vllm" : version?.RootElement.Text("version") is not null ? "vllm" : "",
            ContextLength = properties?.RootElement.Field("default_generation_settings")?.Whole("n_ctx") ?? ContextOf(listed),
            Slots = properties?.RootElement.Whole("total_slots"),
            VocabularySize = listed is { ValueKind: JsonValueKind.Object } known ? known.Field("meta")?.Whole("n_vocab") : null,
            Tokenizer = tokenizer,
        };
    }

    private static bool IsOwnedBy(JsonElement? model, string owner) => model is { ValueKind: JsonValueKind.Object } known && known.Text("owned_by") == owner;

    // vLLM, OpenRouter and LM Studio each have their own name for it.
    private static int? ContextOf(JsonElement? model) => model is { ValueKind: JsonValueKind.Object } known
        ? known.Whole("max_model_len") ?? known.Whole("context_length") ?? known.Whole("max_context_length") ?? known.Field("meta")?.Whole("n_ctx_train")
        : null;

    private async Task<TokenizerKind> TokenizerAsync(CancellationToken cancellationToken)
    {
        var tokenizer = new Tokenizer(client, TokenizerKind.LlamaCpp);
        if (await tokenizer.TryTokenizeAsync("A", cancellationToken).ConfigureAwait(false) is { Count: > 0 }) return TokenizerKind.LlamaCpp;
        return await new Tokenizer(client, TokenizerKind.Vllm).TryTokenizeAsync("A", cancellationToken).ConfigureAwait(false) is { Count: > 0 } ? TokenizerKind.Vllm : TokenizerKind.None;
    }

    private async Task<JsonDocument?> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeLimit);
        try
        {
            var reply = await client.Connection.GetAsync(address, Largest, limited.Token).ConfigureAwait(false);
            return reply is { Status: 200, Body: { } body } ? JsonDocument.Parse(body) : null;
        }
        catch (Exception error) when (error is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }
}
