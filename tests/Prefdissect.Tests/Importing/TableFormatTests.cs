using Prefdissect.Importing;
using Prefdissect.Pairs;
using static Prefdissect.Tests.Importing.ImportFolder;

namespace Prefdissect.Tests.Importing;

public sealed class TableFormatTests : IDisposable
{
    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_map_and_winner_values_read_any_table()
    {
        var path = folder.Write("t.csv", "q,left,right,best,who,land,m\nWhy?,yes,no,L,ann,NL,1.5\nWhy not?,\"a, b\",c,R,bob,,-2\nAnd?,x,y,draw,,DE,\n");
        var options = new ImportOptions
        {
            Map = ColumnMap.Parse("prompt=q, a=left, b=right, winner=best, judge=who, meta=land, margin=m"),
            Winners = new("L", "R", "draw"),
            Judge = "nobody",
        };
        var votes = Votes(path, options);
        votes.Select(vote => vote.Verdict).ShouldBe([Verdict.A, Verdict.B, Verdict.Tie]);
        votes.Select(vote => vote.Judge).ShouldBe(["ann", "bob", "nobody"]);
        votes.Select(vote => vote.Margin).ShouldBe([1.5, -2, null]);
        votes[1].A.Text.ShouldBe("a, b");
        votes[0].Metadata.ShouldBe([KeyValuePair.Create("land", "NL")]);
        votes[1].Metadata.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("prompt,response_a,response_b,winner", "A", Verdict.A)]
    [InlineData("Question,Answer 1,Answer 2,Preference", "answer_2", Verdict.B)]
    [InlineData("instruction,output_1,output_2,label", "model_b", Verdict.B)]
    [InlineData("query,response 1,response 2,better", "tie (bothbad)", Verdict.Tie)]
    [InlineData("prompt,response_left,response_right,choice", "right", Verdict.B)]
    [InlineData("prompt,response_a,response_b,winner", "Draw", Verdict.Tie)]
    public void Obvious_columns_and_winners_need_no_map(string header, string winner, Verdict verdict) =>
        Votes(folder.Write("t.csv", $"{header}\nq,one,other,{winner}\n")).ShouldHaveSingleItem().Verdict.ShouldBe(verdict);

    [Fact]
    public void The_winner_may_be_named_by_its_model()
    {
        var votes = Votes(folder.Write("t.jsonl", """
            {"prompt":"q","response_a":"1","response_b":"2","model_a":"swift","model_b":"B","winner":"swift","annotator":7,"category":"code"}
            {"prompt":"q","response_a":"1","response_b":"2","model_a":"slow","model_b":"swift","winner":"swift","annotator":7,"category":"code"}
            """));
        votes.Select(vote => vote.Verdict).ShouldBe([Verdict.A, Verdict.B]);
        votes.ShouldAllBe(vote => vote.Judge == "7" && vote.Scenario == "code");
        var refused = OnlyRefusal(folder.Write("u.jsonl", """
            {"prompt":"q","response_a":"1","response_b":"2","model_a":"B","model_b":"x","winner":"B"}
            {"prompt":"q","response_a":"1","response_b":"2","model_a":"B","model_b":"x","winner":"x"}
            """));
        refused.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("prompt,response_0,response_1,winner", null, "response_0", Verdict.A)]
    [InlineData("prompt,response_0,response_1,winner", null, "response_1", Verdict.B)]
    [InlineData("prompt,left,right,winner", "a=right,b=left", "left", Verdict.B)]
    [InlineData("prompt,response_a,response_b,winner", "a=response_b,b=response_a", "Response A", Verdict.B)]
    [InlineData("prompt,response_right,response_left,winner", "a=response_right,b=response_left", "A", Verdict.A)]
    public void A_winner_that_names_a_column_means_the_response_in_it(string header, string? map, string winner, Verdict verdict)
    {
        var options = new ImportOptions { Map = map is null ? null : ColumnMap.Parse(map) };
        Votes(folder.Write("t.csv", $"{header}\nq,one,other,{winner}\n"), options).ShouldHaveSingleItem().Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData("prompt,response_a,response_b,winner", "a=response_b,b=response_a", "A")]
    [InlineData("prompt,response_left,response_right,winner", "a=response_right,b=response_left", "left")]
    [InlineData("prompt,response_0,response_1,winner", null, "model_1")]
    public void A_winner_that_the_names_of_the_columns_contradict_is_not_believed(string header, string? map, string winner)
    {
        var options = new ImportOptions { Map = map is null ? null : ColumnMap.Parse(map) };
        Refused(folder.Write("t.csv", $"{header}\nq,one,other,{winner}\n"), options).Message.ShouldContain("--winner-a");
    }

    [Theory]
    [InlineData("0", "1")]
    [InlineData("1", "2")]
    [InlineData("L", "R")]
    [InlineData("true", "false")]
    public void Values_whose_meaning_is_not_said_are_refused_with_the_option_that_says_it(string one, string other)
    {
        var path = folder.Write("t.csv", $"prompt,response_a,response_b,label\nq,1,2,{one}\nq,3,4,{other}\n");
        Refused(path).Message.ShouldContain("--winner-a");
        Votes(path, new() { Winners = new(one, other) }).Select(vote => vote.Verdict).ShouldBe([Verdict.A, Verdict.B]);
        Votes(path, new() { Winners = new(other, one) }).Select(vote => vote.Verdict).ShouldBe([Verdict.B, Verdict.A]);
    }

    [Fact]
    public void A_value_that_is_none_of_the_given_ones_refuses_its_row_and_names_everything()
    {
        var path = folder.Write("bad.csv", "prompt,response_A,response_B,label\nq1,a,b,0\nq2,a,b,banana\nq3,a,b,1.0\n");
        var rows = Rows(path, new() { Winners = new("0", "1") });
        var reason = rows.OfType<RefusedRow>().ShouldHaveSingleItem().Reason;
        foreach (var part in new[] { "bad.csv", "line 3", "\"label\"", "banana", "\"0\" (A)", "\"1\" (B)" }) reason.ShouldContain(part);
        rows.OfType<RefusedRow>().Single().RawText.ShouldBe("q2,a,b,banana");
        rows.OfType<ReadRow>().SelectMany(row => row.Votes).Select(vote => vote.Verdict).ShouldBe([Verdict.A, Verdict.B]);
    }

    [Theory]
    [InlineData("tie")]
    [InlineData("Both bad")]
    [InlineData("draw")]
    [InlineData("tie (bothbad)")]
    public void A_word_for_a_tie_is_understood_beside_the_values_of_the_winners_and_said(string word)
    {
        var path = folder.Write("t.csv", $"prompt,response_a,response_b,label\nq1,a,b,0\nq2,a,b,1\nq3,a,b,{word}\n");
        using var file = VoteFile.Open(path, new() { Winners = new("0", "1") });
        file.Rows().OfType<ReadRow>().Select(row => row.Votes[0].Verdict).ShouldBe([Verdict.A, Verdict.B, Verdict.Tie]);
        file.Notes.ShouldHaveSingleItem().ShouldContain($"\"{word}\"");
        Rows(path, new() { Winners = new("0", "1", "T") }).OfType<RefusedRow>().ShouldHaveSingleItem().Reason.ShouldNotContain("--tie");
    }

    [Fact]
    public void A_value_that_may_be_a_tie_is_refused_with_the_option_that_says_so()
    {
        var path = folder.Write("t.csv", "prompt,response_a,response_b,label\nq1,a,b,A\nq2,a,b,unentschieden\n");
        OnlyRefusalOf(Rows(path, new() { Winners = new("A", "B") })).ShouldContain("--tie VALUE");
        OnlyRefusalOf(Rows(path, ImportOptions.Default)).ShouldContain("--tie VALUE");
        Votes(path, new() { Tie = "unentschieden" }).Select(vote => vote.Verdict).ShouldBe([Verdict.A, Verdict.Tie]);
        Refused(folder.Write("u.csv", "prompt,response_a,response_b,label\nq1,a,b,0\nq2,a,b,1\nq3,a,b,2\n"), new() { Tie = "2" }).Message.ShouldContain("--winner-a");

        static string OnlyRefusalOf(IEnumerable<ImportedRow> rows) => rows.OfType<RefusedRow>().ShouldHaveSingleItem().Reason;
    }

    [Fact]
    public void A_map_of_one_column_keeps_the_obvious_others()
    {
        const string Header = "prompt,response_a,response_b,winner,judge,topic,group,model_a,model_b\n";
        var path = folder.Write("t.csv", Header + "q,one,other,A,ann,tea,g1,x,y\n");
        using var file = VoteFile.Open(path, new() { Map = ColumnMap.Parse("scenario=topic") });
        var vote = file.Rows().OfType<ReadRow>().Single().Votes.Single();
        (vote.Judge, vote.Scenario, vote.ModelA, vote.ModelB).ShouldBe(("ann", "tea", "x", "y"));
        file.Notes[0].ShouldContain("taken by their names");
        file.Notes[0].ShouldContain("\"judge\"");
        var kept = Votes(path, new() { Map = ColumnMap.Parse("meta=judge+topic+group") }).Single();
        (kept.Judge, kept.Scenario, kept.Metadata.Count).ShouldBe((null, null, 3));
    }

    [Theory]
    [InlineData("a=response_b,b=response_a", null)]
    [InlineData("a=response_a,b=response_b", "x")]
    [InlineData("a=one,b=two", null)]
    public void Writers_are_taken_by_their_names_only_where_their_sides_are_plain(string map, string? modelA) =>
        Votes(folder.Write("t.jsonl", """{"prompt":"q","response_a":"1","response_b":"2","one":"1","two":"2","winner":"L","model_a":"x","model_b":"y"}"""),
            new() { Map = ColumnMap.Parse(map), Winners = new("L", "R") }).Single().ModelA.ShouldBe(modelA);

    [Theory]
    [InlineData("\t")]
    [InlineData(";")]
    [InlineData(",")]
    public void The_delimiter_is_told_by_content(string delimiter)
    {
        string[] header = ["prompt", "response_a", "response_b", "winner"];
        string[] cells = ["\"one, two; three\"", "\"a\n,,\"", "b", "A"];
        var vote = Votes(folder.Write("t.txt", $"{string.Join(delimiter, header)}\n{string.Join(delimiter, cells)}\n")).ShouldHaveSingleItem();
        (vote.Query.Text, vote.A.Text).ShouldBe(("one, two; three", "a\n,,"));
    }

    [Fact]
    public void A_list_of_turns_is_a_conversation()
    {
        var vote = Votes(folder.Write("t.jsonl",
            """{"prompt":[{"role":"System","content":"s"},{"role":"user","content":"u1"},{"role":"assistant","content":"a1"},{"from":"human","value":"u2"}],"response_a":"1","response_b":"2","winner":"A"}""")).Single();
        vote.Query.Turns.ShouldBe([new("system", "s"), new("user", "u1"), new("assistant", "a1"), new("user", "u2")]);
        OnlyRefusal(folder.Write("u.jsonl", """{"prompt":[{"role":"user","content":"u"},{"role":"assistant","content":"a"}],"response_a":"1","response_b":"2","winner":"A"}"""))
            .Place.Field.ShouldBe("prompt");
    }

    [Fact]
    public void A_path_with_dots_reaches_into_objects()
    {
        var options = new ImportOptions { Map = ColumnMap.Parse("prompt=in.text,a=x.content,b=y.content,winner=best,model_a=x.by") };
        var vote = Votes(folder.Write("t.json", """[{"in":{"text":"q"},"x":{"content":"1","by":"m"},"y":{"content":"2"},"best":"B"}]"""), options).Single();
        (vote.Query.Text, vote.A.Text, vote.B.Text, vote.Verdict, vote.ModelA).ShouldBe(("q", "1", "2", Verdict.B, "m"));
    }

    [Fact]
    public void Two_columns_that_could_be_the_winner_are_not_guessed_between() =>
        Refused(folder.Write("t.csv", "prompt,response_a,response_b,winner,label\nq,1,2,A,B\n")).Message.ShouldContain("--map winner=winner");

    [Fact]
    public void Two_columns_of_one_name_are_refused_where_they_are_used() =>
        Refused(folder.Write("t.csv", "q,left,right,best,left\n1,2,3,A,4\n"),
            new() { Map = ColumnMap.Parse("prompt=q,a=left,b=right,winner=best") }).Message.ShouldContain("two columns");

    [Fact]
    public void A_column_that_the_map_names_and_the_file_lacks_is_an_error_that_lists_the_columns() =>
        Refused(folder.Write("t.csv", "q,left,right,best\n1,2,3,A\n"),
            new() { Map = ColumnMap.Parse("prompt=q,a=lefft,b=right,winner=best") }).Message.ShouldContain("\"left\"");

    [Fact]
    public void Columns_not_used_are_named()
    {
        using var file = VoteFile.Open(folder.Write("t.csv", "prompt,response_a,response_b,winner,time\nq,1,2,A,12\n"), ImportOptions.Default);
        file.Notes.ShouldHaveSingleItem().ShouldContain("\"time\"");
    }

    [Theory]
    [InlineData("prompt=a,prompt=b", "twice")]
    [InlineData("promt=a", "unknown key")]
    [InlineData("prompt", "without =")]
    [InlineData("prompt=", "without a column")]
    [InlineData("prompt=\"a", "not closed")]
    public void A_map_that_is_none_says_why(string map, string why) => Should.Throw<ImportException>(() => ColumnMap.Parse(map)).Message.ShouldContain(why);

    [Fact]
    public void A_column_name_may_hold_what_the_map_is_written_with()
    {
        var map = ColumnMap.Parse("Prompt=\"a, b = \"\"c\"\"\",meta=x+\"y+z\",model-a=m");
        (map.Prompt, map.ModelA).ShouldBe(("a, b = \"c\"", "m"));
        map.Metadata.ShouldBe(["x", "y+z"]);
    }

    [Fact]
    public void The_same_value_for_two_verdicts_is_refused() =>
        Refused(folder.Write("t.csv", "prompt,response_a,response_b,label\nq,1,2,0\n"),
            new() { Winners = new("0", "0.0") }).Message.ShouldContain("--winner-a");
}
