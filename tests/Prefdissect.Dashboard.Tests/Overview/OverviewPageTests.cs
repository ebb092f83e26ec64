using Prefdissect.Studies;

namespace Prefdissect.Dashboard.Tests.Overview;

[Collection(BrowserCollection.Name)]
public sealed class OverviewPageTests(Chromium chromium, ServedDemo demo)
{
    [Fact]
    public async Task The_overview_counts_what_is_in_the_study_and_says_what_to_do_next()
    {
        using var study = Study.OpenToRead(DemoStudy.Path);
        var counts = new StudyReader(study).Counts();
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/");
        var text = await page.Locator("main").InnerTextAsync();
        text.ShouldContain($"{counts.Pairs:#,0}");
        text.ShouldContain($"{counts.Votes:#,0}");
        text.ShouldContain($"{counts.AWins:#,0} for the response shown as A, {counts.BWins:#,0} for the one shown as B");
        text.ShouldContain("simulated data");
        (await page.Locator("table").First.Locator("tbody tr").CountAsync()).ShouldBe(counts.Judges);
        (await page.Locator("#next + p").TextContentAsync())!.ShouldContain("see what the judges prefer");
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_study_that_another_process_writes_is_shown_as_it_is_now()
    {
        var folder = Directory.CreateTempSubdirectory("prefdissect-dashboard-").FullName;
        try
        {
            var path = Path.Combine(folder, "growing.study");
            using (Study.OpenOrCreate(path))
            {
                await using var server = await Served.StartAsync(path);
                (await server.Client.GetStringAsync(new Uri("/study/growing", UriKind.Relative))).ShouldContain("no votes yet");
                using (var writer = Study.Open(path)) Workflows.SimulateWorkflow.Run(writer, new Simulating.SimulationOptions(30, Simulating.SimulatedJudges.Take(2, 1), 1), null, CancellationToken.None);
                (await server.Client.GetStringAsync(new Uri("/study/growing", UriKind.Relative))).ShouldContain("prefdissect annotate");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
