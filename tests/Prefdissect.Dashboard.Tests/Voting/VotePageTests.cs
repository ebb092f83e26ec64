using Microsoft.Playwright;
using Prefdissect.Judging;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Dashboard.Tests.Voting;

[Collection(BrowserCollection.Name)]
public sealed class VotePageTests(Chromium chromium) : IDisposable
{
    private const string Vote = "/study/demo/vote";
    private readonly string folder = Directory.CreateTempSubdirectory("prefdissect-voting-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_person_votes_by_keys_takes_one_back_and_goes_on_after_the_server_was_started_again()
    {
        var study = DemoStudy.Copy(folder);
        var shown = new Dictionary<string, (string A, Verdict Verdict)>();
        string next;
        await using (var server = await Served.StartAsync(study))
        await using (var window = await chromium.OpenAsync(server.Address))
        {
            var page = await window.GoAsync(Vote);
            await page.ClickAsync("text=Begin");
            foreach (var (key, verdict) in new[] { ("a", Verdict.A), ("ArrowRight", Verdict.B), ("0", Verdict.Tie), ("1", Verdict.A), ("B", Verdict.B) })
            {
                var (pair, a) = await ShownAsync(page);
                shown.Add(pair, (a, verdict));
                await PressAsync(page, key);
            }
            await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("5 votes by me");
            await PressAsync(page, "s");
            await PressAsync(page, "u");
            await PressAsync(page, "u");
            var (again, _) = await ShownAsync(page);
            again.ShouldBe(shown.Keys.Last());
            await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("4 votes by me");
            await PressAsync(page, "t");
            shown[again] = (shown[again].A, Verdict.Tie);
            next = (await ShownAsync(page)).Pair;
            window.CheckQuiet();
        }
        await using (var server = await Served.StartAsync(study))
        await using (var window = await chromium.OpenAsync(server.Address, script: false))
        {
            var page = await window.GoAsync(Vote);
            await page.ClickAsync("a:text-is('me')");
            (await ShownAsync(page)).Pair.ShouldBe(next);
            await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("5 votes by me");
            await Assertions.Expect(page.Locator("[value=undo]")).ToBeDisabledAsync();
            shown.Add(next, ((await ShownAsync(page)).A, Verdict.B));
            await page.ClickAsync("[value=b]");
            await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("6 votes by me");
        }
        using var opened = Study.OpenToRead(study);
        var reader = new JudgedPairReader(opened);
        var readings = new JudgementReader(opened).Readings("me").ToList();
        readings.Count.ShouldBe(6);
        foreach (var (id, reading) in readings)
        {
            var pair = reader.Pair(id);
            var (a, verdict) = shown[pair.Hash.ToString()];
            Plain(reading.Order == AskedOrder.FirstAsA ? pair.First : pair.Second).ShouldBe(Plain(a));
            reading.Said.ShouldBe(verdict);
        }
    }

    [Fact]
    public async Task After_twenty_votes_it_is_told_how_many_more_are_worth_giving_and_they_are_dissected()
    {
        await using var server = await Served.StartAsync(DemoStudy.Copy(folder));
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync($"{Vote}?judge=<b>ada</b>&scenario=Code");
        for (var vote = 0; vote < 20; vote++) await PressAsync(page, vote % 3 == 0 ? "a" : "b");
        await Assertions.Expect(page.Locator("#forecast")).ToContainTextAsync("How many more votes?", new() { Timeout = 120_000 });
        await page.ClickAsync("text=Fit my 20 votes");
        await Assertions.Expect(page.Locator(".job [role=status]")).ToContainTextAsync("<b>ada</b>: 1 fit", new() { Timeout = 600_000 });
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_vote_on_a_pair_that_is_no_longer_shown_is_not_taken_and_a_judges_name_is_not_a_persons()
    {
        var study = DemoStudy.Copy(folder);
        await using var server = await Served.StartAsync(study);
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync($"{Vote}?judge=me");
        await page.Locator("[name=pair]").EvaluateAsync("input => input.value = 'ffffffffffffffffffffffffffffffff'");
        await page.Keyboard.PressAsync("a");
        await page.WaitForTimeoutAsync(200);
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("0 votes");
        await window.GoAsync($"{Vote}?judge=sim-first");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("sim-first is a judge with imported votes");
        await window.GoAsync("/study/published/vote");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("no pairs to vote on");
        window.CheckQuiet();
    }

    private static async Task<(string Pair, string A)> ShownAsync(IPage page) =>
        (await page.Locator("[name=pair]").InputValueAsync(), await page.Locator("[aria-label='Response A'] pre").TextContentAsync() ?? "");

    private static async Task PressAsync(IPage page, string key)
    {
        var before = await page.Locator("[name=pair]").InputValueAsync();
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("[name=pair]")).Not.ToHaveValueAsync(before);
    }

    // A browser makes one line feed of every line end, and leaves out the first of a preformatted text.
    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimStart('\n');
}
