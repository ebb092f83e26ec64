using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Prefdissect.Dashboard.Tests;

/// <summary>A browser window on a dashboard, which notes what must not happen: errors of scripts, violations of the policy, dialogs, requests to elsewhere.</summary>
public sealed class Window : IAsyncDisposable
{
    // What a page says it is still looking at; work that a person began may take long and is waited for where it is tested.
    private const string Later = "[data-renew]:not(.job)";

    private readonly IBrowserContext context;
    private readonly bool script;
    private readonly ConcurrentQueue<string> troubles = [];

    /// <summary>Watches a new page.</summary>
    public Window(IBrowserContext context, IPage page, Uri server, bool script)
    {
        this.context = context;
        this.script = script;
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

    /// <summary>Opens an address of the server and waits until the page is there, whole.</summary>
    public async Task<IPage> GoAsync(string address)
    {
        await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await WholeAsync();
        return Page;
    }

    /// <summary>Waits until a link or a form has led to an address, and the page is there, whole.</summary>
    /// <param name="address">The address, in which <c>**</c> stands for anything.</param>
    public async Task AtAsync(string address)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("^" + Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal) + "$"));
        await WholeAsync();
    }

    /// <summary>Fails where anything happened that must not.</summary>
    public void CheckQuiet() => troubles.ShouldBeEmpty();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private async Task WholeAsync()
    {
        // Without the script a person looks again.
        while (!script && await Page.Locator(Later).CountAsync() > 0) await Page.ReloadAsync();
        await Assertions.Expect(Page.Locator(Later)).ToHaveCountAsync(0);
    }
}
