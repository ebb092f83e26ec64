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
        var asked = 0;
        await WaitAsync(window, () => ++asked <= 3);
        await window.GoAsync(Waiting);
        asked.ShouldBe(5);
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_page_that_a_person_has_asked_for_is_not_broken_off_by_what_comes_later()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var isAsked = false;
        await WaitAsync(window, () => !Volatile.Read(ref isAsked));
        await window.Page.RouteAsync("**/study/published/similarity", async route =>
        {
            // From now on the part is there; the page that was asked for takes longer than the part waits before it is looked at again.
            Volatile.Write(ref isAsked, true);
            await Task.Delay(1500);
            await route.ContinueAsync();
        });
        await window.Page.GotoAsync(Waiting);
        await window.Page.Locator(".pages a", new PageLocatorOptions { HasText = "Similarity" }).ClickAsync();
        await window.AtAsync("**/study/published/similarity");
        await Assertions.Expect(window.Page.Locator("#matrix")).ToBeAttachedAsync();
        window.CheckQuiet();
    }

    // Answers say that something comes later, as long as it does.
    private static Task WaitAsync(Window window, Func<bool> isLate) =>
        window.Page.RouteAsync("**" + Waiting, async route =>
        {
            var answer = await route.FetchAsync();
            var text = await answer.TextAsync();
            if (isLate()) text = text.Replace("</main>", """<p id="late" data-renew="200">Not yet</p></main>""", StringComparison.Ordinal);
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = text });
        });
}
