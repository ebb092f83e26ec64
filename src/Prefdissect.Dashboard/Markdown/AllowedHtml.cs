using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Prefdissect.Dashboard.Markdown;

/// <summary>
/// HTML of unknown intent, read as a browser reads it and written anew from a list of what is allowed. An element that is not on the list is written as its text; of attributes
/// only the few that are made here are written. So ids, classes, styles and handlers of a text never reach a page.
/// </summary>
internal static class AllowedHtml
{
    /// <summary>Elements in elements up to which is written; deeper ones are their text.</summary>
    private const int Deepest = 150;

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "p", "strong", "em", "del", "code", "pre", "blockquote", "ul", "li", "table", "thead", "tbody", "tr", "th", "td",
    };

    /// <summary>The elements that may come out, with their attributes.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Elements { get; } =
        Plain.Concat(["br", "hr", "h3", "h4", "h5", "h6"]).ToDictionary(name => name, _ => (IReadOnlyList<string>)[], StringComparer.Ordinal)
            .Concat([new("a", ["href", "rel", "data-detail"]), new("ol", ["start"])]).ToDictionary(StringComparer.Ordinal);

    /// <summary>The HTML, from the list alone.</summary>
    /// <param name="html">Any HTML.</param>
    /// <param name="topHeading">Level of the highest heading that comes out, 3 to 6: texts stand under headings of a page.</param>
    public static string Written(string html, int topHeading)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false });
        using var document = parser.ParseDocument("");
        var nodes = parser.ParseFragment(html, document.Body!);
        var levels = nodes.OfType<IElement>().SelectMany(element => element.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Prepend(element)).Select(LevelOf).OfType<int>().Distinct().Order().ToList();
        var text = new StringBuilder(html.Length);
        foreach (var node in nodes) Write(text, node, new Headings(levels, topHeading), 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, INode node, Headings headings, int depth)
    {
        if (node is IText words) text.Append(WebUtility.HtmlEncode(words.Data));
        if (node is not IElement element) return;
        if (depth > Deepest)
        {
            text.Append(WebUtility.HtmlEncode(element.TextContent));
            return;
        }
        switch (element.LocalName)
        {
            case "br" or "hr":
                text.Append('<').Append(element.LocalName).Append('>');
                break;
            case "a":
                Link(text, element, headings, depth);
                break;
            case "img":
                Image(text, element);
                break;
            case "ol":
                Around(text, "ol", int.TryParse(element.GetAttribute("start"), out var start) ? FormattableString.Invariant($" start=\"{start}\"") : "", element, headings, depth);
                break;
            case var name when LevelOf(element) is { } level:
                Around(text, headings.NameOf(level), "", element, headings, depth);
                break;
            case var name when Plain.Contains(name):
                Around(text, name, "", element, headings, depth);
                break;
            default:
                Inside(text, element, headings, depth);
                break;
        }
    }

    private static void Around(StringBuilder text, string name, string attributes, IElement element, Headings headings, int depth)
    {
        text.Append('<').Append(name).Append(attributes).Append('>');
        // A line end right after <pre> is dropped by browsers, so one that is meant needs another before it.
        if (name == "pre" && element.TextContent.StartsWith('\n')) text.Append('\n');
        Inside(text, element, headings, depth);
        text.Append("</").Append(name).Append('>');
    }

    private static void Inside(StringBuilder text, IElement element, Headings headings, int depth)
    {
        foreach (var child in element.ChildNodes) Write(text, child, headings, depth + 1);
    }

    private static void Link(StringBuilder text, IElement element, Headings headings, int depth)
    {
        var address = element.GetAttribute("href") ?? "";
        if (LinkAddress.Allowed(address) is { } allowed)
        {
            var encoded = WebUtility.HtmlEncode(allowed);
            Around(text, "a", $" href=\"{encoded}\" rel=\"noreferrer nofollow\" data-detail=\"{encoded}\"", element, headings, depth);
            return;
        }
        Inside(text, element, headings, depth);
        text.Append(" (").Append(WebUtility.HtmlEncode(address)).Append(')');
    }

    // A picture would tell its server who reads, when; its address is shown instead.
    private static void Image(StringBuilder text, IElement element)
    {
        var (address, name) = (element.GetAttribute("src") ?? "", element.GetAttribute("alt") ?? "");
        var shown = WebUtility.HtmlEncode($"picture{(name.Length > 0 ? $" “{name}”" : "")}, not loaded: {address}");
        if (LinkAddress.Allowed(address) is { } allowed && element.Closest("a") is null)
        {
            var encoded = WebUtility.HtmlEncode(allowed);
            text.Append("<a href=\"").Append(encoded).Append("\" rel=\"noreferrer nofollow\" data-detail=\"").Append(encoded).Append("\">").Append(shown).Append("</a>");
        }
        else
        {
            text.Append('[').Append(shown).Append(']');
        }
    }

    private static int? LevelOf(IElement element) => element.LocalName is ['h', >= '1' and <= '6' and var level] ? level - '0' : null;

    /// <summary>The headings of a text, brought under those of the page: the highest one used comes first, the next one after it.</summary>
    private sealed record Headings(List<int> Levels, int Top)
    {
        public string NameOf(int level) => FormattableString.Invariant($"h{Math.Min(6, Top + Math.Max(0, Levels.IndexOf(level)))}");
    }
}
