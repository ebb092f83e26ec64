using System.Text.Json;
using System.Text.Json.Nodes;
using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;

namespace Prefdissect.Models.Capabilities;

/// <summary>A server's own template that makes a text of a chat, as its model was trained to read it; by llama.cpp's <c>/apply-template</c>.</summary>
/// <param name="client">The client of the model.</param>
public sealed class ChatTemplate(ModelClient client)
{
    // A word that no template has, and none takes for something of its own.
    private const string Mark = "quillwortmessagequillwort";
    private const int Largest = 1024 * 1024;

    /// <summary>What stands before and behind a user's message, up to where the assistant's answer begins; <see langword="null"/> where the server does not tell.</summary>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<(string Opening, string Closing)?> AroundMessageAsync(CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = Mark }) };
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Default);
            var reply = await client.Connection.PostAsync(new Uri(client.Model.Endpoint.Root, "apply-template"), bytes, Largest, limited.Token).ConfigureAwait(false);
            if (reply is not { Status: 200, Body: { } found }) return null;
            using var document = JsonDocument.Parse(found);
            return document.RootElement.Text("prompt")?.Split(Mark) is [var opening, var closing] ? (opening, closing) : null;
        }
        catch (Exception error) when (error is JsonException or HttpRequestException or IOException or InvalidOperationException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }
}
