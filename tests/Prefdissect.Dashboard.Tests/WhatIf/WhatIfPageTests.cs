using System.Text.Json;
using Microsoft.Playwright;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;

namespace Prefdissect.Dashboard.Tests.WhatIf;

[Collection(BrowserCollection.Name)]
public sealed class WhatIfPageTests(Chromium chromium, ServedDemo demo)
{
    [Fact]
    public async Task A_switch_moves_every_judge()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/what-if");
        await page.GetByRole(AriaRole.Radiogroup, new PageGetByRoleOptions { NameString = "lengthy", Exact = true }).GetByLabel("A has more").CheckAsync(new LocatorCheckOptions { Force = true });
        await page.WaitForURLAsync("**x.lengthy=1**");
        page.Url.ShouldNotContain("=0");
        (await page.Locator("#why .wide svg").CountAsync()).ShouldBe(1);
        window.CheckQuiet();
    }

    [Fact]
    public async Task Published_judges_answer_by_their_weights_alone()
    {
        var json = await demo.Server.Client.GetStringAsync(new Uri("/study/published/what-if/export/probability.json?judge=human&group=Code&x.lengthy=1&x.clear=-1", UriKind.Relative));
        var weights = PublishedJudges.Weights("human", "Code").Values;
        using var document = JsonDocument.Parse(json);
        var row = document.RootElement.GetProperty("rows").EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("probability").GetDouble().ShouldBe(Degree.Of(weights["lengthy"] - weights["clear"]), 1e-12);
        row.GetProperty("low").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
