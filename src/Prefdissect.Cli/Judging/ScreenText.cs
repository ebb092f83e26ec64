using System.Globalization;
using System.Text;
using Prefdissect.Reporting;
using Spectre.Console.Rendering;

namespace Prefdissect.Cli.Judging;

/// <summary>Hostile text made fit for a terminal, in lines of a given width: nothing of it steers the terminal, and lines break at spaces where they can.</summary>
internal static class ScreenText
{
    private const int MostIndent = 16;

    /// <summary>The lines of a text, each at most <paramref name="width"/> cells wide.</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var clean = PlainText.OneLine(line);
            if (clean.Length == 0) lines.Add("");
            else Wrap(lines, new string(' ', Math.Min(Indent(line), Math.Min(MostIndent, width / 3))), clean, width);
        }
        return lines;
    }

    /// <summary>Cells that a text takes.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    /// <summary>The text with spaces behind it, or cut, so that it takes this many cells.</summary>
    public static string Fit(string text, int width)
    {
        var cells = Width(text);
        if (cells <= width) return text + new string(' ', width - cells);
        var fit = new StringBuilder();
        var used = 0;
        foreach (var element in Elements(text))
        {
            if (used + Width(element) > width - 1) break;
            fit.Append(element);
            used += Width(element);
        }
        return fit.Append('…').Append(' ', Math.Max(0, width - used - 1)).ToString();
    }

    private static int Indent(string line) => line.TakeWhile(c => c is ' ' or '\t').Sum(c => c == '\t' ? 4 : 1);

    private static void Wrap(List<string> lines, string indent, string text, int width)
    {
        var (line, used) = (new StringBuilder(indent), indent.Length);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = Width(word);
            if (used > indent.Length && used + 1 + cells > width) NextLine();
            if (used > indent.Length)
            {
                line.Append(' ');
                used++;
            }
            if (used + cells <= width)
            {
                line.Append(word);
                used += cells;
                continue;
            }
            // A word that is longer than a line.
            foreach (var element in Elements(word))
            {
                var wide = Width(element);
                if (used + wide > width) NextLine();
                line.Append(element);
                used += wide;
            }
        }
        lines.Add(line.ToString().TrimEnd());

        void NextLine()
        {
            lines.Add(line.ToString().TrimEnd());
            line.Clear().Append(indent);
            used = indent.Length;
        }
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }
}
