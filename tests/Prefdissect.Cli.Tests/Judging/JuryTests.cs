namespace Prefdissect.Cli.Tests.Judging;

/// <summary><c>judge --jury</c>: several judges of a study together.</summary>
public sealed class JuryTests : IDisposable
{
    private readonly CommandLine line = new();
    private readonly string path;
    private readonly OtherWaysStudy study;

    public JuryTests() => (path, study) = (line["my.study"], new OtherWaysStudy(line["my.study"]));

    public void Dispose() => line.Dispose();

    [Fact]
    public async Task A_majority_decides_where_every_member_has_voted()
    {
        await Labelled(("one", "AABTA"), ("two", "ABBAT"), ("three", "BBBTT"));
        await CommandLine.Json("judge", "-s", path, "--from", line.Write("few.json", $"{{\"{study.Pairs()[1]}\":\"A\"}}"), "--name", "few");
        var document = await CommandLine.Json("judge", "-s", path, "--jury", "one, two,three", "--name", "panel");
        study.Verdicts("panel").ShouldBe("ABBAA");
        (document.GetProperty("pairs").GetInt32(), document.GetProperty("kind").GetString()).ShouldBe((5, "jury"));

        document = await CommandLine.Json("judge", "-s", path, "--jury", "one,few", "--name", "small");
        study.Verdicts("small").ShouldBe("A");
        document.GetProperty("skipped").GetProperty("not every member has voted").GetInt32().ShouldBe(4);
        document.GetProperty("notices")[0].GetString().ShouldBe("Decided on 1 pairs, where all 2 members have a verdict: one has 5, few has 1.");
        document.GetProperty("notices")[1].GetString()!.ShouldContain("even");
    }

    [Fact]
    public async Task The_mean_margin_decides_where_every_member_has_a_margin()
    {
        await Labelled(("plain", "AAAAA"));
        var ids = study.Pairs();
        await CommandLine.Json("judge", "-s", path, "--from", line.Write("one.csv", $"pair,label,margin\n{ids[0]},A,3\n{ids[1]},A,1\n{ids[2]},A,1\n{ids[3]},B,\n"), "--name", "one");
        await CommandLine.Json("judge", "-s", path, "--from", line.Write("two.csv", $"pair,label,margin\n{ids[0]},B,-1\n{ids[1]},B,-2\n{ids[2]},B,-1\n{ids[3]},B,-1\n"), "--name", "two");
        var document = await CommandLine.Json("judge", "-s", path, "--jury", "one,two", "--rule", "mean-margin", "--name", "panel");
        study.Verdicts("panel").ShouldBe("ABT");
        study.Margins("panel").Select(margin => Math.Round(margin!.Value, 9)).ShouldBe([1, -0.5, 0]);
        document.GetProperty("skipped").GetProperty("a member gave no margin").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Derived_anew_it_follows_its_members()
    {
        await Labelled(("one", "AAA"), ("two", "AAA"), ("three", "BBB"));
        await CommandLine.Json("judge", "-s", path, "--jury", "one,two,three", "--name", "panel");
        study.Verdicts("panel").ShouldBe("AAA");
        await CommandLine.Json("judge", "-s", path, "--from", line.Write("two.json", """["B","A","B"]"""), "--name", "two");
        await CommandLine.Json("judge", "-s", path, "--jury", "one,two,three", "--name", "panel");
        study.Verdicts("panel").ShouldBe("BAB");
        study.Query("SELECT document FROM judge_description JOIN judge ON judge.id = judge_id WHERE judge.name = 'panel'", row => (string)row[0]).Single().ShouldContain("[\"one\",\"two\",\"three\"]");
    }

    [Fact]
    public async Task Members_that_cannot_be_are_refused()
    {
        await Labelled(("one", "AAA"), ("two", "AAA"));
        (await CommandLine.Run("judge", "-s", path, "--jury", "one", "--name", "panel")).Refusal().ShouldContain("two members");
        (await CommandLine.Run("judge", "-s", path, "--jury", "one,one", "--name", "panel")).Refusal().ShouldContain("twice");
        (await CommandLine.Run("judge", "-s", path, "--jury", "one,nobody", "--name", "panel")).Refusal().ShouldContain("It has: one, someone, two");
        (await CommandLine.Run("judge", "-s", path, "--jury", "one,two", "--name", "one")).Refusal().ShouldContain("itself");
        (await CommandLine.Run("judge", "-s", path, "--jury", "one,two", "--name", "someone")).Refusal().ShouldContain("imported");
        (await CommandLine.Run("judge", "-s", path, "--jury", "one,two")).Refusal().ShouldContain("--name");
        (await CommandLine.Run("judge", "-s", path, "--jury", "one,two", "--from", "x.json", "--name", "panel")).Refusal().ShouldContain("two ways");
        (await CommandLine.Run("judge", "-s", path, "--jury", "one,two", "--rule", "loudest", "--name", "panel")).Refusal();
        study.Count("SELECT COUNT(*) FROM judge WHERE name = 'panel'").ShouldBe(0);
    }

    private async Task Labelled(params (string Judge, string Labels)[] judges)
    {
        (await CommandLine.Run("import", line.Votes("votes.csv", judges[0].Labels.Length), "-s", path)).Succeeded();
        foreach (var (judge, labels) in judges)
        {
            var file = line.Write($"{judge}.json", $"[{string.Join(",", labels.Select(label => label == 'T' ? "\"tie\"" : $"\"{label}\""))}]");
            await CommandLine.Json("judge", "-s", path, "--from", file, "--name", judge);
        }
    }
}
