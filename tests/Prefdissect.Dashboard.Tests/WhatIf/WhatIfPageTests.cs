using System.Text.Json;
using Microsoft.Playwright;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Published;

namespace Prefdissect.Dashboard.Tests.WhatIf;

[Collection(BrowserCollection.Name)]
public sealed class WhatIfPageTests(Chromium chromium, ServedDemo demo)
{
    [Fact]
    public async Task A_switch_moves_every_judge()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/demo/what-if");
        await page.GetByRole(AriaRole.Radiogroup, new PageGetByRoleOptions { NameString = "lengthy", Exact = true }).GetByLabel("A has more").CheckAsync(new LocatorCheckOptions { Force = true });
        await window.AtAsync("**x.lengthy=1**");
        page.Url.ShouldNotContain("=0");
        (await page.Locator("#why .wide svg").CountAsync()).ShouldBe(1);
        window.CheckQuiet();
    }

    [Fact]
    public async Task Judges_that_answer_differently_are_asked_first_and_an_example_shows_it()
    {
        await using var window = await chromium.OpenAsync(demo.Server.Address);
        var page = await window.GoAsync("/study/published/what-if");
        var judges = await page.Locator("input[name=judge]:checked").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
        judges.Length.ShouldBe(6);
        judges.ShouldContain("human");
        judges.ShouldContain("gpt-4-1106-preview");
        Nearest(judges).ShouldBeLessThan(Nearest([.. PublishedJudges.Names.Take(6)]), "the judges are less alike than the first by name");
        await page.ClickAsync("text=An example");
        await window.AtAsync("**x.**=1&x.**=-1");
        (await page.Locator(".three input[value='1']:checked").CountAsync()).ShouldBe(1);
        (await page.Locator(".three input[value='-1']:checked").CountAsync()).ShouldBe(1);
        await Assertions.Expect(page.Locator("text=All alike")).ToHaveCountAsync(1);
        window.CheckQuiet();
    }

    [Fact]
    public async Task Published_judges_answer_by_their_weights_alone()
    {
        var json = await demo.Server.Client.GetStringAsync(new Uri("/study/published/what-if/export/probability.json?judge=human&group=Code&x.lengthy=1&x.clear=-1", UriKind.Relative));
        var weights = PublishedJudges.Weights("human", "Code").Values;
        using var document = JsonDocument.Parse(json);
        var row = document.RootElement.GetProperty("rows").EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("probability").GetDouble().ShouldBe(Degree.Of(weights["lengthy"] - weights["clear"]), 1e-12);
        row.GetProperty("low").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    // How alike the two most alike of some judges are, of all pairs, by numbers of our own.
    private static double Nearest(IReadOnlyList<string> judges) => judges.SelectMany((one, i) => judges.Skip(i + 1).Select(other =>
    {
        var (x, y) = (Weights(one), Weights(other));
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    })).Max();

    private static List<double> Weights(string judge) => [.. PublishedJudges.On(judge, Pairs.Group.All).Values.OrderBy(of => of.Key, StringComparer.Ordinal).Select(of => of.Value)];
}
