using System.Net;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Tests.Similarity;

[Collection(BrowserCollection.Name)]
public sealed class SimilarityPageTests(Chromium chromium, ServedDemo demo)
{
    [Fact]
    public async Task The_published_matrix_holds_the_papers_value_and_a_cell_leads_to_the_contrast()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/published/similarity");
        var cell = page.Locator("#matrix .wide a:has([data-detail^='human and gpt-4-1106-preview:'])");
        await cell.HoverAsync();
        var tip = await page.Locator("#tip").InnerTextAsync();
        tip.ShouldStartWith("human and gpt-4-1106-preview: 0.74");
        tip.ShouldContain("29 properties, mean over 11 groups");
        tip.ShouldContain("no interval");
        await cell.ClickAsync();
        await window.AtAsync("**/study/published/contrast?x=human&y=gpt-4-1106-preview");
        (await page.Locator("#differences .wide svg").TextContentAsync())!.ShouldContain("What human weighs more");
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_link_reproduces_order_measure_group_and_judges()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/published/similarity");
        await page.SelectOptionAsync("select[name=order]", "size");
        await window.AtAsync("**order=size**");
        await page.SelectOptionAsync("select[name=metric]", "l1");
        await window.AtAsync("**metric=l1**");
        await page.SelectOptionAsync("select[name=group]", "Code");
        await window.AtAsync("**group=Code**");
        var shown = await page.Locator("#matrix .wide svg").TextContentAsync();
        shown.ShouldNotBeNull();
        shown.ShouldContain("By size");
        await using var other = await chromium.OpenAsync(demo.Server.Address, 390, 844);
        var again = await other.GoAsync(page.Url);
        (await again.Locator("#matrix .wide svg").TextContentAsync()).ShouldBe(shown);
        (await again.Locator("select[name=metric]").InputValueAsync()).ShouldBe("l1");
        (await again.Locator("#matrix .narrow svg").IsVisibleAsync()).ShouldBeTrue();
        (await again.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        window.CheckQuiet();
        other.CheckQuiet();
    }

    [Fact]
    public async Task Exports_hold_the_numbers_of_the_workflow_unrounded()
    {
        var view = SimilarityWorkflow.Published(SimilarityMetrics.Parse("spearman"), null);
        var rows = await ExportedRows.OfAsync(demo.Server.Client, "/study/published/similarity", "matrix", "?metric=spearman&order=name");
        rows.Count.ShouldBe(33 * 32 / 2);
        foreach (var row in rows) row.Number("similarity").ShouldBe(view.Matrix[row.Text("judge"), row.Text("other")].Value);
        rows[0].Text("judge").ShouldBe(view.Matrix.Judges.Order(StringComparer.OrdinalIgnoreCase).First());
        var map = await ExportedRows.OfAsync(demo.Server.Client, "/study/published/similarity", "map", "");
        map.Count.ShouldBe(33);
        map[0].Number("stress").ShouldBe(JudgeMap.Of(SimilarityWorkflow.Published(SimilarityMetrics.Pearson, null).Matrix).Stress);
    }

    [Fact]
    public async Task A_studys_judges_have_intervals_published_ones_beside_them_have_none_and_the_nearest_are_listed()
    {
        using var study = Study.OpenToRead(DemoStudy.Path);
        var view = SimilarityWorkflow.OfStudy(study, null, SimilarityMetrics.Pearson, null);
        var rows = await ExportedRows.OfAsync(demo.Server.Client, "/study/demo/similarity", "matrix", "?published=human");
        var place = view.Matrix.Judges.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        rows.Count.ShouldBe((place.Count + 1) * place.Count / 2);
        foreach (var row in rows)
        {
            var (one, other) = (row.Text("judge"), row.Text("other"));
            if (one == "published:human" || other == "published:human")
            {
                row.Number("median").ShouldBeNull();
                continue;
            }
            row.Number("similarity").ShouldBe(view.Matrix[one, other].Value);
            row.Number("median").ShouldBe(view.Intervals[place[one]][place[other]]!.Median);
            row.Number("high").ShouldBe(view.Intervals[place[one]][place[other]]!.High);
        }
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/similarity");
        var judge = view.Matrix.Judges[0];
        var line = await page.Locator($"#nearest tr:has(td:text-is('{judge}'))").InnerTextAsync();
        line.ShouldContain(view.Nearest[judge][0].Judge["published:".Length..]);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Stress ");
        window.CheckQuiet();
    }

    [Theory]
    [InlineData("/study/published/similarity?judge=nobody", "nobody")]
    [InlineData("/study/published/similarity?group=Nowhere", "Nowhere")]
    [InlineData("/study/demo/similarity?published=nobody", "nobody")]
    public async Task What_is_not_there_is_told(string address, string named)
    {
        var answer = await demo.Server.Client.GetAsync(new Uri(address, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(named);
    }
}
