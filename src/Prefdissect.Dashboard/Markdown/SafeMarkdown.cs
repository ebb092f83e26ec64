using System.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Prefdissect.Dashboard.Texts;

namespace Prefdissect.Dashboard.Markdown;

/// <summary>
/// Markdown of a hostile text as HTML that is safe to put into a page: raw HTML is text, what comes out is held against a list of elements and attributes
/// (<see cref="AllowedHtml"/>), links lead to the web or to mail alone, and pictures are never loaded.
/// </summary>
public static class SafeMarkdown
{
    /// <summary>Longest text that is rendered, in UTF-16 units; a longer one is to be shown plain.</summary>
    public const int Longest = 100_000;

    // What opens something is looked at again by whatever may close it: so many in one paragraph cost time by their square.
    private const string Marks = "[]*_`~<!|(";
    private const int MostMarks = 2_000;

    // Quotes and lists in one another, likewise by the square of their number.
    private const int MostNested = 40;

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>The HTML; <see langword="null"/> where the text is too long, nests too deeply or has too many marks to be rendered in bounded time, and is to be shown plain.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="topHeading">Level of the highest heading that comes out, 3 to 6.</param>
    public static string? ToHtml(string text, int topHeading = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(topHeading, 3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(topHeading, 6);
        if (text.Length > Longest || IsDeeplyNested(text)) return null;
        try
        {
            return AllowedHtml.Written(Markdig.Markdown.ToHtml(WithoutSteering(text), Pipeline), topHeading);
        }
        catch (ArgumentException)
        {
            // What Markdig says of elements that are nested too deeply, and what is said below.
            return null;
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        foreach (var parser in builder.BlockParsers) parser.Closed += (_, block) => ThrowWhereEndless(block);
        return builder.Build();
    }

    // Before its inner marks are read, since that is what takes the time.
    private static void ThrowWhereEndless(Block block)
    {
        if (block is not LeafBlock { ProcessInlines: true } leaf || leaf.Lines.Lines is not { } lines) return;
        var marks = 0;
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            foreach (var letter in lines[i].Slice.AsSpan())
            {
                if (Marks.Contains(letter)) marks++;
            }
        }
        if (marks > MostMarks) throw new ArgumentException($"A paragraph has {marks} marks; {MostMarks} can be read.");
    }

    private static bool IsDeeplyNested(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var nested = 0;
            for (var i = 0; i < line.Length; i++)
            {
                var opens = line[i] == '>' || (line[i] is '-' or '+' or '*' or '.' or ')' && (i + 1 == line.Length || line[i + 1] is ' ' or '\t'));
                if (opens) nested++;
                else if (!char.IsAsciiDigit(line[i]) && line[i] is not (' ' or '\t')) break;
            }
            if (nested > MostNested && !IsRule(line)) return true;
        }
        return false;
    }

    // "* * *" is one mark, however long.
    private static bool IsRule(ReadOnlySpan<char> line) => line.Trim() is [var mark and ('-' or '*'), ..] && !line.ContainsAnyExcept(mark, ' ', '\t');

    // What steers a terminal or turns the reading direction is shown by its name.
    private static string WithoutSteering(string text)
    {
        if (!text.EnumerateRunes().Any(HiddenCharacter.Steers)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(HiddenCharacter.Steers(rune) && HiddenCharacter.Of(rune) is { } hidden ? hidden.Shown : rune.ToString());
        return clean.ToString();
    }
}
