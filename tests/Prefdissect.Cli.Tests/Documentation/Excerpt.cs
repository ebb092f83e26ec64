using System.Globalization;
using System.Text.RegularExpressions;

namespace Prefdissect.Cli.Tests.Documentation;

/// <summary>
/// Compares lines that a page shows with lines that were printed. White space does not count, nor do ruled lines; lines of the page that are <c>…</c> stand
/// for what was left out. Words have to be equal, numbers nearly: another processor adds in another order, so that samples differ by their Monte-Carlo error.
/// </summary>
internal static partial class Excerpt
{
    private const double RelativeTolerance = 0.1;
    private const double LastDigits = 3;

    /// <summary>The lines shown that were not printed.</summary>
    public static IReadOnlyList<string> NotIn(string shown, string printed)
    {
        var lines = Lines(printed);
        return [.. Lines(shown).Where(line => line is not ["…"] && !lines.Any(other => Alike(line, other))).Select(line => string.Join(' ', line))];
    }

    private static List<string[]> Lines(string text) =>
        [.. Escape().Replace(text, "").Replace('\\', '/').Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(line => line.Any(word => word.Any(c => c != '─')))];

    private static bool Alike(string[] one, string[] other) => one.Length == other.Length && one.Zip(other).All(words => Alike(words.First, words.Second));

    private static bool Alike(string one, string other)
    {
        if (one == other) return true;
        var (a, b) = (Number().Match(one), Number().Match(other));
        if (!a.Success || !b.Success || Around(one, a) != Around(other, b)) return false;
        var (x, y) = (Value(a.Value), Value(b.Value));
        var decimals = a.Value.Contains('.') ? a.Value.Length - a.Value.IndexOf('.') - 1 : 0;
        var countsExactly = decimals == 0 && Math.Abs(x) < 1000;
        return !countsExactly && Math.Abs(x - y) <= Math.Max(RelativeTolerance * Math.Abs(y), decimals == 0 ? 0 : LastDigits * Math.Pow(10, -decimals));
    }

    private static (string Before, string After) Around(string word, Match number) => (word[..number.Index], word[(number.Index + number.Length)..]);

    private static double Value(string number) => double.Parse(number.Replace(",", "", StringComparison.Ordinal).Replace('−', '-'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[-−]?\d+(?:,\d{3})*(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escape();
}
