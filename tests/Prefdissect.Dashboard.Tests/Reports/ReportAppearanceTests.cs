using System.Text.Json;
using Microsoft.Playwright;
using Prefdissect.Annotating.Surface;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Importing;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Tests.Reports;

/// <summary>
/// Reports in light and dark, in a wide and a narrow window: nothing sticks out, nothing is refused by the policy, axe-core finds nothing serious. Pictures are kept where
/// PREFDISSECT_SCREENSHOTS names a folder.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ReportAppearanceTests(Chromium chromium)
{
    private static readonly string[] Names =
    [
        "</script><script>alert(2)</script>", "\"><img src=x onerror=alert(3)>", "'-alert(4)-'", "<b>a very long name of a judge that goes on and on and says little of what it is</b>",
        "=HYPERLINK(\"http://evil.example\")", "+1", "-1", "@SUM(1)",
    ];

    [Theory]
    [InlineData("demo", 1280, ColorScheme.Light)]
    [InlineData("demo", 1280, ColorScheme.Dark)]
    [InlineData("demo", 390, ColorScheme.Light)]
    [InlineData("demo", 390, ColorScheme.Dark)]
    [InlineData("published", 1280, ColorScheme.Light)]
    [InlineData("published", 1280, ColorScheme.Dark)]
    [InlineData("published", 390, ColorScheme.Light)]
    [InlineData("published", 390, ColorScheme.Dark)]
    public async Task A_report_fits_its_window_and_reads_well(string report, int width, ColorScheme colours)
    {
        var address = report == "demo" ? ReportFile.Demo : ReportFile.Published;
        await using var window = await chromium.OpenAsync(address, width, 900, colours);
        var page = await window.GoAsync(address.AbsoluteUri);
        await CheckAsync(page, $"report-{report}-{width}-{colours.ToString().ToLowerInvariant()}");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "All", Exact = true }).ClickAsync();
        await page.Locator("#view").SelectOptionAsync("map");
        await Assertions.Expect(page.Locator($"[data-slot=degrees].{(width < 720 ? "narrow" : "wide")} [data-row='0'] .mark").First).ToBeVisibleAsync();
        await CheckAsync(page, $"report-{report}-map-{width}-{colours.ToString().ToLowerInvariant()}");
        window.CheckQuiet();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Hostile_names_of_judges_and_groups_are_shown_saved_and_do_nothing(int width)
    {
        var folder = Directory.CreateTempSubdirectory("prefdissect-hostile-report-").FullName;
        try
        {
            var (address, view) = ReportFile.Of(Hostile(folder), folder, new ReportRequest { Samples = 3 });
            view.Dissection.Fits.Select(fit => fit.Subject.Group).ShouldContain(Names[0]);
            await using var window = await chromium.OpenAsync(address, width);
            var page = await window.GoAsync(address.AbsoluteUri);
            await page.Locator("#group").SelectOptionAsync("1");
            await Assertions.Expect(page.Locator($"[data-slot=degrees].{(width < 720 ? "narrow" : "wide")} svg title").First).ToContainTextAsync("<");
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "All", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("[data-slot=degrees] [data-column],[data-slot=degrees] [data-column-number]").First).ToBeAttachedAsync();
            await page.Locator("#similarity-order").SelectOptionAsync("name");
            (await new SavedFigure(page, "degrees").RowsAsync()).Select(row => row.Text("judge")).Distinct().ShouldBe(Names, ignoreOrder: true);
            var csv = await new SavedFigure(page, "degrees").CsvAsync();
            foreach (var formula in new[] { "\"'=HYPERLINK(\"\"http://evil.example\"\")\"", "'+1", "'-1", "'@SUM(1)" }) csv.ShouldContain("\n" + formula + ",");
            await new SavedFigure(page, "degrees").SvgAsync();
            await new SavedFigure(page, "contrast").RowsAsync();
            await page.Locator("[data-slot=degrees] svg:visible").FocusAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(page.Locator("#mark-said")).ToContainTextAsync(" · ");
            (await page.Locator("img,main script,[onerror],[onload]").CountAsync()).ShouldBe(0);
            await CheckAsync(page, $"report-hostile-{width}");
            window.CheckQuiet();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PREFDISSECT_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{name} is wider than its window; sticking out: {await StickingOutAsync(page)}");
        if (AxeCore.Script is { } script) (await AxeCore.SeriousFindingsAsync(page, script)).ShouldBeEmpty(name);
    }

    private static Task<string> StickingOutAsync(IPage page) => page.EvaluateAsync<string>(
        """
        [...document.querySelectorAll('body *')].filter(one => !one.closest('svg,.scroll') && one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
          .map(one => `${one.tagName}#${one.id}.${one.className} ${Math.round(one.getBoundingClientRect().right)}`).slice(0, 8).join(', ')
        """);

    private static string Hostile(string folder)
    {
        var rows = Enumerable.Range(0, 60 * Names.Length).Select(i => JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["prompt"] = $"Question {i / Names.Length}",
            ["response_a"] = string.Concat(Enumerable.Repeat($"Words, and *more* words {i / Names.Length}. ", 1 + (i / Names.Length % 7))) + "<script>alert(1)</script>",
            ["response_b"] = $"A plain answer?! {i / Names.Length}" + string.Concat(Enumerable.Repeat("\n- point", i / Names.Length % 5)),
            ["winner"] = (i * 7 / 3) % 2 == 0 ? "a" : "b",
            ["judge"] = Names[i % Names.Length],
            ["scenario"] = i / Names.Length % 2 == 0 ? Names[0] : "\" onload=alert(5) x=\"",
        }));
        var (file, path) = (Path.Combine(folder, "x.jsonl"), Path.Combine(folder, "hostile.study"));
        File.WriteAllLines(file, rows);
        using var study = Study.OpenOrCreate(path);
        ImportWorkflow.Run(study, new ImportRequest([file], new ImportOptions(), BadRows.RefuseFile), null, CancellationToken.None).AnyFailed.ShouldBeFalse();
        AnnotateWorkflow.Run(study, new SurfaceAnnotator(), null, CancellationToken.None);
        FitWorkflow.Run(study, new FitRequest
        {
            Groups = ["all", Names[0], "scenario=\" onload=alert(5) x=\""],
            Options = new DissectionOptions { Chains = 2, Warmup = 60, Draws = 60, Folds = FoldScheme.None },
        }, null, CancellationToken.None);
        return path;
    }
}
