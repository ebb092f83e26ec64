using System.Globalization;
using System.Xml.Linq;

namespace Prefdissect.Figures.Tests.Drawing;

/// <summary>A drawn figure, read back from its text: where each text, line and shape stands.</summary>
internal sealed class Picture
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public Picture(string svg)
    {
        Root = XDocument.Parse(svg).Root!;
        Root.Name.ShouldBe(Svg + "svg");
        var box = Root.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        (Width, Height) = (box[2], box[3]);
    }

    public XElement Root { get; }

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<(string Text, Box Box)> Texts => [.. All("text").Select(e => (Shown(e), BoxOf(e)))];

    public IEnumerable<XElement> All(string name) => Root.Descendants(Svg + name).Where(e => !e.Ancestors(Svg + "pattern").Any());

    public IEnumerable<XElement> OfClass(string start) => Root.Descendants().Where(e => e.Attribute("class")?.Value.StartsWith(start, StringComparison.Ordinal) == true);

    public static string Shown(XElement text) => string.Concat(text.Nodes().OfType<XText>().Select(t => t.Value));

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static double At(XElement element, string attribute) => Number(element.Attribute(attribute)!.Value);

    /// <summary>The box of every element that is drawn, texts by the same widths the layout used.</summary>
    public IEnumerable<(string What, Box Box)> Boxes()
    {
        foreach (var text in All("text"))
            yield return (Shown(text), BoxOf(text));
        foreach (var line in All("line"))
        {
            var (x1, y1, x2, y2) = (At(line, "x1"), At(line, "y1"), At(line, "x2"), At(line, "y2"));
            yield return ("line", new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2)));
        }

        foreach (var rect in All("rect").Where(r => r.Attribute("x") is not null))
            yield return ("rect", new Box(At(rect, "x"), At(rect, "y"), At(rect, "x") + At(rect, "width"), At(rect, "y") + At(rect, "height")));
        foreach (var circle in All("circle"))
        {
            var (x, y, r) = (At(circle, "cx"), At(circle, "cy"), At(circle, "r"));
            yield return ("circle", new Box(x - r, y - r, x + r, y + r));
        }

        foreach (var path in All("path"))
        {
            var n = path.Attribute("d")!.Value.Split(['M', 'L', 'Z', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray();
            var (x, y) = (n.Where((_, i) => i % 2 == 0).ToArray(), n.Where((_, i) => i % 2 == 1).ToArray());
            yield return ("path", new Box(x.Min(), y.Min(), x.Max(), y.Max()));
        }
    }

    private static Box BoxOf(XElement text)
    {
        var style = new Figures.Drawing.TextStyle(At(text, "font-size"), text.Attribute("font-weight") is not null, "ink");
        var (x, y, width) = (At(text, "x"), At(text, "y"), Figures.Drawing.TextMeasure.Width(Shown(text), style));
        var start = text.Attribute("text-anchor")?.Value switch { "middle" => -width / 2, "end" => -width, _ => 0 };
        var (ascent, descent) = (style.Size * 0.74, style.Size * 0.22);
        return text.Attribute("transform") is null
            ? new Box(x + start, y - ascent, x + start + width, y + descent)
            : new Box(x - ascent, y - start - width, x + descent, y - start);
    }
}
