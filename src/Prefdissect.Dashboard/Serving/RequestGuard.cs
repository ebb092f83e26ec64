using System.Net;
using Microsoft.AspNetCore.Http;

namespace Prefdissect.Dashboard.Serving;

/// <summary>
/// Who may ask this server: a browser on this machine that was sent here by its own address. A page elsewhere that makes the browser ask (DNS rebinding, forms of other
/// sites) is refused by its Host, its Origin, or what the browser says of where the request comes from.
/// </summary>
internal static class RequestGuard
{
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Why a request is refused; <see langword="null"/> where it is not.</summary>
    public static string? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address)) return "Only this machine may ask.";
        if (!OwnNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)) return "This server answers only to localhost.";
        if (request.Headers.Origin.Count > 0 && request.Headers.Origin != $"{request.Scheme}://{request.Host}") return "This request comes from another site.";
        // A link elsewhere may lead here; a picture, frame or script elsewhere may not make this machine work.
        if (request.Headers["Sec-Fetch-Site"] == "cross-site" && request.Headers["Sec-Fetch-Mode"] != "navigate") return "This request comes from another site.";
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!isRead && request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site != "same-origin") return "This request comes from another site.";
        return null;
    }

    /// <summary>Refuses what must be refused, and sets the headers that every answer carries.</summary>
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        // Everything comes from this server; pictures are drawn in the page and turned into PNG there, hence blob: and data:.
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        // Under no-referrer a browser sends the forms of these very pages without their origin.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        if (Refusal(context) is { } refusal)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(refusal, context.RequestAborted);
            return;
        }
        await next(context);
    }
}
