using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Prefdissect.Dashboard.Serving;

/// <summary>
/// A request that failed is answered by a page that says so. That page is shown as to one who asks for it, not sent the form that failed: the form's bad token would
/// hinder it too.
/// </summary>
internal static class AnsweredAgain
{
    /// <summary>Address of the page for a form from before the server was started again.</summary>
    public const string OldForm = "/old-form";

    /// <summary>Turns what is answered again into the asking of a page.</summary>
    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        var isRefused = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isRefused && context.Features.Get<IExceptionHandlerFeature>() is null) return next(context);
        if (isRefused && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }) context.Request.Path = OldForm;
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        context.Features.Set<IFormFeature>(null);
        context.Request.Method = HttpMethods.Get;
        context.Request.ContentType = null;
        context.Request.ContentLength = null;
        context.Request.Body = Stream.Null;
        // The framework may have chosen a page by the address of before.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return next(context);
    }
}
