using System.Text.Json;
using System.Text.Json.Nodes;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;

namespace Prefdissect.Models.Capabilities;

/// <summary>A server's own tokenizer: how a text is cut is known only by who made the model.</summary>
/// <param name="client">The client of the model.</param>
/// <param name="kind">How the server is asked; found by <see cref="CapabilityProbe"/>.</param>
public sealed class Tokenizer(ModelClient client, TokenizerKind kind)
{
    private const int Largest = 32 * 1024 * 1024;

    /// <summary>Ids of a text's tokens, without those that begin a prompt.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ModelUnavailableException">The server does not answer.</exception>
    public async Task<IReadOnlyList<int>> TokenizeAsync(string text, CancellationToken cancellationToken) =>
        await TryTokenizeAsync(text, cancellationToken).ConfigureAwait(false)
        ?? throw new ModelUnavailableException($"{client.Model.Endpoint.BaseUrl.Authority} does not cut a text into tokens when asked. Is the server still running?");

    internal async Task<IReadOnlyList<int>?> TryTokenizeAsync(string text, CancellationToken cancellationToken)
    {
        if (kind == TokenizerKind.None) return null;
        var body = kind == TokenizerKind.LlamaCpp
            ? new JsonObject { ["content"] = text, ["add_special"] = false }
            : new JsonObject { ["model"] = client.Model.Endpoint.Model, ["prompt"] = text, ["add_special_tokens"] = false };
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Default);
            var reply = await client.Connection.PostAsync(new Uri(client.Model.Endpoint.Root, "tokenize"), bytes, Largest, limited.Token).ConfigureAwait(false);
            if (reply is not { Status: 200, Body: { } found }) return null;
            using var document = JsonDocument.Parse(found);
            return [.. document.RootElement.Items("tokens").Select(token => token.ValueKind == JsonValueKind.Number ? token.GetInt32() : token.GetProperty("id").GetInt32())];
        }
        catch (Exception error) when (error is JsonException or HttpRequestException or IOException or InvalidOperationException or KeyNotFoundException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }
}
