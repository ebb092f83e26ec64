using System.Globalization;
using Microsoft.Playwright;
using Prefdissect.Importing;
using Prefdissect.Judging;
using Prefdissect.Pairs;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Tests.Voting;

[Collection(BrowserCollection.Name)]
public sealed class VotePageTests(Chromium chromium) : IDisposable
{
    private const string Vote = "/study/demo/vote";

    // A vote in the first 300 ms of a pair is not taken.
    private const int LeastLook = 350;
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
            foreach (var (key, verdict) in new[] { ("a", Verdict.A), ("b", Verdict.B), ("T", Verdict.Tie), ("A", Verdict.A), ("B", Verdict.B) })
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
            await page.ClickAsync("button:text-is('me')");
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
        await Assertions.Expect(page.Locator("[name=scenario]")).ToHaveValueAsync("Code");
        await BeginAsync(page);
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
        await BeginAsync(page);
        await page.Locator("[name=pair]").EvaluateAsync("input => input.value = 'ffffffffffffffffffffffffffffffff'");
        await page.WaitForTimeoutAsync(LeastLook);
        await page.Keyboard.PressAsync("a");
        await page.WaitForTimeoutAsync(200);
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("0 votes");
        await window.GoAsync($"{Vote}?judge=sim-first");
        await page.ClickAsync("text=Begin");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("sim-first is a judge with imported votes");
        await window.GoAsync("/study/published/vote");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("no pairs to vote on");
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_link_to_a_persons_votes_begins_nothing_by_being_opened()
    {
        var study = DemoStudy.Copy(folder);
        await using var server = await Served.StartAsync(study);
        await using var window = await chromium.OpenAsync(server.Address);
        var before = await File.ReadAllBytesAsync(study, TestContext.Current.CancellationToken);
        var page = await window.GoAsync($"{Vote}?judge=ada&scenario=Code&problem=begin");
        await Assertions.Expect(page.Locator("input[name=judge]")).ToHaveValueAsync("ada");
        await Assertions.Expect(page.Locator(".ballot")).ToHaveCountAsync(0);
        (await File.ReadAllBytesAsync(study, TestContext.Current.CancellationToken)).ShouldBe(before);
        // Nothing holds the file open for writing: it can be taken whole by another.
        using (var opened = Study.Open(study)) opened.BeginWrite().Dispose();
        window.CheckQuiet();
    }

    [Fact]
    public async Task A_key_that_is_held_or_comes_before_the_pair_could_be_seen_votes_once()
    {
        await using var server = await Served.StartAsync(DemoStudy.Copy(folder));
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync(Vote);
        await BeginAsync(page);
        await page.WaitForTimeoutAsync(LeastLook);
        for (var repeat = 0; repeat < 40; repeat++)
        {
            await page.Keyboard.DownAsync("a");
            await page.WaitForTimeoutAsync(40);
        }
        await page.Keyboard.UpAsync("a");
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("1 vote by me");
        // A press at the very moment when the next pair comes, and a second click of a double click.
        await page.EvaluateAsync("""
            () => new MutationObserver((_, observer) => {
                observer.disconnect();
                document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
                document.querySelector("[value=b]").click();
            }).observe(document.body, { childList: true })
            """);
        await PressAsync(page, "a");
        await page.WaitForTimeoutAsync(LeastLook);
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("2 votes by me");
        await page.Locator("[value=b]").DblClickAsync();
        await page.WaitForTimeoutAsync(LeastLook * 2);
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("3 votes by me");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Only_letters_vote_and_not_while_a_text_has_the_focus()
    {
        await using var server = await Served.StartAsync(DemoStudy.Copy(folder));
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync(Vote);
        await BeginAsync(page);
        await page.WaitForTimeoutAsync(LeastLook);
        foreach (var key in new[] { "ArrowLeft", "ArrowRight", "0", "1", "2" }) await page.Keyboard.PressAsync(key);
        await page.FocusAsync("[aria-label='Response A'] pre");
        foreach (var key in new[] { "a", "ArrowRight", "b" }) await page.Keyboard.PressAsync(key);
        await page.WaitForTimeoutAsync(LeastLook);
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("0 votes by me");
        await page.Keyboard.PressAsync("Escape");
        await PressAsync(page, "a");
        await page.FocusAsync("[value=tie]");
        await PressAsync(page, "b");
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("2 votes by me");
        window.CheckQuiet();
    }

    [Fact]
    public async Task Pairs_that_come_later_and_votes_that_are_given_elsewhere_are_seen_while_a_person_votes()
    {
        var study = Path.Combine(folder, "own.study");
        Import(study, "early", 40);
        await using var server = await Served.StartAsync(study);
        await using var window = await chromium.OpenAsync(server.Address);
        var page = await window.GoAsync("/study/own/vote");
        await BeginAsync(page);
        await PressAsync(page, "a");
        var (before, _) = await ShownAsync(page);
        var left = await LeftAsync(page);
        Import(study, "later", 30);
        await window.GoAsync("/study/own/vote?judge=me");
        (await ShownAsync(page)).Pair.ShouldBe(before);
        (await LeftAsync(page)).ShouldBe(left + 30);
        using (var other = Study.Open(study))
        {
            var terminal = new PersonSession(other, "me", null, 1, TimeProvider.System);
            while (terminal.Current!.Hash.ToString() != before) terminal.PassOver();
            terminal.Vote(Verdict.B);
        }
        await window.GoAsync("/study/own/vote?judge=me");
        await Assertions.Expect(page.Locator(".counts")).ToContainTextAsync("2 votes by me");
        (await ShownAsync(page)).Pair.ShouldNotBe(before);
        (await LeftAsync(page)).ShouldBeLessThan(left + 30);
        window.CheckQuiet();
    }

    private static async Task<int> LeftAsync(IPage page) =>
        int.Parse((await page.Locator(".counts .quiet").TextContentAsync())!.Trim(' ', '·').Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private void Import(string study, string name, int pairs)
    {
        var path = Path.Combine(folder, name + ".csv");
        File.WriteAllLines(path, Enumerable.Range(0, pairs).Select(i => $"What is {name} {i}?,left {i},right {i},A,first").Prepend("prompt,response_a,response_b,winner,judge"));
        using var opened = Study.OpenOrCreate(study);
        ImportWorkflow.Run(opened, new ImportRequest([path], ImportOptions.Default, BadRows.RefuseFile), null, TestContext.Current.CancellationToken);
    }

    private static async Task BeginAsync(IPage page)
    {
        await page.ClickAsync("text=Begin");
        await page.Locator(".ballot").WaitForAsync();
    }

    private static async Task<(string Pair, string A)> ShownAsync(IPage page) =>
        (await page.Locator("[name=pair]").InputValueAsync(), await page.Locator("[aria-label='Response A'] pre").TextContentAsync() ?? "");

    private static async Task PressAsync(IPage page, string key)
    {
        var before = await page.Locator("[name=pair]").InputValueAsync();
        await page.WaitForTimeoutAsync(LeastLook);
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("[name=pair]")).Not.ToHaveValueAsync(before);
    }

    // A browser makes one line feed of every line end, and leaves out the first of a preformatted text.
    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimStart('\n');
}
