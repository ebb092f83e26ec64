using System.Globalization;
using Prefdissect.Figures;

namespace Prefdissect.Reporting.Pages;

/// <summary>
/// The figures of one page. A figure comes with its own style sheet, four fifths of which are the same in all; a page holds it once, for the class
/// <see cref="Class"/>, and takes the colours from its own root, so that one switch turns everything.
/// </summary>
public sealed class PageDrawings
{
    /// <summary>The class of every figure on the page.</summary>
    public const string Class = "drawing";

    /// <summary>Width of a figure that spans the page, CSS px.</summary>
    public const double Wide = 960;

    /// <summary>Width of a figure that spans a telephone, CSS px.</summary>
    public const double Narrow = 390;

    /// <summary>Width of one of several figures side by side, CSS px.</summary>
    public const double Beside = 358;

    private const string Opening = "<style>";
    private const string Closing = "</style>";
    private const string OwnSize = " style=\"max-width:100%;height:auto\"";

    // The mark that the keyboard is on, and the figure that it walks through.
    private const string Walked = "." + Class + " [data-here]{outline:2px solid var(--ink);outline-offset:1px}\n." + Class + ":focus-visible{outline:2px solid var(--series-0);outline-offset:-2px}\n";

    private int count;

    /// <summary>The style rules that all figures share, without colours.</summary>
    public static string Style { get; } = StyleOfFigures();

    /// <summary>A figure for wide windows and the same for narrow ones; the page shows the one that fits.</summary>
    public string Both(Func<Canvas, string> draw) =>
        $"<div class=\"wide\">{Draw(draw, Wide)}</div><div class=\"narrow\">{Draw(draw, Narrow)}</div>\n";

    /// <summary>A figure at one width, without anything around it.</summary>
    public string At(double width, Func<Canvas, string> draw) => Draw(draw, width);

    /// <summary>One of several figures side by side: narrow in every window.</summary>
    public string Small(Func<Canvas, string> draw) => $"<div class=\"small\">{Draw(draw, Beside)}</div>\n";

    private string Draw(Func<Canvas, string> draw, double width)
    {
        var id = "f" + (++count).ToString(CultureInfo.InvariantCulture);
        var svg = draw(new Canvas(width, id));
        var (start, end) = StyleIn(svg);
        // Texts in a figure cannot hold these marks: they are escaped. The page's own rules size a figure, so that a policy may forbid styles of elements.
        var head = svg[4..start].Replace(OwnSize, "", StringComparison.Ordinal);
        return string.Concat($"<svg class=\"{Class}\"", head, svg[end..].Replace(" />\n", "/>", StringComparison.Ordinal));
    }

    private static string StyleOfFigures()
    {
        const string id = "figures-of-the-page";
        var smallest = new DotAndWhisker(new Caption("-"), ["-"], [new DotRow("-", [new DotPoint(0)])], new Axis("-", ValueFormat.Percent));
        var linked = smallest with { Rows = [smallest.Rows[0] with { Href = "#" }] };
        var svg = linked.ToSvg(new Canvas(Narrow, id));
        var (start, end) = StyleIn(svg);
        var own = svg[(start + Opening.Length)..(end - Closing.Length)].Replace("&gt;", ">", StringComparison.Ordinal);
        var colours = Tokens.Css("#" + id);
        if (!own.Contains(colours, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The style sheet of a figure no longer holds the shared colours as they are.");
        }
        return own.Replace(colours, "", StringComparison.Ordinal).Replace("#" + id, "." + Class, StringComparison.Ordinal).Trim() + "\n" + Walked;
    }

    private static (int Start, int End) StyleIn(string svg)
    {
        var start = svg.IndexOf(Opening, StringComparison.Ordinal);
        var end = svg.IndexOf(Closing, StringComparison.Ordinal);
        return start < 0 || end < start
            ? throw new InvalidOperationException("A figure came without its style sheet.")
            : (start, end + Closing.Length);
    }
}
