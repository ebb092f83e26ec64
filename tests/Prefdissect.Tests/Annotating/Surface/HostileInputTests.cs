using System.Diagnostics;
using System.Text;

namespace Prefdissect.Tests.Annotating.Surface;

public class HostileInputTests
{
    private const int Size = 1_000_000;

    /// <summary>Generous for a machine under load; a quadratic pass over a million characters takes minutes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Units =>
    [
        "*", "**", "** ", "(", "([", "](", "a", "aB", "1", "1.", "1. ", "\n", "\r", "\r\n", " \n", "`", "` ", "```\n", "~~~\n", "\"", "\" ", "“", "“a ", "_", "__a", "# ", "#", ">", "> ", "- ",
        "-", ".", ". ", ".)", "?!", "'", "’", "''", ":", ":)", "<", "|", "|\n|", "e.g. ", "a.", "\0", "\u200B", "\u200B ", "\u0301", "\ud800", "\udc00", "😊", "字", "字 ", "é", "please ",
        "thank you ", "http://", "www.", "[1", "(A, 19", "let me know if ", "it's ", "Step 1 ", "1)\n", "\uFFFF", "à la ", "\u2028",
    ];

    [Theory]
    [MemberData(nameof(Units))]
    public void A_million_characters_of_anything_are_rated_in_linear_time(string unit)
    {
        var text = Repeat(unit, Size);
        var watch = Stopwatch.StartNew();
        var ratings = Ratings.Annotator.Rate(text);
        watch.Elapsed.ShouldBeLessThan(Limit);
        foreach (var rating in ratings.Where(rating => rating.IsMeasured)) rating.Value.ShouldBeGreaterThanOrEqualTo(0);
        foreach (var rating in ratings.SkipLast(1).Where(rating => rating.IsMeasured)) rating.Value.ShouldBeOneOf(0, 1, 2, 3);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void The_evidence_of_anything_lies_within_the_text(string unit)
    {
        var text = Repeat(unit, 2000);
        foreach (var evidence in Ratings.Annotator.Explain(text))
        {
            evidence.Length.ShouldBeGreaterThan(0);
            evidence.Start.ShouldBeInRange(0, text.Length - evidence.Length);
        }
    }

    [Fact]
    public void Random_text_of_hostile_pieces_is_rated_on_the_scale()
    {
        var units = Units.Select(row => row.Data).ToArray();
        var random = new Random(1);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => units[random.Next(units.Length)]));
            var ratings = Ratings.Annotator.Rate(text);
            foreach (var rating in ratings.SkipLast(1).Where(rating => rating.IsMeasured)) rating.Value.ShouldBeOneOf(0, 1, 2, 3);
            foreach (var evidence in Ratings.Annotator.Explain(text)) evidence.Start.ShouldBeInRange(0, text.Length - evidence.Length, text);
        }
    }

    private static string Repeat(string unit, int length) => new StringBuilder().Insert(0, unit, length / unit.Length).ToString();
}
