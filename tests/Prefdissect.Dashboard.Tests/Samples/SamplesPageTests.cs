using Microsoft.Playwright;
using Prefdissect.Annotating.Surface;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Dashboard.Tests.Samples;

[Collection(BrowserCollection.Name)]
public sealed class SamplesPageTests(Chromium chromium, ServedDemo demo)
{
    private const int RowsOfPage = 25;

    public static TheoryData<string, SampleFilter> Filters
    {
        get
        {
            var (one, other) = (Judges[0], Judges[1]);
            return new TheoryData<string, SampleFilter>
            {
                { "", SampleFilter.None },
                { "?q=the", new SampleFilter { Text = "the" } },
                { $"?voter={Uri.EscapeDataString(one)}&vote=b", new SampleFilter { Vote = new VoteCondition(one, Verdict.B) } },
                { $"?disagree={Uri.EscapeDataString(one)}&with={Uri.EscapeDataString(other)}", new SampleFilter { Disagree = new Disagreement((one, other)) } },
                { "?disagree=*&property=lengthy&more=a", new SampleFilter { Disagree = Disagreement.Any, Property = new PropertyDifference("lengthy", MoreOf.A) } },
                { $"?wrong={Uri.EscapeDataString(one)}", new SampleFilter { ModelWrong = one } },
                { $"?decided-by={Uri.EscapeDataString(one)}&decided=lengthy", new SampleFilter { DecidedBy = new DecisiveProperty(one, "lengthy") } },
                { "?flagged=yes", new SampleFilter { Flagged = true } },
            };
        }
    }

    private static IReadOnlyList<string> Judges => Read(study => new StudyReader(study).JudgeNames());

    [Theory]
    [MemberData(nameof(Filters), DisableDiscoveryEnumeration = true)]
    public async Task The_list_holds_what_the_search_finds(string query, SampleFilter filter)
    {
        var expected = Read(study => SampleSearch.Run(study, filter, null, RowsOfPage, CancellationToken.None));
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/samples" + query);
        (await Shown(page)).ShouldBe(expected.Rows.Select(row => row.Id.ToString()[..20]));
        if (expected.Rows.Count == 0) (await page.Locator(".state").InnerTextAsync()).ShouldContain(expected.IsBrokenOff ? "Nothing yet" : "No pair matches");
        if (expected.Total is { } total) (await page.Locator("main [role=status] strong").InnerTextAsync()).ShouldBe($"{total.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)} {(total == 1 ? "pair" : "pairs")}");
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_search_that_is_left_by_key_stays_and_the_list_is_walked_by_keys()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/samples");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("\"you can\"");
        await window.AtAsync("**q=**can%22");
        await Assertions.Expect(page.Locator("main")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator("#search").InputValueAsync()).ShouldBe("\"you can\"");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        var second = await page.Locator("[data-row]").Nth(1).GetAttributeAsync("href");
        await Assertions.Expect(page.Locator("[data-row]").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Pair");
        new Uri(page.Url).PathAndQuery.ShouldBe(second);
        window.CheckQuiet();
    }

    [Fact]
    public async Task Only_properties_that_were_measured_are_offered()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/samples?annotator=surface");
        // What is measured is looked up beside the first requests.
        for (var tries = 0; tries < 600 && await page.Locator("[name=property] optgroup").CountAsync() == 0; tries++) await window.GoAsync("/study/demo/samples?annotator=surface");
        var measured = new SurfaceAnnotator().Properties.Select(property => property.ShortName).ToList();
        var offered = await page.Locator("[name=property] > option").EvaluateAllAsync<string[]>("all => all.map(one => one.value).filter(one => one)");
        offered.ShouldBe(measured, ignoreOrder: true);
        (await page.Locator("[name=property] optgroup").GetAttributeAsync("label")).ShouldBe("not measured by surface");
        (await page.Locator("[name=property] optgroup option:not([disabled])").CountAsync()).ShouldBe(0);
        (await page.Locator("[name=decided] option").CountAsync()).ShouldBe(measured.Count + 1);
        window.CheckQuiet();
    }

    [Fact]
    public async Task Everything_can_be_reached_by_keys_and_the_filter_stays()
    {
        var judge = Judges[0];
        var filter = new SampleFilter { Vote = new VoteCondition(judge, Verdict.A) };
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/samples");
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("search");
        await page.Locator("#more-filters > summary").ClickAsync();
        await page.Locator("select[name=voter]").SelectOptionAsync(judge);
        await window.AtAsync("**voter=**");
        await page.Locator(".chips li").First.WaitForAsync();
        var first = Read(study => SampleSearch.Run(study, filter, null, RowsOfPage, CancellationToken.None));
        (await Shown(page)).ShouldBe(first.Rows.Select(row => row.Id.ToString()[..20]));
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("n");
        await window.AtAsync("**from=**");
        await page.Locator("main:not([aria-busy])").WaitForAsync();
        var second = Read(study => SampleSearch.Run(study, filter, first.Next, RowsOfPage, CancellationToken.None));
        (await Shown(page)).ShouldBe(second.Rows.Select(row => row.Id.ToString()[..20]));

        foreach (var key in new[] { "j", "j", "k", "j" }) await page.Keyboard.PressAsync(key);
        await page.Keyboard.PressAsync("Enter");
        await window.AtAsync($"**/pair/{second.Rows[1].Id.ToString()[..20]}**voter=**");
        await page.Locator("#responses").WaitForAsync();
        foreach (var (key, id) in new[] { ("n", second.Rows[2].Id), ("p", second.Rows[1].Id), ("p", second.Rows[0].Id), ("p", first.Rows[^1].Id) })
        {
            await page.Keyboard.PressAsync(key);
            await window.AtAsync($"**/pair/{id.ToString()[..20]}**voter=**");
            await page.Locator("#origin code", new PageLocatorOptions { HasTextString = id.ToString() }).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        }
        await page.Keyboard.PressAsync("u");
        await window.AtAsync("**/samples?**voter=**");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Where_nothing_matches_it_says_what_to_leave_out()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/samples?q=qqxyzzyqq&group=Code");
        (await page.Locator(".state h2").InnerTextAsync()).ShouldBe("No pair matches");
        await page.Locator(".state a").First.ClickAsync();
        await page.Locator(".sample").First.WaitForAsync();
        page.Url.ShouldContain("group=Code");
        page.Url.ShouldNotContain("q=qq");
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_property_leads_to_the_pairs_that_it_decides()
    {
        var judge = Judges[0];
        var expected = Read(study => SampleSearch.Run(study, new SampleFilter { DecidedBy = new DecisiveProperty(judge, "lengthy") }, null, 5, CancellationToken.None));
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync($"/study/demo/dissection?judge={Uri.EscapeDataString(judge)}&property=lengthy");
        (await page.Locator(".decided a").EvaluateAllAsync<string[]>("all => all.map(one => new URL(one.href).pathname.split('/').pop())")).ShouldBe(expected.Rows.Select(row => row.Id.ToString()[..20]));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "All of them" }).ClickAsync();
        await page.Locator(".chips").WaitForAsync();
        (await Shown(page)).Take(5).ShouldBe(expected.Rows.Select(row => row.Id.ToString()[..20]));
        window.CheckQuiet();
    }

    [Theory]
    [InlineData("?voter=nobody", "nobody")]
    [InlineData("?property=nothing", "nothing")]
    [InlineData("?from=zzz", "first page")]
    public async Task A_filter_that_cannot_be_used_says_why_and_keeps_the_form(string query, string expected)
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address, script: false);
        var page = await window.GoAsync("/study/demo/samples" + query);
        (await page.Locator(".state").InnerTextAsync()).ShouldContain(expected);
        (await page.Locator("form.samples-filter").CountAsync()).ShouldBe(1);
        window.CheckQuiet();
    }

    private static T Read<T>(Func<Study, T> read)
    {
        using var study = Study.OpenToRead(DemoStudy.Path);
        return read(study);
    }

    private static async Task<string[]> Shown(IPage page) => await page.Locator("a[data-row]").EvaluateAllAsync<string[]>("all => all.map(one => new URL(one.href).pathname.split('/').pop())");
}
