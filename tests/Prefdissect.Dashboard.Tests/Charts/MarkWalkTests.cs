using Microsoft.Playwright;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Tests.Charts;

[Collection(BrowserCollection.Name)]
public sealed class MarkWalkTests(Chromium chromium, ServedDemo demo)
{
    [Fact]
    public async Task Arrow_keys_walk_through_the_marks_of_a_figure_and_each_is_shown_and_said()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/published/dissection?judge=human&judge=yi-6b");
        var (figure, tip, said) = (page.Locator("#degrees-1 .wide svg"), page.Locator("#tip"), page.Locator("#mark-said"));
        await figure.FocusAsync();
        await Assertions.Expect(tip).ToBeHiddenAsync();
        (await figure.GetAttributeAsync("aria-describedby")).ShouldBe("mark-hint");
        foreach (var (key, told) in new[]
        {
            ("ArrowRight", Told("human", "harmless")), ("ArrowRight", Told("yi-6b", "harmless")), ("ArrowRight", "grammarly correct: "), ("ArrowRight", Told("human", "grammarly correct")), ("ArrowDown", Told("yi-6b", "grammarly correct")),
            ("ArrowUp", Told("human", "grammarly correct")), ("ArrowLeft", "grammarly correct: "), ("ArrowUp", "harmless: "), ("ArrowDown", "grammarly correct: "), ("ArrowLeft", Told("yi-6b", "harmless")), ("End", Told("yi-6b", "correct mistakes")), ("ArrowRight", Told("yi-6b", "correct mistakes")), ("Home", Told("human", "harmless")),
        })
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(said).ToContainTextAsync(told);
            await Assertions.Expect(tip).ToContainTextAsync(told);
        }
        (await page.Locator("[data-here]").CountAsync()).ShouldBe(1);
        if (AxeCore.Script is { } script) (await AxeCore.SeriousFindingsAsync(page, script)).ShouldBeEmpty();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tip).ToBeHiddenAsync();
        await Assertions.Expect(said).ToBeEmptyAsync();
        (await page.Locator("[data-here]").CountAsync()).ShouldBe(0);
        await Assertions.Expect(figure).ToBeFocusedAsync();
        await CheckOneStopAsync(page, figure);
        window.CheckQuiet();
    }

    [Theory]
    [InlineData("/study/demo/dissection", "#degrees-1 .wide svg")]
    [InlineData("/study/published/dissection?view=map", ".wide svg")]
    [InlineData("/study/demo/similarity", "#matrix .wide svg")]
    [InlineData("/study/demo/similarity", "#map .wide svg")]
    [InlineData("/study/demo/contrast?x=sim-formatter&y=sim-longform", "#differences .wide svg")]
    public async Task A_figure_is_one_stop_whatever_leads_somewhere_in_it_but_without_a_script_each_link_is_one(string address, string place)
    {
        await using (var window = await chromium.OpenAsync(demo.Server.Address))
        {
            var page = await window.GoAsync(address);
            var figure = page.Locator(place).First;
            await figure.FocusAsync();
            await CheckOneStopAsync(page, figure);
            window.CheckQuiet();
        }
        await using var plain = await chromium.OpenAsync(demo.Server.Address, script: false);
        var links = (await plain.GoAsync(address)).Locator(place).First.Locator("a");
        (await links.CountAsync()).ShouldBeGreaterThan(1);
        (await links.EvaluateAllAsync<bool>("links => links.every(link => link.tabIndex === 0)")).ShouldBeTrue();
    }

    [Fact]
    public async Task Enter_follows_the_name_of_a_row()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/published/dissection?view=map&judge=human&judge=yi-6b");
        await page.Locator("[data-walk]:visible").First.FocusAsync();
        foreach (var key in new[] { "Home", "ArrowLeft", "ArrowDown" }) await page.Keyboard.PressAsync(key);
        var name = (await page.Locator("#mark-said").TextContentAsync())!;
        await Assertions.Expect(page.Locator("#tip")).ToHaveTextAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await window.AtAsync($"**property={Uri.EscapeDataString(name.Split(':')[0])}**");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Enter_follows_the_link_of_a_mark_and_figures_that_come_later_can_be_walked_too()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/published/similarity?order=name&judge=human&judge=yi-6b&judge=qwen-7b");
        await page.Locator("#matrix .wide svg").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#mark-said")).ToContainTextAsync("human and qwen-7b:");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#mark-said")).ToContainTextAsync("human and yi-6b:");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#mark-said")).ToContainTextAsync("qwen-7b and yi-6b:");
        await page.Keyboard.PressAsync("Enter");
        await window.AtAsync("**/contrast?**");
        await Assertions.Expect(page.Locator("select[name=x]")).ToHaveValueAsync("qwen-7b");
        await Assertions.Expect(page.Locator("select[name=y]")).ToHaveValueAsync("yi-6b");

        await page.Locator("#differences .wide svg").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page.Locator("#mark-said")).ToContainTextAsync("no interval");
        await page.GetByLabel("Order").SelectOptionAsync("name");
        await window.AtAsync("**sort=name**");
        await page.Locator("#differences .wide svg").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#mark-said")).ToContainTextAsync("admit limits:");
        window.CheckQuiet();
    }

    // The figure has the focus: the tabulator leaves it for what comes next on the page, and comes back to it.
    private static async Task CheckOneStopAsync(IPage page, ILocator figure)
    {
        await Assertions.Expect(figure).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        (await figure.EvaluateAsync<bool>(
            """
            figure => document.activeElement === [...document.querySelectorAll('a,button,input,select,textarea,summary,[tabindex]')]
              .find(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility() && !figure.contains(one) && figure.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
            """)).ShouldBeTrue($"focused is {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)")}");
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(figure).ToBeFocusedAsync();
    }

    private static string Told(string judge, string property) => $"{judge} · {property} · all pairs: {Rounded.Percent(Degree.Of(PublishedJudges.MeanWeights(judge).Values[property]))} %";
}
