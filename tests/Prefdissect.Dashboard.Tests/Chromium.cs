using Microsoft.Playwright;

namespace Prefdissect.Dashboard.Tests;

/// <summary>One headless Chromium for the test run; a test gets a window of its own. Tests that need it skip where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    private static string? Executable => new[] { Environment.GetEnvironmentVariable("PREFDISSECT_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));

    /// <summary>A new window. What the page logs as an error, and every request that leaves the server, fails the test when <see cref="Window.CheckQuiet"/> is called.</summary>
    public async Task<Window> OpenAsync(Uri server, int width = 1280, int height = 900, ColorScheme colours = ColorScheme.Light, bool script = true)
    {
        if (browser is null) Assert.Skip("There is no Chromium: install Debian's package chromium, or name one in PREFDISSECT_CHROMIUM.");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = colours,
            JavaScriptEnabled = script,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(90_000);
        return new Window(context, await context.NewPageAsync(), server, script);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Executable is not { } executable) return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(90_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }
}
