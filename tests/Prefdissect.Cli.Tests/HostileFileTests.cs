using System.IO.Compression;
using System.Text;

namespace Prefdissect.Cli.Tests;

/// <summary>Files that no program should choke on: a clear error, exit code 2, and the study as it was.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const string Header = "prompt,response_a,response_b,winner\n";

    private readonly CommandLine line = new();

    public static TheoryData<string, string> Hostile => new()
    {
        { "empty.csv", "" },
        { "empty.jsonl", "" },
        { "header-only.csv", Header },
        { "nul.jsonl", new string('\0', 1000) },
        { "nul-inside.csv", Header + "q,a\0b,c,a\n" },
        { "deep.json", new string('[', 20_000) },
        { "deep.jsonl", "{\"prompt\":" + new string('[', 20_000) + new string(']', 20_000) + "}\n" },
        { "cut.json", "[{\"prompt\":\"a\",\"response 1\":" },
        { "cut.jsonl", "{\"prompt\":\"a\",\"response_a\":\"b\"\n" },
        { "wrong-types.jsonl", "{\"prompt\":5,\"response 1\":[],\"response 2\":{},\"label\":\"x\",\"scenario\":1}\n" },
        { "quotes.csv", Header + "q,\"never closed,b,a\nq2,a,b,a\n" },
        { "ragged.csv", Header + "q,a,b\n" },
        { "prose.txt", "Dear all,\nthis is no table.\n" },
        { "page.html", "<!doctype html><html><body>404</body></html>" },
        { "named.jsonl.gz", "hello" },
        { "markup.csv", "prompt,[red]x[/],\u001b[31mred,winner\nq,a,b,\u001b[2J\n" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task It_is_refused_and_the_study_stays_as_it_was(string name, string text) => Refused(line.Write(name, text));

    [Fact]
    public async Task Text_in_other_encodings_is_refused_naming_the_encoding()
    {
        const string good = Header + "caf\u00e9?,one,two,a\n";
        (await Refused(line.Write("utf16.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(good)]))).ShouldContain("UTF-16");
        (await Refused(line.Write("latin1.csv", Encoding.Latin1.GetBytes(good)))).ShouldContain("UTF-8");
    }

    [Fact]
    public async Task Random_bytes_and_packed_files_are_refused()
    {
        var bytes = new byte[50_000];
        new Random(1).NextBytes(bytes);
        await Refused(line.Write("random.csv", bytes));
        await Refused(line.Write("archive.zip", [.. "PK\u0003\u0004"u8, .. bytes]));
        var packed = Gzip(Header + string.Concat(Enumerable.Range(0, 5000).Select(i => $"q{i},one {i},two {i * 7},a\n")));
        await Refused(line.Write("torn.csv.gz", packed[..(packed.Length / 2)]));
        packed[packed.Length / 2] ^= 0xFF;
        await Refused(line.Write("damaged.csv.gz", packed));
    }

    [Fact]
    public async Task One_huge_line_is_refused_in_little_memory()
    {
        using (var file = new StreamWriter(line["huge.jsonl"]))
        {
            file.Write("{\"prompt\":\"");
            for (var i = 0; i < 200; i++) file.Write(new string('x', 1024 * 1024));
        }
        await RefusedInLittleMemory("huge.jsonl");
    }

    [Theory]
    [InlineData('\0')]
    [InlineData(' ')]
    [InlineData('a')]
    [InlineData('\n')]
    public async Task A_gzip_file_of_a_gigabyte_of_one_character_is_refused_in_little_memory(char character)
    {
        var megabytes = Gzip(new string(character, 64 * 1024 * 1024));
        using (var file = File.Create(line["bomb.csv.gz"]))
        {
            file.Write(Gzip(Header + "q,1,2,a\n"));
            for (var i = 0; i < 16; i++) file.Write(megabytes);
        }
        await RefusedInLittleMemory("bomb.csv.gz");
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_column()
    {
        var votes = line.Write("bom.csv", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Header + "q,a,b,a\n")]);
        (await CommandLine.Json("import", votes, "-s", line["s.study"])).GetProperty("votes").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_bad_row_is_named_by_file_line_and_field_and_nothing_of_the_file_is_imported()
    {
        var bad = line.Write("bad.csv", Header + "q1,a,b,a\nq2,a,b,banana\nq3,a,b,b\n");
        var message = await Refused(bad);
        foreach (var part in new[] { "bad.csv", "3", "winner", "banana" }) message.ShouldContain(part);
        var skipped = await CommandLine.Json("import", bad, "-s", line["s.study"], "--skip-bad");
        (skipped.GetProperty("pairs").GetInt32(), skipped.GetProperty("refused").GetInt32()).ShouldBe((2, 1));
        File.ReadAllLines(skipped.GetProperty("files")[0].GetProperty("refusedRowsFile").GetString()!).ShouldHaveSingleItem().ShouldContain("banana");
        File.Exists(line["s.study"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Labels_0_and_1_are_refused_naming_what_would_explain_them()
    {
        var votes = line.Write("zeroone.csv", "question,left,right,verdict\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"q{i},a{i},b{i},{i % 2}\n")));
        string[] mapped = ["import", votes, "-s", line["z.study"], "--map", "prompt=question,a=left,b=right,winner=verdict"];
        (await CommandLine.Run(mapped)).Refusal().ShouldContain("--winner-a");
        File.Exists(line["z.study"]).ShouldBeFalse();
        var told = await CommandLine.Json([.. mapped, "--winner-a", "0", "--winner-b", "1"]);
        (told.GetProperty("aWins").GetInt32(), told.GetProperty("bWins").GetInt32()).ShouldBe((10, 10));
    }

    [Fact]
    public async Task Bad_rows_of_a_file_are_told_together_each_with_line_and_field()
    {
        var rows = Enumerable.Range(0, 30).Select(i => i < 24 ? $",x{i},y{i},a,ada" : $"q{i},x{i},y{i},a,ada");
        var refusal = (await CommandLine.Run("import", line.Write("rows.csv", "prompt,response_a,response_b,winner,judge\n" + string.Join('\n', rows) + "\n"), "-s", line["rows.study"])).Refusal();
        refusal.ShouldContain("(23 more of 30 rows are bad.)");
        foreach (var at in Enumerable.Range(2, 20)) refusal.ShouldContain($"line {at}, field \"prompt\"");
        refusal.ShouldNotContain("line 22,");
        refusal.ShouldContain("… and 4 more");
        File.Exists(line["rows.study"]).ShouldBeFalse();
    }

    public void Dispose() => line.Dispose();

    private async Task<string> Refused(string file)
    {
        var study = line["before.study"];
        if (!File.Exists(study)) (await CommandLine.Run("import", line.Votes("before.csv", 5), "-s", study)).Succeeded();
        var before = (await CommandLine.Json("doctor", study)).GetRawText();
        var message = (await CommandLine.Run("import", file, "-s", study)).Refusal();
        message.ShouldContain(Path.GetFileName(file));
        message.Length.ShouldBeLessThan(3000);
        message.ShouldNotContain("\u001b");
        (await CommandLine.Json("doctor", study)).GetRawText().ShouldBe(before);

        var alone = await CommandLine.Run("import", file, "-s", line["new.study"]);
        alone.Refusal();
        alone.Out.ShouldBe("", "there is nothing to show");
        (await CommandLine.Run("doctor", file)).Code.ShouldBe(2);
        File.Exists(line["new.study"]).ShouldBeFalse("no study is made for a file that is refused");
        Directory.GetFiles(line.Folder, "*.partial").ShouldBeEmpty();
        return message;
    }

    // A process of its own, whose runtime ends it where it would hold more: what other tests allocate meanwhile does not count.
    private async Task RefusedInLittleMemory(string name)
    {
        var most = new Dictionary<string, string?> { ["DOTNET_GCHeapHardLimit"] = "0x10000000" };
        var outcome = await CommandLine.End(line.Start(most, "import", line[name], "-s", line["new.study"]));
        outcome.Refusal().ShouldContain(name);
        File.Exists(line["new.study"]).ShouldBeFalse("no study is made for a file that is refused");
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest)) zip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
