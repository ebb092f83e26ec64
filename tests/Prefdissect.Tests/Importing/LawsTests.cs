using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Importing;
using Prefdissect.Pairs;
using static Prefdissect.Tests.Importing.ImportFolder;

namespace Prefdissect.Tests.Importing;

/// <summary>What holds for any votes, written into any kind of file.</summary>
public sealed class LawsTests : IDisposable
{
    private static readonly string[] Kinds = ["csv", "tsv", "semicolon", "jsonl", "json", "pretty"];
    private static readonly ImportOptions Options = new()
    {
        Map = ColumnMap.Parse("prompt=q,a=left,b=right,winner=best,judge=who,margin=m,model_a=x,model_b=y"),
        Winners = new("L", "R", "T"),
    };

    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Any_text_comes_back_from_any_kind_of_file_as_it_was_written() => Holds((votes, kind, _) =>
        Multiset(Votes(Written(votes, kind), Options)).ShouldBe(Multiset(votes)));

    [Fact]
    public void Exchanging_A_and_B_in_a_file_gives_the_exchanged_votes() => Holds((votes, kind, _) =>
    {
        var swapped = Options with { Map = ColumnMap.Parse("prompt=q,a=right,b=left,winner=best,judge=who,model_a=y,model_b=x"), Winners = new("R", "L", "T") };
        Multiset(Votes(Written(votes, kind), swapped)).ShouldBe(Multiset(votes.Select(vote => (vote with { Margin = null }).Exchanged())));
    });

    [Fact]
    public void Shuffling_and_packing_give_the_same_multiset() => Holds((votes, kind, seed) =>
    {
        Vote[] shuffled = [.. votes];
        new Random(seed).Shuffle(shuffled);
        var packed = folder.Write("packed.gz", Gzip(File.ReadAllText(Written(shuffled, kind))));
        Multiset(Votes(packed, Options)).ShouldBe(Multiset(Votes(Written(votes, kind), Options)));
    });

    [Fact]
    public void A_bad_row_is_refused_with_the_line_it_starts_on() => Holds((votes, kind, seed) =>
    {
        var bad = new Random(seed).Next(votes.Length);
        var path = Written(votes, kind, bad);
        // Where the row starts is counted in what was written before it.
        var before = Before(kind) + string.Concat(votes[..bad].Select(vote => RowText(vote, kind, isBad: false) + Between(kind)));
        var line = 1 + before.Count(character => character == '\n');
        var refused = OnlyRefusal(path, Options);
        (refused.Line, refused.Place.Field).ShouldBe((line, "best"));
    });

    private static void Holds(Action<Vote[], string, int> law)
    {
        var text = Gen.Frequency(
            (3, Gen.Elements("plain", "a,b", "x\ty", "p;q", "say \"hi\"", "\"", "two\nlines", "\r\n", "end\n", " trimmed? ", "é€😀", "[", "{}", "\\u0041",
                "=1+1", "\uFEFF", "")),
            (1, ArbMap.Default.ArbFor<string>().Generator.Select(Storable)));
        var vote =
            from query in text
            from a in text
            from b in text
            from verdict in Gen.Elements(Verdict.A, Verdict.B, Verdict.Tie)
            from judge in Gen.Elements("ann", "bob", null)
            from margin in Gen.Elements(1.25, -3e-7, (double?)null)
            select new Vote
            {
                Query = new("q" + query),
                A = new(a),
                B = new(b),
                Verdict = verdict,
                Judge = judge,
                Margin = margin,
                ModelA = "m1",
                ModelB = "m2"
            };
        var cases =
            from votes in vote.NonEmptyListOf()
            from kind in Gen.Elements(Kinds)
            from seed in Gen.Choose(0, 1000)
            select (votes: votes.ToArray(), kind, seed);
        Prop.ForAll(Arb.From(cases), one => law(one.votes, one.kind, one.seed)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    // A text that a file of UTF-8 text can hold: no NUL, no halves of characters.
    private static string Storable(string? text) => string.Concat((text ?? "").EnumerateRunes().Where(rune => rune.Value != 0).Select(rune => rune.ToString()));

    private string Written(Vote[] votes, string kind, int bad = -1)
    {
        var rows = votes.Select((vote, i) => RowText(vote, kind, i == bad));
        var after = kind is "json" or "pretty" ? "\n]" : "";
        var content = Before(kind) + string.Join(Between(kind), rows) + after;
        return folder.Write("votes", content);
    }

    private static string Header(string kind) => kind switch
    {
        "csv" or "tsv" or "semicolon" => string.Join(Delimiter(kind), "q", "left", "right", "best", "who", "m", "x", "y") + "\n",
        _ => "",
    };

    private static string Before(string kind) => kind switch { "json" => "[", "pretty" => "[\n", _ => Header(kind) };

    private static string Between(string kind) => kind switch { "json" => ",", "pretty" => ",\n", _ => "\n" };

    private static char Delimiter(string kind) => kind switch { "tsv" => '\t', "semicolon" => ';', _ => ',' };

    private static string RowText(Vote vote, string kind, bool isBad)
    {
        var best = isBad ? "bad" : vote.Verdict switch { Verdict.A => "L", Verdict.B => "R", _ => "T" };
        var who = isBad ? "bad row" : vote.Judge;
        if (Header(kind).Length > 0)
        {
            string[] cells = [vote.Query.Text, vote.A.Text, vote.B.Text, best, who ?? "",
                vote.Margin?.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? "", "m1", "m2"];
            return string.Join(Delimiter(kind), cells.Select(cell => '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
        }
        var row = new { q = vote.Query.Text, left = vote.A.Text, right = vote.B.Text, best, who, m = vote.Margin, x = "m1", y = "m2" };
        return JsonSerializer.Serialize(row, new JsonSerializerOptions { WriteIndented = kind == "pretty", NewLine = "\n" });
    }
}
