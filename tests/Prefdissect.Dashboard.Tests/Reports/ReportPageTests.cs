using System.Text.Json;
using Microsoft.Playwright;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Tests.Reports;

[Collection(BrowserCollection.Name)]
public sealed class ReportPageTests(Chromium chromium)
{
    [Fact]
    public async Task Judges_group_order_and_view_are_chosen_and_the_table_tells_the_same()
    {
        await using var window = await chromium.OpenAsync(ReportFile.Demo);
        var page = await window.GoAsync(ReportFile.Demo.AbsoluteUri);
        var figure = page.Locator("[data-slot=degrees].wide svg");
        await page.GetByLabel("sim-strict", new PageGetByLabelOptions { Exact = true }).UncheckAsync();
        await page.GetByLabel("sim-plain", new PageGetByLabelOptions { Exact = true }).UncheckAsync();
        await page.Locator("#group").SelectOptionAsync(new SelectOptionValue { Label = "Code" });
        await Assertions.Expect(figure.Locator("title").First).ToContainTextAsync("Code");
        await Assertions.Expect(figure.Locator("[data-row='0'] [data-series]:visible")).ToHaveCountAsync(4);
        (await HeadsAsync(page)).ShouldBe(["property", "sim-first", "sim-formatter", "sim-longform", "sim-person"]);

        var weights = FitOf("sim-longform", "Code").Weights.ToDictionary(weight => weight.Property, weight => Degree.Of(weight.Posterior.Median));
        await page.Locator("#order").SelectOptionAsync(new SelectOptionValue { Label = "by sim-longform" });
        (await RowsAsync(page)).ShouldBe([.. weights.OrderByDescending(of => of.Value).Select(of => of.Key)]);
        (await DrawnRowsAsync(figure)).ShouldBe(await RowsAsync(page));
        await page.Locator("#order").SelectOptionAsync("name");
        (await RowsAsync(page)).ShouldBe([.. weights.Keys.Order(StringComparer.OrdinalIgnoreCase)]);
        (await DrawnRowsAsync(figure)).ShouldBe(await RowsAsync(page));
        await page.Locator("#order").SelectOptionAsync("spread");
        (await RowsAsync(page))[0].ShouldBe(weights.Keys.MaxBy(name => SpreadOf(name, "Code", "sim-first", "sim-formatter", "sim-longform", "sim-person")));
        await page.Locator("#order").SelectOptionAsync("kind");
        (await RowsAsync(page))[0].ShouldBe("friendly");

        await page.Locator("#degrees-table th button", new PageLocatorOptions { HasTextString = "sim-longform" }).ClickAsync();
        (await RowsAsync(page))[0].ShouldBe(weights.MaxBy(of => of.Value).Key);
        await Assertions.Expect(page.Locator("#degrees-table th[aria-sort=descending]")).ToHaveTextAsync("sim-longform");

        await page.Locator("#view").SelectOptionAsync("map");
        await Assertions.Expect(figure.Locator("[data-row='0'] .mark:visible")).ToHaveCountAsync(4);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "All", Exact = true }).ClickAsync();
        await Assertions.Expect(figure.Locator("[data-row='0'] .mark:visible")).ToHaveCountAsync(6);
        var fits = ReportFile.DemoView.Dissection.Fits.Where(fit => fit.Subject.Group == "Code").ToList();
        (await figure.Locator(".mark:visible:has(rect + rect)").CountAsync()).ShouldBe(fits.Sum(fit => fit.Weights.Count(weight => weight.Verdict == WeightVerdict.Unclear)), "as many frames as effects that are not clear");
        (await figure.EvaluateAsync<bool>(FramesAreInside)).ShouldBeTrue();
        await page.GetByText("Dark", new PageGetByTextOptions { Exact = true }).ClickAsync();
        (await page.EvaluateAsync<string>("getComputedStyle(document.body).colorScheme + getComputedStyle(document.documentElement).colorScheme")).ShouldContain("dark");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Likeness_leads_to_the_contrast_of_two_judges_and_that_to_both_in_one_figure()
    {
        await using var window = await chromium.OpenAsync(ReportFile.Demo);
        var page = await window.GoAsync(ReportFile.Demo.AbsoluteUri);
        var matrix = page.Locator("[data-slot=similarity].wide svg");
        await page.Locator("#similarity-order").SelectOptionAsync("name");
        (await DrawnRowsAsync(matrix)).ShouldBe(["sim-first", "sim-formatter", "sim-longform", "sim-person", "sim-plain", "sim-strict"]);
        await Assertions.Expect(matrix.Locator("[data-tree]")).ToBeHiddenAsync();
        await page.Locator("#metric").SelectOptionAsync("1");
        await Assertions.Expect(matrix.Locator("title").First).ToContainTextAsync("Spearman");
        await page.Locator("#similarity-order").SelectOptionAsync("size");
        await page.Locator("#similarity-order").SelectOptionAsync("clustered");
        await Assertions.Expect(matrix.Locator("[data-tree]")).ToBeVisibleAsync();

        await matrix.FocusAsync();
        foreach (var key in new[] { "End", "ArrowLeft" }) await page.Keyboard.PressAsync(key);
        var (one, other) = await page.Locator("#mark-said").TextContentAsync() is { } said && said.Split(':')[0].Split(" · ") is [var a, var b] ? (a, b) : default;
        await page.Keyboard.PressAsync("Enter");
        var view = ReportFile.DemoView.Contrasts.Single(of => of.Judges.Contains(one) && of.Judges.Contains(other));
        await Assertions.Expect(page.Locator("#contrast-table caption")).ToContainTextAsync($"{one} − {other}, all pairs");
        await Assertions.Expect(page.Locator("[data-slot=contrast] svg title").First).ToContainTextAsync($"What {view.Greater} weighs more");

        await page.Locator("#greater").SelectOptionAsync(new SelectOptionValue { Label = "sim-longform" });
        await page.Locator("#lesser").SelectOptionAsync(new SelectOptionValue { Label = "sim-person" });
        await page.Locator("#contrast-group").SelectOptionAsync(new SelectOptionValue { Label = "Code" });
        await Assertions.Expect(page.Locator("[data-slot=contrast] svg title").First).ToContainTextAsync("What sim-longform weighs more");
        await page.Locator("#show-both").ClickAsync();
        (await HeadsAsync(page)).ShouldBe(["property", "sim-longform", "sim-person"]);
        await Assertions.Expect(page.Locator("#order")).ToHaveValueAsync("difference");
        await Assertions.Expect(page.Locator("[data-slot=degrees].wide svg title").First).ToContainTextAsync("Code");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Marks_tell_their_numbers_beside_the_pointer_and_by_keyboard()
    {
        await using var window = await chromium.OpenAsync(ReportFile.Demo);
        var page = await window.GoAsync(ReportFile.Demo.AbsoluteUri);
        var (tip, said, figure) = (page.Locator(".tip"), page.Locator("#mark-said"), page.Locator("[data-slot=degrees].wide svg"));
        var lengthy = FitOf("sim-longform", "all").Weights.Single(weight => weight.Property == "lengthy");
        var told = $"{Rounded.Percent(Degree.Of(lengthy.Posterior.Median))} % (95 %: {Rounded.Percent(lengthy.PreferenceLow)} to {Rounded.Percent(lengthy.PreferenceHigh)} %)";
        var row = figure.Locator("[data-row]").Filter(new LocatorFilterOptions { HasText = "lengthy" });
        await row.Locator("[data-series='2']").HoverAsync();
        await Assertions.Expect(tip).ToContainTextAsync($"sim-longform · lengthy: {told}");
        await page.Mouse.MoveAsync(1, 1);
        await Assertions.Expect(tip).ToBeHiddenAsync();

        await figure.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(said).ToContainTextAsync("sim-first · friendly");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(said).ToContainTextAsync("sim-formatter · friendly");
        await Assertions.Expect(tip).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(said).ToContainTextAsync("sim-strict · clarify intent");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tip).ToBeHiddenAsync();
        await Assertions.Expect(said).ToBeEmptyAsync();
        // One stop a figure: the next is a button beneath it.
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByLabel("Save the figure as SVG")).ToBeFocusedAsync();

        await page.Locator("[data-slot=map].wide svg").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(said).ToContainTextAsync("most like");
        await page.Locator("[data-slot=contrast] svg").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(said).ToContainTextAsync("P(difference > 0)");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Every_figure_is_saved_as_picture_and_as_numbers_that_are_those_of_the_workflow()
    {
        await using var window = await chromium.OpenAsync(ReportFile.Demo);
        var page = await window.GoAsync(ReportFile.Demo.AbsoluteUri);
        await page.GetByLabel("sim-plain", new PageGetByLabelOptions { Exact = true }).UncheckAsync();
        await page.Locator("#group").SelectOptionAsync(new SelectOptionValue { Label = "Code" });
        await Assertions.Expect(page.Locator("[data-slot=degrees].wide svg title").First).ToContainTextAsync("Code");
        var view = ReportFile.DemoView;
        var degrees = await new SavedFigure(page, "degrees").RowsAsync();
        degrees.Select(row => row.Text("judge")).Distinct().ShouldBe(["sim-first", "sim-formatter", "sim-longform", "sim-person", "sim-strict"]);
        foreach (var ofJudge in degrees.GroupBy(row => row.Text("judge")))
        {
            var fit = FitOf(ofJudge.Key, "Code");
            ofJudge.Count().ShouldBe(fit.Weights.Count);
            foreach (var row in ofJudge)
            {
                var weight = fit.Weights.Single(one => one.Property == row.Text("property"));
                (row.Number("degree"), row.Number("degreeLow"), row.Number("degreeHigh"), row.Number("weight"), row.Number("pairs"))
                    .ShouldBe((Degree.Of(weight.Posterior.Median), weight.PreferenceLow, weight.PreferenceHigh, weight.Mean, fit.Design.Pairs));
                row.Number("planted").ShouldBe(Degree.Of(view.Dissection.PlantedWeight(ofJudge.Key, weight.Property)!.Value));
                (row.Text("group"), row.Text("annotator"), row.GetProperty("simulated").GetBoolean()).ShouldBe(("Code", fit.Subject.Annotator.Id, true));
            }
        }
        CheckSame(await new SavedFigure(page, "similarity").RowsAsync(), SimilarityData.Of(view.Similarities[0], SimilarityOrder.Clustered));
        CheckSame(await new SavedFigure(page, "map").RowsAsync(), SimilarityData.MapOf(JudgeMap.Of(view.Similarities[0].Matrix), view.Dissection.SimulatedJudges));
        var contrast = view.Contrasts[0];
        contrast.Judges.ShouldBe(["sim-first", "sim-formatter"]);
        CheckSame(await new SavedFigure(page, "contrast").RowsAsync(), ContrastData.Of(contrast, "all", ContrastOrder.Difference));
        foreach (var name in new[] { "degrees", "similarity", "map", "contrast" })
        {
            var (svg, png) = (await new SavedFigure(page, name).SvgAsync(), await new SavedFigure(page, name).PngAsync());
            png.Width.ShouldBe(2 * (int)svg.Attribute("width")!);
            ((double)png.Height).ShouldBe(2 * (double)svg.Attribute("height")!, 1.0);
        }
        (await new SavedFigure(page, "degrees").SvgAsync()).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ShouldNotContain("sim-plain");
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_browser_that_cannot_unpack_figures_says_so_instead_of_showing_another_group_s()
    {
        await using var window = await chromium.OpenAsync(ReportFile.Demo);
        await window.Page.AddInitScriptAsync("delete window.DecompressionStream");
        var page = await window.GoAsync(ReportFile.Demo.AbsoluteUri);
        var (slot, save) = (page.Locator("[data-slot=degrees].wide"), page.GetByLabel("Save the figure as SVG"));
        await Assertions.Expect(slot.Locator("svg")).ToBeVisibleAsync();
        await Assertions.Expect(save).ToBeVisibleAsync();
        await page.Locator("#group").SelectOptionAsync(new SelectOptionValue { Label = "Code" });
        await Assertions.Expect(slot).ToContainTextAsync("This browser is too old to show this figure.");
        await Assertions.Expect(slot.Locator("svg")).ToHaveCountAsync(0);
        await Assertions.Expect(save).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByLabel("Save the figure as PNG")).ToBeHiddenAsync();
        (await new SavedFigure(page, "degrees").RowsAsync()).Select(row => row.Text("group")).Distinct().ShouldBe(["Code"]);
        await page.Locator("#group").SelectOptionAsync("0");
        await Assertions.Expect(slot.Locator("svg")).ToBeVisibleAsync();
        await Assertions.Expect(save).ToBeVisibleAsync();
        window.CheckQuiet();
    }

    [Fact]
    public async Task All_33_published_judges_stand_side_by_side_in_one_map_and_what_is_saved_is_what_was_published()
    {
        await using var window = await chromium.OpenAsync(ReportFile.Published);
        var page = await window.GoAsync(ReportFile.Published.AbsoluteUri);
        var figure = page.Locator("[data-slot=degrees].wide svg");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "All", Exact = true }).ClickAsync();
        await page.Locator("#group").SelectOptionAsync(new SelectOptionValue { Label = "Creative Writing" });
        await Assertions.Expect(figure.Locator("title").First).ToContainTextAsync("Creative Writing");
        await Assertions.Expect(figure.Locator("[data-row='0'] .mark:visible")).ToHaveCountAsync(33);
        (await page.EvaluateAsync<bool>("document.querySelector('#view option[value=dots]').disabled")).ShouldBeTrue();
        await page.Locator("#order").SelectOptionAsync(new SelectOptionValue { Label = "by yi-6b" });
        (await DrawnRowsAsync(figure)).ShouldBe([.. PublishedJudges.Weights("yi-6b", "Creative Writing").Values.OrderByDescending(of => of.Value).Select(of => of.Key)]);

        var rows = await new SavedFigure(page, "degrees").RowsAsync();
        rows.Count.ShouldBe(33 * 29);
        foreach (var row in rows)
        {
            var weight = PublishedJudges.Weights(row.Text("judge"), row.Text("group")).Values[row.Text("property")];
            (row.Number("weight"), row.Number("degree"), row.Number("degreeLow"), row.Number("pairs")).ShouldBe((weight, Degree.Of(weight), null, null));
        }
        (await new SavedFigure(page, "degrees").PngAsync()).Width.ShouldBe(1920);
        (await new SavedFigure(page, "similarity").RowsAsync()).Count.ShouldBe(33 * 32 / 2);

        // Eight judges share the room of 33, and in their own six lanes three can be told apart again.
        var width = await CellWidthAsync(figure);
        foreach (var box in await page.Locator("#judges input").AllAsync())
        {
            if (int.Parse((await box.GetAttributeAsync("value"))!, System.Globalization.CultureInfo.InvariantCulture) >= 8) await box.UncheckAsync();
        }
        await Assertions.Expect(figure.Locator("[data-row='0'] .mark:visible")).ToHaveCountAsync(8);
        (await CellWidthAsync(figure)).ShouldBeGreaterThan(2 * width);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "First shown" }).ClickAsync();
        await Assertions.Expect(figure.Locator("[data-row='0'] [data-series]:visible")).ToHaveCountAsync(3);
        await page.Locator("#lesser").SelectOptionAsync(new SelectOptionValue { Label = "yi-6b" });
        var contrast = (await new SavedFigure(page, "contrast").RowsAsync()).Single(row => row.Text("property") == "lengthy");
        contrast.Number("difference").ShouldBe(PublishedJudges.MeanWeights("human").Values["lengthy"] - PublishedJudges.MeanWeights("yi-6b").Values["lengthy"]);
        await Assertions.Expect(page.GetByLabel("Save the contrast as SVG")).ToBeHiddenAsync();
        window.CheckQuiet();
    }

    private static JudgeFit FitOf(string judge, string group) => ReportFile.DemoView.Dissection.Fits.Single(fit => fit.Subject.Judge == judge && fit.Subject.Group == group);

    private static double SpreadOf(string property, string group, params string[] judges)
    {
        var degrees = judges.Select(judge => FitOf(judge, group).Weights.FirstOrDefault(weight => weight.Property == property)).OfType<PropertyWeight>().Select(weight => Degree.Of(weight.Posterior.Median)).ToList();
        return degrees.Max() - degrees.Min();
    }

    private static void CheckSame(IReadOnlyList<JsonElement> rows, FigureData data)
    {
        rows.Count.ShouldBe(data.Rows.Count);
        foreach (var (row, expected) in rows.Zip(data.Rows))
        {
            row.EnumerateObject().Select(field => field.Name).ShouldBe(data.Columns.Select(column => column.Name));
            foreach (var (field, cell) in row.EnumerateObject().Zip(expected))
            {
                object? found = field.Value.ValueKind switch
                {
                    JsonValueKind.Number => field.Value.GetDouble(),
                    JsonValueKind.String => field.Value.GetString(),
                    JsonValueKind.Null => null,
                    _ => field.Value.GetBoolean(),
                };
                found.ShouldBe(cell is int count ? (double)count : cell, field.Name);
            }
        }
    }

    private static async Task<double> CellWidthAsync(ILocator figure) => (await figure.Locator("[data-row='0'] .mark:visible").First.BoundingBoxAsync())!.Width;

    private const string FramesAreInside = """
        svg => [...svg.querySelectorAll('.mark:has(rect + rect)')].every(mark => {
          const [cell, inner] = [...mark.querySelectorAll('rect')].map(rect => rect.getBoundingClientRect());
          return inner.width > 0 && Math.abs(inner.left - cell.left - (cell.right - inner.right)) < 0.1 && inner.left > cell.left && inner.right < cell.right;
        })
        """;

    private static Task<string[]> HeadsAsync(IPage page) => page.EvaluateAsync<string[]>("[...document.querySelectorAll('#degrees-table thead th')].map(one => one.textContent)");

    private static Task<string[]> RowsAsync(IPage page) => page.EvaluateAsync<string[]>("[...document.querySelectorAll('#degrees-table tbody tr')].map(one => one.cells[0].textContent)");

    /// <summary>Names of the rows of a figure as they stand from top to bottom.</summary>
    private static Task<string[]> DrawnRowsAsync(ILocator figure) => figure.EvaluateAsync<string[]>(
        """
        svg => [...svg.querySelectorAll('[data-row]')].map(row => [...row.children].filter(child => child.matches('text')).pop()).sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map(name => name.firstChild.nodeName === 'title' ? name.lastChild.data : name.textContent)
        """);
}
