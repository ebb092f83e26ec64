using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Prefdissect.Dashboard.Tests;

/// <summary>A browser window on a dashboard, which notes what must not happen: errors of scripts, violations of the policy, dialogs, requests to elsewhere.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> troubles = [];

    /// <summary>Watches a new page.</summary>
    public Window(IBrowserContext context, IPage page, Uri server)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => troubles.Enqueue($"script error: {error}");
        page.Console += (_, message) =>
        {
            // A page that is answered with 404 on purpose is logged by the browser too.
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal)) troubles.Enqueue($"console: {message.Text}");
        };
        page.Dialog += (_, dialog) =>
        {
            troubles.Enqueue($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            if (url.Scheme is not ("data" or "blob") && url.Authority != server.Authority) troubles.Enqueue($"request to {request.Url}");
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Opens an address of the server and waits until it is there.</summary>
    public async Task<IPage> GoAsync(string address)
    {
        await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return Page;
    }

    /// <summary>Fails where anything happened that must not.</summary>
    public void CheckQuiet() => troubles.ShouldBeEmpty();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
