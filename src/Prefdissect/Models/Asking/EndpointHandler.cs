using System.Net.Http.Headers;
using Prefdissect.Models.Endpoints;

namespace Prefdissect.Models.Asking;

/// <summary>Adds the key and the API's version to a request: the only place where a key becomes text.</summary>
internal sealed class EndpointHandler(Endpoint endpoint, ApiKey? key, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = null;
        if (key is not null && endpoint.Kind == EndpointKind.Azure) request.Headers.TryAddWithoutValidation("api-key", key.Reveal());
        else if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Reveal());
        if (endpoint.ApiVersion is { } version && request.RequestUri is { Query: "" } address) request.RequestUri = new Uri($"{address.AbsoluteUri}?api-version={Uri.EscapeDataString(version)}");
        return base.SendAsync(request, cancellationToken);
    }
}
