using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Tests.Dissection;

[Collection(BrowserCollection.Name)]
public sealed class DissectionPageTests(Chromium chromium, ServedDemo demo)
{
    [Fact]
    public async Task Exports_hold_the_numbers_of_the_fits()
    {
        using var study = Study.OpenToRead(DemoStudy.Path);
        var fit = DissectWorkflow.Run(study, new DissectRequest { Judges = ["sim-longform"], Groups = ["Code"] }).Fits[0];
        var json = await demo.Server.Client.GetStringAsync(new Uri("/study/demo/dissection/export/degrees-1.json?judge=sim-longform&group=Code", UriKind.Relative));
        using var document = JsonDocument.Parse(json);
        var rows = document.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("property").GetString()!);
        rows.Count.ShouldBe(fit.Weights.Count);
        foreach (var weight in fit.Weights)
        {
            var row = rows[weight.Property];
            row.GetProperty("weight").GetDouble().ShouldBe(weight.Mean);
            row.GetProperty("degree").GetDouble().ShouldBe(Degree.Of(weight.Posterior.Median));
            row.GetProperty("degreeLow").GetDouble().ShouldBe(weight.PreferenceLow);
            row.GetProperty("pairs").GetInt32().ShouldBe(fit.Design.Pairs);
        }
        var csv = await demo.Server.Client.GetStringAsync(new Uri("/study/demo/dissection/export/degrees-1.csv?judge=sim-longform&group=Code", UriKind.Relative));
        csv.ShouldContain(fit.Weights[0].Mean.ToString(CultureInfo.InvariantCulture));
        var svg = await demo.Server.Client.GetStringAsync(new Uri("/study/demo/dissection/export/degrees-1.svg?judge=sim-longform&group=Code", UriKind.Relative));
        System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public async Task One_link_draws_the_papers_main_figure()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/published");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameString = "The paper’s main figure" }).ClickAsync();
        await window.AtAsync("**/dissection?**");
        (await page.Locator("#map .wide svg").CountAsync()).ShouldBe(1);
        // Two judges on eleven scenarios, 29 properties each.
        await page.Locator("#map details summary").ClickAsync();
        (await page.Locator("#map tbody tr").CountAsync()).ShouldBe(2 * 11 * 29);
        var human = Degree.Of(PublishedJudges.Weights("human", "Code").Values["lengthy"]);
        var cell = page.Locator("#map tbody tr").Filter(new LocatorFilterOptions { HasText = "human" }).Filter(new LocatorFilterOptions { HasText = "Code" }).Filter(new LocatorFilterOptions { HasText = "lengthy" }).Locator("td").Nth(3);
        double.Parse((await cell.GetAttributeAsync("data-value"))!, CultureInfo.InvariantCulture).ShouldBe(human, 1e-12);
        window.CheckQuiet();
    }

    [Fact]
    public async Task Choosing_changes_the_address_and_the_address_reproduces_the_view()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/dissection?judge=sim-person");
        await page.GetByLabel("Order").SelectOptionAsync("name");
        await window.AtAsync("**sort=name**");
        var svg = await page.Locator(".wide svg").First.InnerHTMLAsync();
        await using var other = await chromium.OpenAsync(demo.Server.Address);
        var again = await other.GoAsync(new Uri(page.Url).PathAndQuery);
        (await again.Locator(".wide svg").First.InnerHTMLAsync()).ShouldBe(svg);
        (await again.GetByLabel("Order").InputValueAsync()).ShouldBe("name");
        await page.GoBackAsync();
        await page.WaitForFunctionAsync("document.querySelector('select[name=sort]').value === 'published'");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Pages_work_without_script()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address, script: false);
        var page = await window.GoAsync("/study/demo/dissection?judge=sim-person");
        await page.GetByLabel("Order").SelectOptionAsync("disagreement");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Show" }).ClickAsync();
        await window.AtAsync("**sort=disagreement**");
        (await page.Locator(".wide svg").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_property_tells_its_definition_and_how_it_is_spread()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/dissection?judge=sim-person");
        await page.Locator(".wide svg a", new PageLocatorOptions { HasText = "well formatted" }).First.ClickAsync();
        await window.AtAsync("**property=well%20formatted**");
        (await page.Locator("#property-title").TextContentAsync()).ShouldBe("well formatted");
        (await page.Locator("#distribution .wide svg").CountAsync()).ShouldBe(1);
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_judge_that_is_not_there_is_told_with_those_that_are()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/dissection?judge=nobody");
        (await page.GetByRole(AriaRole.Alert).TextContentAsync())!.ShouldContain("sim-formatter");
    }
}
