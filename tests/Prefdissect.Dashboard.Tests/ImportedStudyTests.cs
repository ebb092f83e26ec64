using Microsoft.Playwright;
using Prefdissect.Annotating.Surface;
using Prefdissect.Importing;
using Prefdissect.Studies;
using Prefdissect.Tests;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Tests;

/// <summary>Every page on real votes: the published pairwise test data of Auto-J, where a developer has them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ImportedStudyTests(Chromium chromium) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-dashboard-").FullName;

    [Fact]
    public async Task Every_page_shows_an_imported_study()
    {
        var votes = Path.Combine(SharedFolder.DataOrSkip("autoj"), "testdata_pairwise.jsonl.gz");
        var path = Path.Combine(folder, "autoj.study");
        int pairs;
        using (var study = Study.OpenOrCreate(path))
        {
            ImportWorkflow.Run(study, new ImportRequest([votes], ImportOptions.Default, BadRows.RefuseFile), null, CancellationToken.None).AnyFailed.ShouldBeFalse();
            AnnotateWorkflow.Run(study, new SurfaceAnnotator(), null, CancellationToken.None);
            FitWorkflow.Run(study, new FitRequest { Annotator = "surface" }, null, CancellationToken.None);
            pairs = new StudyReader(study).Counts().Pairs;
        }
        await using var server = await Served.StartAsync(path);
        await using var window = await chromium.OpenAsync(server.Address);
        foreach (var (page, words) in new[]
        {
            ("", $"{pairs:#,0}"), ("/dissection", "all pairs"), ("/similarity", "human"), ("/samples", $"{pairs:#,0} pairs"), ("/bias", "human"), ("/what-if?x.lengthy=1", "human"), ("/add", "Fit a judge"), ("/vote", "Vote yourself"),
        })
        {
            await window.GoAsync("/study/autoj" + page);
            await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync(words);
            (await window.Page.GetByRole(AriaRole.Alert).CountAsync()).ShouldBe(0, page);
        }
        await window.GoAsync("/study/autoj/samples");
        await window.Page.Locator("main a[href*='/pair/']").First.ClickAsync();
        await Assertions.Expect(window.Page.Locator("main h1")).ToContainTextAsync("Pair");
        await Assertions.Expect(window.Page.Locator("#waterfall svg").First).ToBeAttachedAsync();
        // One judge alone has nothing to be contrasted with but itself on another group, and the published ones.
        await window.GoAsync("/study/autoj/contrast?x=human&y=published%3Ahuman");
        await Assertions.Expect(window.Page.Locator("main figure").First).ToBeAttachedAsync();
        window.CheckQuiet();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
