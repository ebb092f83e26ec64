using System.Net;
using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Tests.Bias;

[Collection(BrowserCollection.Name)]
public sealed class BiasPageTests(Chromium chromium, ServedDemo demo)
{
    [Fact]
    public async Task Measures_are_those_of_the_workflow_with_denominators_and_reasons()
    {
        using var study = Study.OpenToRead(DemoStudy.Path);
        var view = JudgesWorkflow.Run(study, new JudgesRequest(), null, CancellationToken.None);
        foreach (var figure in new[] { "shares", "shifts", "frequencies" })
        {
            var rows = await ExportedRows.OfAsync(demo.Server.Client, "/study/demo/bias", figure, "");
            rows.Count.ShouldBeGreaterThan(view.Judges.Count);
            foreach (var row in rows)
            {
                var of = BiasTables.Measures(view.Judges.First(bias => bias.Judge.Name == row.Text("judge"))).First(measure => measure.Name == row.Text("measure")).Figure;
                row.Number("mean").ShouldBe(of.Mean);
                row.Number("low").ShouldBe(of.Low);
                row.Number("n").ShouldBe(of.N);
                if (of.Mean is null) row.Text("reason").ShouldBe(of.Reason);
            }
        }
        var agreement = await ExportedRows.OfAsync(demo.Server.Client, "/study/demo/bias", "agreement", "");
        agreement.Count.ShouldBe(view.Judges.Count * (view.Judges.Count - 1) / 2);
        foreach (var row in agreement)
        {
            var of = view.Judges.First(bias => bias.Judge.Name == row.Text("judge")).Agreements.First(one => one.With == row.Text("other"));
            row.Number("kappa").ShouldBe(of.Kappa.Mean);
            row.Number("alpha").ShouldBe(of.Alpha.Mean);
            row.Number("n").ShouldBe(of.Alike.N);
        }
    }

    [Fact]
    public async Task The_page_shows_figures_tables_and_what_was_not_measured_and_a_link_reproduces_it()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address, 390, 844);
        var page = await window.GoAsync("/study/demo/bias?judge=sim-first&judge=sim-person&agreement=kappa");
        // Measuring may still go on; the page renews itself until it is done.
        await page.Locator("#agreement").WaitForAsync();
        (await page.Locator("select[name=agreement]").InputValueAsync()).ShouldBe("kappa");
        (await page.Locator("input[name=judge]:checked").CountAsync()).ShouldBe(2);
        (await page.Locator("#shares .narrow svg").TextContentAsync())!.ShouldContain("no bias");
        var detail = await page.Locator("#agreement .narrow [data-detail]").First.GetAttributeAsync("data-detail");
        detail!.ShouldContain("pairs that both judged");
        await page.Locator("#judge-1 summary").ClickAsync();
        var table = await page.Locator("#judge-1").InnerTextAsync();
        table.ShouldContain("labels for A as shown, %");
        table.ShouldContain("2,400");
        table.ShouldContain("Not measured");
        table.ShouldContain("because there are votes alone");
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        window.CheckQuiet();
    }

    [Fact]
    public async Task Published_judges_and_strangers_have_no_bias_to_show()
    {
        (await demo.Server.Client.GetAsync(new Uri("/study/published/bias", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await demo.Server.Client.GetAsync(new Uri("/study/demo/bias/export/shares.json", UriKind.Relative));
        var answer = await demo.Server.Client.GetAsync(new Uri("/study/demo/bias?judge=nobody", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("nobody");
    }
}
