using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Workflows.Explaining;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Dashboard.Tests.Samples;

[Collection(BrowserCollection.Name)]
public sealed class PairPageTests(Chromium chromium, ServedDemo demo)
{
    private static string First => Read(study => SampleSearch.Run(study, SampleFilter.None, null, 1, CancellationToken.None)).Rows[0].Id.ToString();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_waterfall_and_its_exports_hold_the_numbers_of_the_explanation(bool isPublished)
    {
        var explanation = Read(study => ExplainWorkflow.Run(study, new ExplainRequest { Pair = First, Published = isPublished ? ["human"] : [], MostPairsToCheck = 0 }, CancellationToken.None));
        var judge = isPublished ? explanation.Judges.Single(of => of.IsPublished) : explanation.Judges[^1];
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync($"/study/demo/pair/{First}?judge={Uri.EscapeDataString(judge.Judge)}");
        (await page.Locator("select[name=judge]").InputValueAsync()).ShouldBe(judge.Judge);
        var cells = await page.Locator("#waterfall table tbody tr").EvaluateAllAsync<string[][]>("rows => rows.map(row => [...row.cells].map(cell => cell.dataset.value || cell.textContent))");
        cells.Length.ShouldBe(judge.Explained.Properties.Count);
        foreach (var share in judge.Explained.Properties)
        {
            var row = cells.Single(of => of[0] == share.Property);
            Number(row[3]).ShouldBe(share.Shapley);
            Number(row[6]).ShouldBe(share.LogOdds);
            if (share.ShapleyLow is { } low) Number(row[4]).ShouldBe(low);
        }
        (cells.Sum(row => Number(row[3])) + 0.5).ShouldBe(judge.Explained.Probability, 1e-9);
        (await page.Locator("#waterfall svg").First.TextContentAsync()).ShouldNotBeNull().ShouldContain(judge.Judge);

        var json = JsonDocument.Parse(await demo.Server.Client.GetStringAsync(new Uri(await Export(page, "json"), UriKind.Relative))).RootElement;
        json.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("property").GetString()!, row => row.GetProperty("shapley").GetDouble())
            .ShouldBe(judge.Explained.Properties.ToDictionary(share => share.Property, share => share.Shapley), ignoreOrder: true);
        (await demo.Server.Client.GetStringAsync(new Uri(await Export(page, "csv"), UriKind.Relative))).Split('\n')[0].ShouldStartWith("property,moreIn,weight,shapley");
        (await demo.Server.Client.GetStringAsync(new Uri(await Export(page, "svg"), UriKind.Relative))).ShouldContain("</svg>");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Every_judge_stands_with_its_votes_and_what_its_fit_predicts()
    {
        var details = Read(study => PairDetailsWorkflow.Run(study, First));
        var explanation = Read(study => ExplainWorkflow.Run(study, new ExplainRequest { Pair = First, MostPairsToCheck = 0 }, CancellationToken.None));
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync($"/study/demo/pair/{First}");
        var rows = await page.Locator("table.judgements tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(row => row.innerText.replace(/\\s+/g, ' '))");
        rows.Length.ShouldBe(details.Judgements.Select(of => of.Judge).Union(explanation.Judges.Select(of => of.Judge)).Count());
        foreach (var judgement in details.Judgements)
        {
            var row = rows.Single(of => of.StartsWith(judgement.Judge + " ", StringComparison.Ordinal));
            row.ShouldContain($"{judgement.Counted.A} : {judgement.Counted.B} : {judgement.Counted.Ties}");
            if (explanation.Judges.FirstOrDefault(of => of.Judge == judgement.Judge) is { } model) row.ShouldContain(Reporting.Rounded.Percent(model.Explained.Probability) + " [");
        }
        var rated = await page.Locator("table.ratings tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(row => row.cells[0].textContent.trim().replace(/ \\(rated: .*\\)$/, '') + ':' + row.cells[3].textContent.trim())");
        rated.ShouldBe(
            details.Annotations.SelectMany(of => of.Ratings).Select(of => $"{of.Property.ShortName}:{of.Comparison switch { null => "cannot be told", { Sign: > 0 } => "A", { Sign: < 0 } => "B", _ => "–" }}"), ignoreOrder: true);
        window.CheckQuiet();
    }

    [Fact]
    public async Task Differences_and_evidence_are_marked_in_the_text_as_it_came()
    {
        var details = Read(study => PairDetailsWorkflow.Run(study, First));
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync($"/study/demo/pair/{First}");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Different words" }).ClickAsync();
        await window.AtAsync("**show=difference**");
        var runs = WordDifference.Of(details.A.Text, details.B.Text);
        await page.Locator("mark.difference").First.WaitForAsync();
        var marked = await page.Locator("article:nth-child(1) mark.difference").AllTextContentsAsync();
        WithoutSpace(string.Concat(marked)).ShouldBe(WithoutSpace(string.Concat(runs.Where(run => run.Kind == RunKind.OnlyA).Select(run => run.Text))));
        (await page.Locator(".response .text").First.TextContentAsync()).ShouldBe(details.A.Text);

        var withEvidence = Read(study => SampleSearch.Run(study, SampleFilter.None, null, 100, CancellationToken.None).Rows.Select(row => PairDetailsWorkflow.Run(study, row.Id.ToString())).First(of => of.A.Evidence.Count > 0));
        var property = withEvidence.A.Evidence[0].Property.ShortName;
        await window.GoAsync($"/study/demo/pair/{withEvidence.Id}?show=evidence&mark={Uri.EscapeDataString(property)}");
        var details2 = await page.Locator("article:nth-child(1) mark.evidence").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.detail)");
        details2.ShouldNotBeEmpty();
        details2.ShouldAllBe(detail => detail.StartsWith(property));
        (await page.Locator(".response .text").First.TextContentAsync()).ShouldBe(withEvidence.A.Text);
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_link_reproduces_the_view()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address, width: 390);
        var page = await window.GoAsync($"/study/demo/pair/{First}?q=the");
        await page.Locator("select[name=scale]").SelectOptionAsync("log-odds");
        await window.AtAsync("**scale=log-odds**");
        await page.Locator("main:not([aria-busy])").WaitForAsync();
        var shown = await page.Locator("main").InnerTextAsync();
        shown.ShouldContain("log-odds that response A is preferred");
        page.Url.ShouldContain("q=the");
        await page.ReloadAsync();
        (await page.Locator("main").InnerTextAsync()).ShouldBe(shown);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        window.CheckQuiet();
    }

    [Theory]
    [InlineData("/study/demo/pair/000000000000", "no pair")]
    [InlineData("/study/demo/pair/nonsense", "no id")]
    [InlineData("/study/published/pair/000000000000", "Choose a study")]
    public async Task A_pair_that_is_not_there_is_told(string address, string expected)
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync(address);
        (await page.Locator(".state").InnerTextAsync()).ShouldContain(expected);
        window.CheckQuiet();
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<string> Export(IPage page, string format) => (await page.Locator($"#waterfall .exports a[href*='.{format}']").GetAttributeAsync("href"))!;

    private static T Read<T>(Func<Study, T> read)
    {
        using var study = Study.OpenToRead(DemoStudy.Path);
        return read(study);
    }
}
