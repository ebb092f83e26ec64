using Microsoft.Playwright;
using Prefdissect.Studies;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Dashboard.Tests.Samples;

/// <summary>What a pair's page shows of a study that models were asked about.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AskedPairTests(Chromium chromium) : IDisposable
{
    // As a page shows it in one line: what a reader would not see is named or left out, all else stands as it is.
    private static readonly string[] Shown = ["<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "[x](javascript:alert(3))"];

    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-asked-").FullName;

    [Fact]
    public async Task What_models_wrote_is_shown_and_does_nothing()
    {
        var path = await AskedStudy.MakeAsync(folder);
        await using var server = await Served.StartAsync(path);
        await using var window = await chromium.OpenAsync(server.Address);
        foreach (var view in new[] { "", "?text=plain", "?show=difference" })
        {
            var page = await window.GoAsync($"/study/asked/pair/{First(path)}{view}");
            await OpenAllAsync(page, "main details:not([open]) > summary");
            (await page.Locator("main script, main img, main iframe, main svg[onload], main [onerror], main [onload], main [style], main a[href^='javascript']").CountAsync()).ShouldBe(0);
            (await page.Locator("main").InnerTextAsync()).ShouldNotContain("\u001b");
        }
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_conversation_its_reference_and_its_ratings_are_shown()
    {
        var path = await AskedStudy.MakeAsync(folder);
        var pair = Details(path);
        await using var server = await Served.StartAsync(path);
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync($"/study/asked/pair/{pair.Id}?text=plain");
        (await page.Locator("h2").First.InnerTextAsync()).ShouldBe("Conversation");
        (await page.Locator(".turn .role").AllInnerTextsAsync()).ShouldBe(["user", "assistant", "user"]);
        await page.ClickAsync("#reference-0 summary");
        await HoldsAsync(page.Locator("#reference-0 .text"));

        pair.Annotations.Single().Info.ShouldNotBeNull();
        var rated = page.Locator("#by-0");
        await Assertions.Expect(rated).ToContainTextAsync("Rated by llm:scripted:pair");
        await HoldsAsync(rated.Locator("dl"));
        var errors = pair.Annotations.Single().Errors;
        errors.Count.ShouldBe(2);
        errors.Sum(of => of.Errors.Count).ShouldBeGreaterThan(0);
        var listed = await rated.Locator("h3:has-text('Errors in') + ul > li").AllInnerTextsAsync();
        listed.Count.ShouldBe(errors.Sum(of => of.Errors.Count));
        foreach (var text in Shown) listed.ShouldAllBe(item => item.Contains(text));
        (await rated.Locator("table tbody tr").CountAsync()).ShouldBe(pair.Annotations.Single().Ratings.Count);
        window.CheckQuiet();
    }

    [Fact]
    public async Task What_judges_said_in_each_order_is_shown()
    {
        var path = await AskedStudy.MakeAsync(folder);
        var pair = Details(path);
        await using var server = await Served.StartAsync(path);
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync($"/study/asked/pair/{pair.Id}");
        await OpenAllAsync(page, "details[id^=readings-]:not([open]) > summary");
        (await page.Locator("details[id^=readings-]").CountAsync()).ShouldBe(3);

        // The letter A is liked at either place, so that each response is preferred once.
        var letters = await RowsAsync(page, "letters");
        letters.Select(row => (row[0], row[2], row[3])).ShouldBe([("A", "A", "1.25"), ("B", "B", "\u22121.25")], ignoreOrder: true);
        letters.ShouldAllBe(row => row[4].EndsWith(" %", StringComparison.Ordinal));
        var reasons = await RowsAsync(page, "reasons");
        reasons.Count.ShouldBe(2);
        foreach (var text in Shown) reasons.ShouldAllBe(row => row[5].Contains(text));
        (await RowsAsync(page, "babbler")).ShouldAllBe(row => row[2] == "no verdict" && row[5].Contains("no letter in the answer"));
        await Assertions.Expect(page.Locator("table.judgements")).ToContainTextAsync(AskedStudy.Letters);
        await Assertions.Expect(page.Locator("table.judgements")).ToContainTextAsync(AskedStudy.Reasons);
        window.CheckQuiet();
    }

    [Fact]
    public async Task What_was_asked_of_few_pairs_is_drawn_as_too_few_and_stays_in_the_table()
    {
        var path = await AskedStudy.MakeAsync(folder);
        await using var server = await Served.StartAsync(path);
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync("/study/asked/bias");
        await page.Locator("#shares").WaitForAsync();
        var figure = page.Locator("#shares .wide");
        (await figure.TextContentAsync())!.ShouldContain("(n 3, too few)");
        (await figure.TextContentAsync())!.ShouldContain("measured on fewer than 10");
        var rows = await ExportedRows.OfAsync(server.Client, "/study/asked/bias", "shares", "");
        rows.Where(row => row.Text("judge") == AskedStudy.Letters && row.Text("measure").StartsWith("share of A", StringComparison.Ordinal)).Select(row => (row.Number("mean"), row.Number("n"))).ShouldBe([(1, 6)]);
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_command_in_a_sentence_is_shown_as_code()
    {
        var path = await AskedStudy.MakeAsync(folder);
        await using var server = await Served.StartAsync(path);
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync("/study/asked/similarity");
        var state = page.Locator("[role=alert]");
        (await state.InnerTextAsync()).ShouldNotContain("`");
        (await state.Locator("code").First.InnerTextAsync()).ShouldStartWith("prefdissect fit");
        window.CheckQuiet();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task OpenAllAsync(IPage page, string closed)
    {
        while (await page.Locator(closed).CountAsync() > 0) await page.Locator(closed).First.ClickAsync();
    }

    private static async Task HoldsAsync(ILocator place)
    {
        foreach (var text in Shown) await Assertions.Expect(place).ToContainTextAsync(text);
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> RowsAsync(IPage page, string judge)
    {
        var rows = await page.Locator($"details[id^=readings-]:has(summary:has-text('{judge}')) tbody tr").AllAsync();
        return await Task.WhenAll(rows.Select(row => row.Locator("td").AllInnerTextsAsync()));
    }

    private static string First(string path)
    {
        using var study = Study.OpenToRead(path);
        return SampleSearch.Run(study, SampleFilter.None, null, 1, CancellationToken.None).Rows[0].Id.ToString();
    }

    private static PairDetails Details(string path)
    {
        using var study = Study.OpenToRead(path);
        return PairDetailsWorkflow.Run(study, First(path));
    }
}
