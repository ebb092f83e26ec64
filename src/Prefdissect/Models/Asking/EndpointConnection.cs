using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Net;
using OpenAI;
using OpenAI.Chat;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Asking;

/// <summary>
/// The wire to one endpoint: chats by OpenAI's library, everything that is not OpenAI's by HTTP. It neither retries nor waits nor judges what came.
/// </summary>
internal sealed class EndpointConnection : IDisposable
{
    private readonly Endpoint endpoint;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly ChatClient chat;

    public EndpointConnection(Endpoint endpoint, ApiKey? key, TimeProvider time)
    {
        this.endpoint = endpoint;
        this.time = time;
        http = new HttpClient(new EndpointHandler(endpoint, key, new SocketsHttpHandler
        {
            // A redirect would carry the key and the texts to another server.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = Math.Max(endpoint.Limits.Concurrency, 4),
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        chat = new ChatClient(endpoint.Model, new ApiKeyCredential("set-by-the-handler"), new OpenAIClientOptions
        {
            Endpoint = endpoint.BaseUrl,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });
    }

    /// <summary>Sends a request's body by its shape's way.</summary>
    public Task<ServerReply> SendAsync(RequestShape shape, byte[] body, int largest, CancellationToken cancellationToken) => shape switch
    {
        RequestShape.Chat => ChatAsync(body, largest, cancellationToken),
        RequestShape.Text => PostAsync(new Uri(Slashed(endpoint.BaseUrl), "completions"), body, largest, cancellationToken),
        RequestShape.Pooling => PostAsync(new Uri(endpoint.Root, "pooling"), body, largest, cancellationToken),
        _ => PostAsync(new Uri(endpoint.Root, "completion"), body, largest, cancellationToken),
    };

    /// <summary>Posts JSON to an address.</summary>
    public async Task<ServerReply> PostAsync(Uri address, byte[] body, int largest, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        return await ExchangeAsync(request, largest, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets what stands at an address.</summary>
    public async Task<ServerReply> GetAsync(Uri address, int largest, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await ExchangeAsync(request, largest, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static Uri Slashed(Uri address) => new(address.AbsoluteUri.TrimEnd('/') + "/");

    private async Task<ServerReply> ChatAsync(byte[] body, int largest, CancellationToken cancellationToken)
    {
        // Unbuffered, because the library would otherwise read a body of any size.
        var options = new RequestOptions { CancellationToken = cancellationToken, ErrorOptions = ClientErrorBehaviors.NoThrow, BufferResponse = false };
        var result = await chat.CompleteChatAsync(BinaryContent.Create(BinaryData.FromBytes(body)), options).ConfigureAwait(false);
        using var response = result.GetRawResponse();
        var bytes = response.ContentStream is { } stream ? await BoundedBody.ReadAsync(stream, largest, cancellationToken).ConfigureAwait(false) : [];
        return new ServerReply(response.Status, bytes, RetryAfter(name => response.Headers.TryGetValue(name, out var value) ? value : null));
    }

    private async Task<ServerReply> ExchangeAsync(HttpRequestMessage request, int largest, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var bytes = await BoundedBody.ReadAsync(stream, largest, cancellationToken).ConfigureAwait(false);
        return new ServerReply((int)response.StatusCode, bytes, RetryAfter(name => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null));
    }

    private TimeSpan? RetryAfter(Func<string, string?> header)
    {
        if (Number(header("retry-after-ms")) is { } milliseconds) return Bounded(TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, 1e9)));
        if (header("Retry-After") is not { } text) return null;
        if (Number(text) is { } seconds) return Bounded(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 1e6)));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Bounded(date - time.GetUtcNow()) : null;
    }

    // A server may write NaN, and it is read as a number.
    private static double? Number(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private TimeSpan Bounded(TimeSpan asked) => TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, endpoint.Limits.LongestPause.Ticks * 10));
}
