using System.Text.Json;
using Microsoft.Playwright;

namespace Prefdissect.Dashboard.Tests;

/// <summary>
/// The checker of accessibility, axe-core, where it was fetched (<c>tools/get-axe</c>, as CI does): it is of another licence and no part of this project. Without it
/// the checks that need it are left out, and <see cref="Layout.AxeCoreTests"/> says so.
/// </summary>
internal static class AxeCore
{
    /// <summary>The script; <see langword="null"/> where it is not there.</summary>
    public static string? Script { get; } = Find() is { } path ? File.ReadAllText(path) : null;

    /// <summary>What it finds on a page that is serious or worse, each with the first places.</summary>
    public static async Task<IReadOnlyList<string>> SeriousFindingsAsync(IPage page, string script)
    {
        // Through the debugging protocol: the page's own policy lets no script in, which is as it should be.
        await page.EvaluateAsync(script);
        var found = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        return
        [
            .. found.GetProperty("violations").EnumerateArray()
                .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(violation => $"{violation.GetProperty("id").GetString()}: {string.Join(" | ", violation.GetProperty("nodes").EnumerateArray().Take(3).Select(node => node.GetProperty("html").GetString()))}"),
        ];
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("PREFDISSECT_AXE") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "tests", "axe", "axe.min.js");
            if (File.Exists(path)) return path;
        }
        return null;
    }
}
