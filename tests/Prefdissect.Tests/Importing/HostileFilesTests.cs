using System.IO.Compression;
using System.Text;
using Prefdissect.Importing;
using static Prefdissect.Tests.Importing.ImportFolder;

namespace Prefdissect.Tests.Importing;

public sealed class HostileFilesTests : IDisposable
{
    private const string Row = """{"prompt":"q","response_a":"1","response_b":"2","winner":"A"}""";
    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "empty file")]
    [InlineData(" \n\t\n", "white space")]
    [InlineData("[]", "no rows")]
    [InlineData("prompt,response_a,response_b,winner\n", "no rows")]
    [InlineData("just a letter to a friend", "just a letter")]
    [InlineData("[1,2,3]", "list of objects")]
    [InlineData("{\"a\":1}", "--map")]
    [InlineData("{\n  \"votes\": [\n", "several lines")]
    [InlineData("[{\"prompt\":\"a\",\"response 1\":", "breaks off")]
    [InlineData("[{\"prompt\":\"a\"},", "breaks off")]
    [InlineData("[{\"prompt\":\"a\"}", "breaks off")]
    [InlineData("[{\"prompt\":\"a\"} {}]", "breaks at byte")]
    [InlineData("[{\"prompt\":\"a\"}] x", "breaks at byte")]
    [InlineData("{\"prompt\":", "breaks at byte")]
    public void A_file_without_votes_says_what_it_holds(string content, string said) => Refused(folder.Write("votes", content)).Message.ShouldContain(said);

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"prompt\":[")]
    public void Deep_nesting_ends_with_an_error(string opening) =>
        Refused(folder.Write("deep.json", string.Concat(Enumerable.Repeat(opening, 20_000)))).Message.ShouldContain("nested too deep");

    [Fact]
    public void Other_encodings_are_named()
    {
        foreach (var (encoding, name) in new[] { (Encoding.Unicode, "UTF-16"), (Encoding.BigEndianUnicode, "UTF-16"), (Encoding.UTF32, "UTF-32") })
            Refused(folder.Write("t.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("prompt,response_a\nx,y")])).Message.ShouldContain(name);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        foreach (var content in new[] { "prompt,response_a,response_b,winner\nq,1,2,A\n", Row, $"[{Row}]" })
            Votes(folder.Write("t", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(content)])).ShouldHaveSingleItem().Query.Text.ShouldBe("q");
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_named_with_their_line()
    {
        // Far into the file too, and cut by the end of a chunk.
        foreach (var lines in new[] { 3, 5000 })
        {
            var good = Row.Replace("\"1\"", "\"é€😀\"", StringComparison.Ordinal) + "\n";
            byte[] content = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(good, lines - 1))), .. "{\"prompt\":\"caf"u8, 0xE9, .. "\"}\n"u8];
            var error = Refused(folder.Write("latin1.jsonl", content));
            error.Message.ShouldContain("0xE9");
            error.Place.Line.ShouldBe(lines);
        }
        Refused(folder.Write("cut.csv", [.. "prompt,response_a,response_b,winner\nq,1,2,A"u8, 0xF0, 0x9F])).Message.ShouldContain("ends inside a character");
        Refused(folder.Write("nul.jsonl", [.. Encoding.UTF8.GetBytes(Row + "\n" + Row), 0])).Place.Line.ShouldBe(2);
        Refused(folder.Write("nuls", new byte[1000])).Message.ShouldContain("NUL");
    }

    [Fact]
    public void Random_bytes_are_an_error_whatever_the_name()
    {
        var random = new Random(5);
        for (var i = 0; i < 50; i++)
        {
            var bytes = new byte[5000];
            random.NextBytes(bytes);
            Refused(folder.Write(i % 2 == 0 ? "r.csv" : "r.jsonl", bytes)).Message.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Gzip_is_told_by_content_and_must_be_whole()
    {
        var content = string.Concat(Enumerable.Range(0, 500).Select(i => Row.Replace("\"q\"", $"\"q{i * 7919 % 1000}\"", StringComparison.Ordinal) + "\n"));
        var packed = Gzip(content);
        Votes(folder.Write("named.jsonl", packed)).Count.ShouldBe(500);
        Votes(folder.Write("two.jsonl.gz", [.. packed, .. packed])).Count.ShouldBe(1000);
        Refused(folder.Write("hello.jsonl.gz", "hello")).Message.ShouldContain("not gzip");
        foreach (var cut in new[] { packed.Length - 1, packed.Length - 4, packed.Length - 9, packed.Length / 2, 11 })
            Refused(folder.Write("cut.gz", packed[..cut])).Message.ShouldContain("gzip");
        packed[^6] ^= 1;
        Refused(folder.Write("flipped.gz", packed)).Message.ShouldContain("gzip");
    }

    [Fact]
    public void A_gzip_beyond_its_limit_is_refused()
    {
        var packed = Bomb(Row + "\n", (byte)'\n', 1 << 20);
        var limits = new ImportLimits { LargestUnpacked = 1 << 19 };
        Refused(folder.Write("t.gz", packed), new() { Limits = limits }).Message.ShouldContain("unpacks to more than");
        Votes(folder.Write("u.gz", packed)).ShouldHaveSingleItem();
        var ratio = new ImportLimits { RatioFreeBytes = 1 << 18, LargestRatio = 50 };
        Refused(folder.Write("v.gz", packed), new() { Limits = ratio }).Message.ShouldContain("gzip bomb");
    }

    [Fact]
    public void One_huge_line_is_refused_at_the_limit()
    {
        var limits = new ImportOptions { Limits = new ImportLimits { LongestRow = 1 << 20 } };
        var long64 = new string('x', 2 << 20);
        Refused(folder.Write("t.jsonl", $"{Row}\n{{\"prompt\":\"{long64}\"}}\n"), limits).Place.Line.ShouldBe(2);
        Refused(folder.Write("t.json", $"[{Row},\n{{\"prompt\":\"{long64}\"}}]"), limits).Message.ShouldContain("MiB");
        Refused(folder.Write("t.csv", $"prompt,response_a,response_b,winner\nq,{long64},2,A\n"), limits).Message.ShouldContain("MiB");
        Votes(folder.Write("u.jsonl", Row.Replace("\"q\"", $"\"{long64}\"", StringComparison.Ordinal))).Single().Query.Text.Length.ShouldBe(2 << 20);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_located()
    {
        var error = Refused(folder.Write("t.csv", "prompt,response_a,response_b,winner\nq,\"a\nb\",2,A\nq,1,\"2,A\nq,1,2,B\n"));
        error.Place.Line.ShouldBe(4);
        error.Message.ShouldContain("never closed");
    }

    [Fact]
    public void Bad_rows_of_a_table_are_refused_one_by_one()
    {
        var rows = Rows(folder.Write("t.csv", "prompt,response_a,response_b,winner\nq,1\nq,1,2,3,A\nq,\"1\"x,2,A\nq,5\" wide,2,A\n ,1,2,A\n"));
        rows.OfType<RefusedRow>().Select(row => row.Line).ShouldBe([2, 3, 4, 6]);
        rows.OfType<ReadRow>().Single().Votes[0].A.Text.ShouldBe("5\" wide");
    }

    [Theory]
    [InlineData("""{"prompt":5,"response_a":"1","response_b":"2","winner":"A"}""", "prompt")]
    [InlineData("""{"prompt":"q","response_a":[],"response_b":"2","winner":"A"}""", "response_a")]
    [InlineData("""{"prompt":"q","response_a":"1","response_b":{},"winner":"A"}""", "response_b")]
    [InlineData("""{"prompt":"q","response_a":"1","response_b":"2","winner":null}""", "winner")]
    [InlineData("""{"prompt":"q","response_a":"1","response_b":"2"}""", "winner")]
    [InlineData("""{"prompt":"","response_a":"1","response_b":"2","winner":"A"}""", "prompt")]
    [InlineData("""{"prompt":"q","response_a":"\ud800","response_b":"2","winner":"A"}""", "response_a")]
    [InlineData("""{"prompt":"q","response_a":"1","response_b":"2","winner":"A","winner":"B"}""", "winner")]
    [InlineData("""["q","1","2","A"]""", null)]
    [InlineData("""{"prompt":"q",""", null)]
    [InlineData("no JSON at all", null)]
    public void Bad_rows_of_JSONL_are_refused_one_by_one_with_their_field(string bad, string? field)
    {
        var rows = Rows(folder.Write("t.jsonl", $"{Row}\n\n{bad}\r\n{Row}\n"));
        var refused = rows.OfType<RefusedRow>().ShouldHaveSingleItem();
        (refused.Line, refused.Place.Field, refused.RawText).ShouldBe((3, field, bad));
        rows.OfType<ReadRow>().Count().ShouldBe(2);
    }

    [Fact]
    public void A_name_with_half_a_character_does_no_harm() =>
        Votes(folder.Write("t.jsonl", Row.Replace("{", "{\"\\udc00\":1,", StringComparison.Ordinal))).ShouldHaveSingleItem();

    [Fact]
    public void Messages_show_hostile_text_without_control_characters()
    {
        var path = folder.Write("t.csv", "prompt,response_a,response_b,winner\nq,1,2,A\nq,1,2,\u001b[2J\u202eevil\n");
        OnlyRefusal(path).Reason.ShouldNotContain('\u001b');
        OnlyRefusal(path).Reason.ShouldNotContain('\u202e');
    }

    [Fact]
    public void What_is_no_file_is_said()
    {
        Refused("no/such/file.csv").Message.ShouldContain("no such file");
        Refused(Path.GetTempPath()).Message.ShouldContain("folder");
        Refused(folder.Write("t.parquet", "PAR1 and so on")).Message.ShouldContain("Parquet");
        Refused(folder.Write("t.png", [0x89, .. "PNG\r\n"u8])).Message.ShouldContain("PNG");
        Refused(folder.Write("t.pdf", "%PDF-1.7\n")).Message.ShouldContain("PDF");
        Refused(folder.Write("t.xlsx", "PK\u0003\u0004 and so on")).Message.ShouldContain("spreadsheet");
        Refused(folder.Write("t.zip", "PK\u0003\u0004 and so on")).Message.ShouldContain("zip archive");
        var tar = new string('\0', 257) + "ustar" + new string('\0', 300);
        Refused(folder.Write("t.tar", tar)).Message.ShouldContain("tar archive");
        Refused(folder.Write("t.tgz", Gzip(tar))).Message.ShouldContain("tar archive");
    }

    private static byte[] Bomb(string start, byte value, long count)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(start));
            var block = new byte[1 << 20];
            Array.Fill(block, value);
            for (long written = 0; written < count; written += block.Length) gzip.Write(block);
        }
        return bytes.ToArray();
    }
}
