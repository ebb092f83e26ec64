using Microsoft.Playwright;
using Prefdissect.Studies;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Dashboard.Tests.Samples;

[Collection(BrowserCollection.Name)]
public sealed class HostileTextTests(Chromium chromium) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-hostile-").FullName;

    [Fact]
    public async Task Hostile_texts_are_read_and_never_run()
    {
        var path = HostileStudy.Make(folder);
        await using var server = await Served.StartAsync(path);
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync("/study/hostile/samples");
        var rows = Rows(path);
        rows.Count.ShouldBe(HostileStudy.Texts.Count + 1);
        (await page.Locator(".sample").CountAsync()).ShouldBe(rows.Count);
        (await page.Locator(".samples").InnerTextAsync()).ShouldContain("<script>alert(1)</script>");
        foreach (var view in new[] { "", "?text=plain", "?show=difference", "?show=evidence" })
        {
            foreach (var row in rows.Where(row => !row.Query.Text.Contains(HostileStudy.LongWord, StringComparison.Ordinal)))
            {
                await window.GoAsync($"/study/hostile/pair/{row.Id}{view}");
                (await page.Locator("main script, main img, main iframe, main [onerror], main [onload], main [onclick], main [onfocus], main [style], main .text [id]").CountAsync()).ShouldBe(0);
                var links = await page.Locator(".text a").EvaluateAllAsync<string[]>("all => all.map(one => one.protocol + one.rel)");
                links.ShouldAllBe(link => link == "http:noreferrer nofollow");
            }
        }
        window.CheckQuiet();
    }

    [Fact]
    public async Task What_would_not_be_seen_is_shown_in_the_plain_text()
    {
        var path = HostileStudy.Make(folder);
        await using var server = await Served.StartAsync(path);
        await using var window = await chromium.OpenAsync(server.Address);
        var row = Rows(path).Single(row => row.Query.Text.Contains('\u001b'));
        var page = await window.GoAsync($"/study/hostile/pair/{row.Id}?text=plain");
        var text = await page.Locator(".responses").InnerTextAsync();
        text.ShouldContain("⟨ESC⟩[31mred⟨RLO⟩der");
        text.ShouldNotContain("\u202e");
        (await page.Locator(".responses .hidden").First.GetAttributeAsync("data-detail"))!.ShouldContain("ESC, U+001B");
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_megabyte_is_cut_and_shown_whole_on_demand()
    {
        var path = HostileStudy.Make(folder);
        await using var server = await Served.StartAsync(path);
        await using var window = await chromium.OpenAsync(server.Address);
        var row = Rows(path).Single(row => row.Query.Text.Contains(HostileStudy.LongWord, StringComparison.Ordinal));
        var page = await window.GoAsync($"/study/hostile/pair/{row.Id}");
        (await page.ContentAsync()).Length.ShouldBeLessThan(200_000);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Show all" }).First.ClickAsync();
        await window.AtAsync("**whole=yes**");
        await page.Locator(".response .plain").First.WaitForAsync();
        (await page.ContentAsync()).Length.ShouldBeGreaterThan(1_000_000);
        (await page.Locator(".cut").CountAsync()).ShouldBe(0);
        window.CheckQuiet();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IReadOnlyList<SampleRow> Rows(string path)
    {
        using var study = Study.OpenToRead(path);
        return SampleSearch.Run(study, SampleFilter.None, null, 100, CancellationToken.None).Rows;
    }
}
