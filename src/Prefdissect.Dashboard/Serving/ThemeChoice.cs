using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Prefdissect.Dashboard.Serving;

/// <summary>Light, dark, or as the system says: kept in a cookie, so that a page comes in the right colours at once.</summary>
internal static class ThemeChoice
{
    private const string Cookie = "prefdissect-theme";

    /// <summary>The themes by name; the first follows the system.</summary>
    public static IReadOnlyList<string> Names { get; } = ["system", "light", "dark"];

    /// <summary>The theme that a request asks for.</summary>
    public static string Of(HttpContext context) => context.Request.Cookies[Cookie] is { } name && Names.Contains(name) ? name : Names[0];

    /// <summary>Serves the switch.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/theme", (HttpContext context, [FromForm] string? theme, [FromForm] string? back) =>
    {
        if (theme is not null && Names.Contains(theme)) context.Response.Cookies.Append(Cookie, theme, new CookieOptions { SameSite = SameSiteMode.Strict, HttpOnly = true, MaxAge = TimeSpan.FromDays(365) });
        return Results.LocalRedirect(LocalAddress.OrHome(back));
    });
}
