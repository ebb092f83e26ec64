using System.Net;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Dashboard.Tests.Contrast;

[Collection(BrowserCollection.Name)]
public sealed class ContrastPageTests(Chromium chromium, ServedDemo demo)
{
    private const string Two = "?x=sim-plain&y=sim-longform";

    [Fact]
    public async Task Differences_are_those_of_the_workflow_sorted_with_their_probabilities()
    {
        using var study = Study.OpenToRead(DemoStudy.Path);
        var view = ContrastWorkflow.Run(study, new ContrastRequest { Judges = ["sim-plain", "sim-longform"], Replicates = 0 }, CancellationToken.None);
        var rows = await ExportedRows.OfAsync(demo.Server.Client, "/study/demo/contrast", "differences", Two);
        var expected = view.Rows.Where(row => row.Group == "standardised").ToDictionary(row => row.Property);
        rows.Count.ShouldBe(expected.Count);
        rows.Select(row => row.Number("difference")!.Value).ShouldBeInOrder(SortDirection.Descending);
        foreach (var row in rows)
        {
            var of = expected[row.Text("property")];
            row.Number("difference").ShouldBe(of.Difference);
            row.Number("low").ShouldBe(of.Low);
            row.Number("high").ShouldBe(of.High);
            row.Number("probabilityGreater").ShouldBe(of.ProbabilityGreater);
        }
        var bySize = await ExportedRows.OfAsync(demo.Server.Client, "/study/demo/contrast", "differences", Two + "&sort=size&group=Code");
        bySize.Select(row => Math.Abs(row.Number("difference")!.Value)).ShouldBeInOrder(SortDirection.Descending);
        bySize.ShouldAllBe(row => row.Text("group") == "Code" && row.Number("pairsGreater") > 0);
    }

    [Fact]
    public async Task Two_judges_are_chosen_turned_round_and_lead_to_the_pairs_on_which_they_disagree()
    {
        using var study = Study.OpenToRead(DemoStudy.Path);
        var page20 = SampleSearch.Run(study, new SampleFilter { Disagree = new Disagreement(("sim-plain", "sim-longform")) }, null, 20, CancellationToken.None);
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/contrast" + Two);
        (await page.Locator("#differences .wide svg").TextContentAsync())!.ShouldContain("What sim-plain weighs more");
        (await page.Locator("#differences thead").InnerTextAsync()).ShouldContain("P(difference > 0)");
        var links = await page.Locator("#disagreements tbody a").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))");
        (await page.Locator("h2", new() { HasText = "disagree" }).InnerTextAsync()).ShouldBe("Pairs of any group on which they disagree");
        links.ShouldBe(page20.Rows.Select(row => $"/study/demo/pair/{row.Id}"));
        (await page.Locator("a:text-is('look through them all')").GetAttributeAsync("href")).ShouldBe("/study/demo/samples?disagree=sim-plain&with=sim-longform");
        await page.Locator("a:text-is('The other way round')").ClickAsync();
        await window.AtAsync("**x=sim-longform&y=sim-plain");
        (await page.Locator("#differences .wide svg").TextContentAsync())!.ShouldContain("What sim-longform weighs more");
        await page.Locator("a:text-is('One judge on two groups')").ClickAsync();
        await page.SelectOptionAsync("select[name=g]", "Code");
        await window.AtAsync("**g=Code**");
        (await page.Locator("#differences .wide svg").TextContentAsync())!.ShouldContain("on Code than on");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Published_judges_differ_without_intervals_and_the_page_says_so()
    {
        var view = ContrastWorkflow.Published(new ContrastRequest { Judges = ["human", "gpt-4-1106-preview"] });
        view.Rows.ShouldAllBe(row => row.Low == null && row.ProbabilityGreater == null);
        var rows = await ExportedRows.OfAsync(demo.Server.Client, "/study/published/contrast", "differences", "?x=human&y=gpt-4-1106-preview");
        rows.Count.ShouldBe(29);
        foreach (var row in rows)
        {
            row.Number("difference").ShouldBe(view.Rows.First(of => of.Group == "standardised" && of.Property == row.Text("property")).Difference);
            row.Number("low").ShouldBeNull();
        }
        await using var window = await chromium.OpenAsync(demo.Server.Address, 390, 844);
        var page = await window.GoAsync("/study/published/contrast?x=human&y=gpt-4-1106-preview");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("differences without intervals");
        (await page.Locator("#disagreements").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        window.CheckQuiet();
    }

    [Theory]
    [InlineData("/study/demo/contrast?x=sim-plain&y=sim-plain", "differs from itself in nothing")]
    [InlineData("/study/demo/contrast?x=sim-plain&y=published:nobody", "published:nobody")]
    [InlineData("/study/demo/contrast?x=sim-plain&y=sim-first&group=Nowhere", "Nowhere")]
    public async Task What_cannot_be_compared_is_told_beside_the_choices(string address, string told)
    {
        var answer = await demo.Server.Client.GetAsync(new Uri(address, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain(told);
        text.ShouldContain("name=\"x\"");
    }
}
