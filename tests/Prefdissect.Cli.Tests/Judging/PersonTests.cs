using Prefdissect.Cli.Judging;

namespace Prefdissect.Cli.Tests.Judging;

/// <summary><c>judge --me</c>: a person votes.</summary>
public sealed class PersonTests : IDisposable
{
    private readonly CommandLine line = new();
    private readonly string path;
    private readonly OtherWaysStudy study;

    public PersonTests() => (path, study) = (line["my.study"], new OtherWaysStudy(line["my.study"]));

    public void Dispose() => line.Dispose();

    [Fact]
    public async Task Keys_vote_for_what_the_screen_shows_as_A_or_B()
    {
        await Imported(6);
        var (outcome, screen) = await Me("<>tsbq");
        outcome.Code.ShouldBe(0, outcome.Error);
        outcome.Out.ShouldContain("me: 4 pairs judged, 4 of them now; person.");
        outcome.Out.ShouldContain("1 pairs are left");
        outcome.Out.ShouldContain("passed over: 1");
        screen.WasGivenBack.ShouldBeTrue();
        // The long answer is the one that says the same again: the screen tells on which side it stands.
        var chosen = new[] { 0, 1, 4 }.Select(i => (LongIsA: LongIsA(screen.Frames[i]), Text: screen.Frame(i))).ToList();
        var expected = new Dictionary<int, bool> { [0] = chosen[0].LongIsA, [1] = !chosen[1].LongIsA, [2] = !chosen[2].LongIsA };
        foreach (var (i, longWins) in expected)
        {
            var number = System.Text.RegularExpressions.Regex.Match(chosen[i].Text, @"What about (\d+)\?").Groups[1].Value;
            study.Count(
                $"""
                SELECT CASE vote.verdict WHEN 1 THEN LENGTH(one.text) > LENGTH(other.text) ELSE LENGTH(one.text) < LENGTH(other.text) END FROM vote JOIN judge ON judge.id = judge_id AND judge.name = 'me'
                JOIN pair ON pair.id = pair_id JOIN query ON query.id = query_id JOIN response one ON one.id = first_id JOIN response other ON other.id = second_id WHERE query.text = 'What about {number}?'
                """).ShouldBe(longWins ? 1 : 0);
        }
        study.Count("SELECT COUNT(*) FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = 'me' AND verdict = 0").ShouldBe(1);
    }

    [Fact]
    public async Task A_session_goes_on_where_the_last_one_stopped_and_never_shows_a_pair_twice()
    {
        await Imported(9);
        var (_, first) = await Me("aaa\e");
        var (_, second) = await Me("bbs");
        var (last, third) = await Me("aaaaaa");
        last.Out.ShouldContain("8 pairs judged, 3 of them now");
        var shown = first.Frames.Take(3).Concat(second.Frames.Take(3)).Concat(third.Frames.Take(3)).Select(frame => frame[2]).ToList();
        shown.Distinct().Count().ShouldBe(9);
        shown.ShouldNotBe(Sorted(shown), "chance decides the order");
        var (done, empty) = await Me("a");
        (done.Code, empty.Frames.Count).ShouldBe((0, 0));

        static List<string> Sorted(List<string> all) => [.. all.Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Every_vote_is_stored_before_the_next_pair_is_shown()
    {
        await Imported(5);
        var stored = new List<long>();
        var screen = new FakeScreen("abtq");
        var watched = new WatchedScreen(screen, () => stored.Add(study.Count("SELECT COUNT(*) FROM asked")));
        (await Me(watched)).Code.ShouldBe(0);
        stored.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public async Task What_was_said_can_be_taken_back()
    {
        await Imported(5);
        var (_, screen) = await Me("uaauubsuq");
        screen.Frames.Count.ShouldBe(9);
        new[] { screen.Frames[4][2], screen.Frames[5][2] }.ShouldBe([screen.Frames[2][2], screen.Frames[1][2]], "step by step back");
        study.Count("SELECT COUNT(*) FROM asked").ShouldBe(1);
        study.Count("SELECT COUNT(*) FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = 'me'").ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_tells_who_wrote_a_response_or_what_others_said_and_hostile_text_is_harmless()
    {
        line.Write("votes.csv", "prompt,response_a,response_b,winner,judge,model_a,model_b\n\"Say \u001b[2J hello\u202e\",\"\u001b]0;owned\u0007 one " + new string('x', 300) + "\",\"two\t\u009b31m 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字 [bold]x[/]\",a,someone,gpt-secret,claude-secret\n");
        (await CommandLine.Run("import", line["votes.csv"], "-s", path)).Succeeded();
        var (_, screen) = await Me("q");
        var frame = screen.Frame(0);
        frame.ShouldNotContain("secret");
        frame.ShouldNotContain("someone");
        frame.ShouldContain("[bold]x[/]");
        frame.ShouldNotContain('\u202e');
        frame.Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
        foreach (var row in screen.Frames[0]) ScreenText.Width(row).ShouldBeLessThan(80);
        screen.Frames[0].Count.ShouldBe(24);
    }

    [Fact]
    public async Task A_pair_longer_than_the_screen_is_scrolled()
    {
        line.Write("votes.csv", $"prompt,response_a,response_b,winner\nWhat?,\"{string.Join("\n", Enumerable.Range(1, 60).Select(i => $"line {i}"))}\",short,a\n");
        (await CommandLine.Run("import", line["votes.csv"], "-s", path)).Succeeded();
        var (_, screen) = await Me("v   ^q");
        screen.Frame(0).ShouldContain("lines 1 to 20 of 63");
        screen.Frame(0).ShouldNotContain("line 60");
        screen.Frames[1][2].ShouldBe(screen.Frames[0][3]);
        screen.Frame(4).ShouldContain("line 60");
        screen.Frame(4).ShouldContain("lines 44 to 63 of 63");
        screen.Frame(5).ShouldContain("lines 43 to 62 of 63");
    }

    [Fact]
    public async Task After_twenty_votes_it_says_how_many_more_are_worth_giving()
    {
        await line.Simulated("my.study", 60);
        var (_, blank) = await Me(new string('a', 20) + "q");
        blank.Frame(blank.Frames.Count - 1).ShouldContain("Nobody has rated");
        (await CommandLine.Run("annotate", "-s", path, "--annotator", "surface")).Succeeded();
        var (outcome, screen) = await Me(new string('b', 20) + "q");
        outcome.Out.ShouldContain("40 pairs judged, 20 of them now");
        var told = screen.Frame(screen.Frames.Count - 1);
        told.ShouldContain("40 votes given, 20 pairs left.");
        told.ShouldContain("by the ratings of surface");
        told.ShouldContain("typical");
        told.ShouldContain("95 % intervals");
        screen.Frames[^1].ShouldAllBe(row => ScreenText.Width(row) < 80);
    }

    [Fact]
    public async Task A_scenario_can_be_chosen_and_a_terminal_is_needed()
    {
        await line.Simulated("my.study", 60);
        var scenario = study.Query("SELECT scenario FROM context WHERE scenario IS NOT NULL ORDER BY scenario LIMIT 1", row => (string)row[0]).Single();
        var pairs = study.Count($"SELECT COUNT(DISTINCT pair_id) FROM vote JOIN context ON context.id = context_id WHERE scenario = '{scenario}'");
        var (outcome, _) = await Me(new string('a', 60), "--scenario", scenario.ToUpperInvariant());
        outcome.Out.ShouldContain($"me: {pairs} pairs judged");
        var (none, _) = await Me("a", "--scenario", "knitting");
        none.Refusal().ShouldContain(scenario);
        (await CommandLine.Run("judge", "-s", path, "--me")).Refusal().ShouldContain("needs a terminal");
        (await CommandLine.Run("judge", "-s", path, "--me", "--model", "m")).Refusal().ShouldContain("asks no model");
    }

    private async Task Imported(int rows) => (await CommandLine.Run("import", line.Votes("votes.csv", rows), "-s", path)).Succeeded();

    private async Task<(Outcome Outcome, FakeScreen Screen)> Me(string keys, params string[] args)
    {
        var screen = new FakeScreen(keys);
        return (await Me(screen, args), screen);
    }

    private async Task<Outcome> Me(IScreen screen, params string[] args)
    {
        var (data, words) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await PrefdissectCommand.RunAsync(["judge", "-s", path, "--me", .. args], new Terminal(data, words, IsInteractive: false, Width: 140) { Screen = screen });
        return new Outcome(code, data.ToString(), words.ToString());
    }

    // Below the heading of the columns.
    private static bool LongIsA(IReadOnlyList<string> frame) => frame.SkipWhile(row => !row.StartsWith("── A", StringComparison.Ordinal)).Skip(1).First().Split('│')[0].Contains("quite a bit", StringComparison.Ordinal);

    private sealed class WatchedScreen(FakeScreen screen, Action before) : IScreen
    {
        public (int Width, int Height) Size => screen.Size;

        public IDisposable Take() => screen.Take();

        public void Draw(IReadOnlyList<string> lines) => screen.Draw(lines);

        public ConsoleKeyInfo ReadKey(CancellationToken cancellation)
        {
            before();
            return screen.ReadKey(cancellation);
        }
    }
}
