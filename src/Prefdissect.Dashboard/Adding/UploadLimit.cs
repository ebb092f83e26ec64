using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Prefdissect.Dashboard.Serving;

namespace Prefdissect.Dashboard.Adding;

/// <summary>
/// How much a request may send: a file as much as the options say, any other form little. A browser that is answered before it has sent its file shows a lost
/// connection, so a file that is too large is read to its end and forgotten, and then refused in words.
/// </summary>
internal static class UploadLimit
{
    /// <summary>What the other fields of a form may add to its file.</summary>
    public const long Slack = 256 * 1024;

    private const long MostThrownAway = 1L << 32;

    /// <summary>Lets a request pass or answers it.</summary>
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }
        var options = context.RequestServices.GetRequiredService<DashboardOptions>();
        var takesFile = AddAddresses.TakesFile(context.Request.Path);
        var most = takesFile ? options.MostUploadBytes + Slack : Slack;
        var size = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (context.Request.ContentLength is not { } length || length <= most)
        {
            if (size is { IsReadOnly: false }) size.MaxRequestBodySize = most;
            await next(context);
            return;
        }
        if (takesFile && length <= MostThrownAway && size is { IsReadOnly: false })
        {
            size.MaxRequestBodySize = length;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.Redirect($"{AddAddresses.Form(context.Request.Path)}?problem={AddProblems.Large}");
            return;
        }
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(AddProblems.Sentence(AddProblems.Large, options)!, context.RequestAborted);
    }
}
