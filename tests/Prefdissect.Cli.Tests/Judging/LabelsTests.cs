using System.Text.Json;

namespace Prefdissect.Cli.Tests.Judging;

/// <summary><c>judge --from</c>: labels made elsewhere.</summary>
public sealed class LabelsTests : IDisposable
{
    private readonly CommandLine line = new();
    private readonly string path;
    private readonly OtherWaysStudy study;

    public LabelsTests() => (path, study) = (line["my.study"], new OtherWaysStudy(line["my.study"]));

    public void Dispose() => line.Dispose();

    [Fact]
    public async Task A_list_labels_the_pairs_in_the_order_of_import_by_the_sides_of_the_file()
    {
        await Imported(12);
        var document = await From(line.Write("labels.json", "[\"A\",\"B\",\"A\",\n\"tie\",\"A\",\"A\",\"B\",\"B\",\"A\",\"B\",\"A\",\"A\"]"));
        study.Verdicts("elsewhere").ShouldBe("ABATAABBABAA");
        (document.GetProperty("pairs").GetInt32(), document.GetProperty("ties").GetInt32(), document.GetProperty("kind").GetString()).ShouldBe((12, 1, "labels from a file"));
        (await From(line["labels.json"])).GetProperty("pairs").GetInt32().ShouldBe(12, "the same file again adds nothing");
        study.Count("SELECT COUNT(*) FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = 'elsewhere'").ShouldBe(12);
    }

    [Fact]
    public async Task Labels_by_id_need_neither_all_pairs_nor_their_order()
    {
        await Imported(6);
        var ids = study.Pairs();
        await From(line.Write("map.json", $$"""{"{{ids[2]}}": "B", "{{ids[0][..10]}}": "tie"}"""), "map");
        await From(line.Write("rows.jsonl", $$"""
            {"note": 1, "pair": "{{ids[3]}}", "label": "a"}
            {"pair": "{{ids[1]}}", "label": "B", "margin": -2.5}
            """), "rows");
        await From(line.Write("table.csv", $"label,pair,margin\nA,{ids[5]},0.75\nB,{ids[4]},\n"), "table");
        (study.Verdicts("map"), study.Verdicts("rows"), study.Verdicts("table")).ShouldBe(("TB", "BA", "BA"));
        study.Margins("rows")[0]!.Value.ShouldBe(-2.5, 1e-12);
        (study.Margins("table")[0], Math.Round(study.Margins("table")[1]!.Value, 12)).ShouldBe((null, 0.75));
    }

    [Fact]
    public async Task First_and_second_name_the_responses_in_the_pairs_own_order()
    {
        await Imported(4);
        await From(line.Write("labels.json", """["first","first","second","second"]"""));
        study.Query("SELECT verdict FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = 'elsewhere' ORDER BY pair_id", row => (long)row[0]).ShouldBe([1, 1, -1, -1]);
    }

    [Theory]
    [InlineData("labels.json", "[\"A\",\n\"C\"]", "line 2", "[1]", "\"C\"")]
    [InlineData("labels.json", "[\"A\",\n3]", "line 2", "[1]", "the number 3")]
    [InlineData("labels.json", "[\"A\",\"B\"]", "2 labels", "4")]
    [InlineData("labels.json", "[\"A\",\"B\"", "line 1", "breaks")]
    [InlineData("labels.json", "{\"ID\":\"A\",\n\"0123456789ab\":\"B\"}", "line 2", "0123456789ab")]
    [InlineData("labels.json", "{\"ID\":\"A\",\n\"ID\":\"B\"}", "line 2", "line 1")]
    [InlineData("labels.jsonl", "{\"pair\":\"ID\",\"label\":\"A\"}\n{\"pair\":\"ID\",\"label\":\"A\"}", "line 2", "line 1")]
    [InlineData("labels.csv", "pair,label,margin\nID,A,-1\n", "line 2", "\"margin\"")]
    [InlineData("labels.csv", "pair,label,margin\nID,A,NaN\n", "line 2", "\"margin\"")]
    [InlineData("labels.csv", "pair,verdict\nID,A\n", "line 2", "\"label\"")]
    [InlineData("labels.csv", "", "empty")]
    public async Task A_bad_entry_is_named_and_nothing_is_taken(string name, string text, params string[] said)
    {
        await Imported(4);
        var file = line.Write(name, text.Replace("ID", study.Pairs()[0], StringComparison.Ordinal));
        var refusal = (await CommandLine.Run("judge", "-s", path, "--from", file, "--name", "elsewhere")).Refusal();
        refusal.ShouldContain(name);
        foreach (var word in said) refusal.ShouldContain(word);
        study.Count("SELECT COUNT(*) FROM judge WHERE name = 'elsewhere'").ShouldBe(0);
    }

    [Fact]
    public async Task Several_bad_entries_are_told_together()
    {
        await Imported(4);
        var rows = Enumerable.Range(0, 24).Select(row => $"{study.Pairs()[row % 4]},maybe \u001b[31m{row}");
        var refusal = (await CommandLine.Run("judge", "-s", path, "--from", line.Write("labels.csv", "pair,label\n" + string.Join('\n', rows.Take(3)) + "\n"), "--name", "x")).Refusal();
        foreach (var at in new[] { 2, 3, 4 }) refusal.ShouldContain($"line {at}, field \"label\"");
        refusal.ShouldNotContain("\u001b");
        study.Count("SELECT COUNT(*) FROM judge WHERE name = 'x'").ShouldBe(0);
    }

    [Fact]
    public async Task A_pair_whose_sides_differ_between_files_is_refused_where_its_sides_are_named()
    {
        await Imported(2);
        line.Write("turned.csv", "prompt,response_a,response_b,winner,judge\nWhat about 1?,\"Answer 1 is quite a bit longer than the other one, because it says the same again: answer 1. Thank you!\",Answer 1 is short.,a,other\n");
        (await CommandLine.Run("import", line["turned.csv"], "-s", path)).Succeeded();
        (await CommandLine.Run("judge", "-s", path, "--from", line.Write("labels.json", "[\"A\",\n\"A\"]"), "--name", "elsewhere")).Refusal().ShouldContain("first");
        await From(line.Write("labels.json", "[\"A\",\"first\"]"));
        study.Count("SELECT COUNT(*) FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = 'elsewhere'").ShouldBe(2);
    }

    [Fact]
    public async Task A_label_given_anew_stands_in_place_of_one_that_was_read_by_other_sides()
    {
        await Imported(8);
        await From(line.Write("labels.json", """["A","A","A","A","A","A","A","A"]"""));
        var before = study.Query("SELECT verdict FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = 'elsewhere' ORDER BY pair_id", row => (long)row[0]);
        study.Count("SELECT COUNT(*) FROM asked WHERE ord = 2").ShouldBeGreaterThan(0, "of some pair the side A is the second response in its own order");
        // The same pairs on other sides: from now on a label has to say first or second.
        var rows = File.ReadAllLines(line["votes.csv"]);
        string[] names = rows[0].Split(',');
        line.Write("turned.csv", string.Join('\n', [string.Join(',', names.Select(name => name switch { "response_a" => "response_b", "response_b" => "response_a", _ => name })), .. rows[1..]]) + "\n");
        (await CommandLine.Run("import", line["turned.csv"], "-s", path)).Succeeded();
        await From(line.Write("labels.json", $"[{string.Join(',', before.Select(sign => sign > 0 ? "\"second\"" : "\"first\""))}]"));
        study.Query("SELECT verdict FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = 'elsewhere' ORDER BY pair_id", row => (long)row[0]).ShouldBe(before.Select(sign => -sign));
        study.Count("SELECT COUNT(*) FROM asked").ShouldBe(8);
    }

    [Fact]
    public async Task A_name_is_needed_and_must_be_free()
    {
        await Imported(4);
        var file = line.Write("labels.json", """["A","A","A","A"]""");
        (await CommandLine.Run("judge", "-s", path, "--from", file)).Refusal().ShouldContain("--name");
        (await CommandLine.Run("judge", "-s", path, "--from", file, "--name", "someone")).Refusal().ShouldContain("imported votes");
        (await CommandLine.Run("judge", "-s", path, "--from", file, "--name", "x", "--model", "m")).Refusal().ShouldContain("--model");
        (await CommandLine.Run("judge", "-s", path, "--from", line["none.json"], "--name", "x")).Refusal().ShouldContain("no such file");
    }

    private async Task Imported(int rows) => (await CommandLine.Run("import", line.Votes("votes.csv", rows), "-s", path)).Succeeded();

    private Task<JsonElement> From(string file, string name = "elsewhere") => CommandLine.Json("judge", "-s", path, "--from", file, "--name", name);
}
