using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Prefdissect.Reporting.Pages;

namespace Prefdissect.Dashboard.Serving;

/// <summary>The style sheet, the script and the icon: part of the program, under addresses that change with their content.</summary>
internal static class EmbeddedAssets
{
    private static readonly Dictionary<string, (byte[] Bytes, string Type)> Files = new(StringComparer.Ordinal)
    {
        ["dashboard.css"] = (Encoding.UTF8.GetBytes(PageColours.Css() + Text("dashboard.css") + PageDrawings.Style), "text/css; charset=utf-8"),
        ["dashboard.js"] = (Encoding.UTF8.GetBytes(PageScripts.Marks + Text("dashboard.js")), "text/javascript; charset=utf-8"),
        ["icon.svg"] = (Encoding.UTF8.GetBytes(Text("icon.svg")), "image/svg+xml"),
    };

    /// <summary>The address of a file.</summary>
    public static string Address(string name) => $"/assets/{name}?v={Convert.ToHexStringLower(SHA256.HashData(Files[name].Bytes))[..12]}";

    /// <summary>Serves the files.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/assets/{name}", (string name, HttpContext context) =>
    {
        if (!Files.TryGetValue(name, out var file)) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(file.Bytes, file.Type);
    });

    private static string Text(string name)
    {
        using var stream = typeof(EmbeddedAssets).Assembly.GetManifestResourceStream("Assets/" + name) ?? throw new InvalidOperationException($"The program lacks its file {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
