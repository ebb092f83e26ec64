using Microsoft.Playwright;

namespace Prefdissect.Dashboard.Tests.Layout;

/// <summary>What a page shows later, when it is there; here the first answers of the server hold a part that says so.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RenewalTests(Chromium chromium, ServedDemo demo)
{
    private const string Waiting = "/study/published/dissection?judge=human";

    [Fact]
    public async Task What_comes_later_is_looked_at_again_until_it_is_there()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var asked = await WaitAsync(window, answers: 3);
        await window.GoAsync(Waiting);
        asked().ShouldBe(5);
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_page_that_a_person_has_asked_for_is_not_broken_off_by_what_comes_later()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var asked = await WaitAsync(window, answers: 1);
        await window.Page.RouteAsync("**/study/published/similarity", async route =>
        {
            // Longer than the part that comes later waits before it looks again.
            await Task.Delay(1500);
            await route.ContinueAsync();
        });
        await window.Page.GotoAsync(Waiting);
        await window.Page.Locator(".pages a", new PageLocatorOptions { HasText = "Similarity" }).ClickAsync();
        await window.AtAsync("**/study/published/similarity");
        await Assertions.Expect(window.Page.Locator("#matrix")).ToBeAttachedAsync();
        asked().ShouldBe(1);
        window.CheckQuiet();
    }

    // The first answers say that something comes later; how often the page was asked for is counted.
    private static async Task<Func<int>> WaitAsync(Window window, int answers)
    {
        var asked = 0;
        await window.Page.RouteAsync("**" + Waiting, async route =>
        {
            var answer = await route.FetchAsync();
            var text = await answer.TextAsync();
            if (++asked <= answers) text = text.Replace("</main>", """<p id="late" data-renew="200">Not yet</p></main>""", StringComparison.Ordinal);
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = text });
        });
        return () => asked;
    }
}
