using System.Globalization;
using System.Text;
using System.Xml;

namespace Prefdissect.Figures.Drawing;

/// <summary>
/// Writes the elements of one SVG. All text goes through <see cref="SafeText"/> and the XML writer's escaping;
/// all numbers are finite, in invariant culture, to 0.01 px.
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder body = new();
    private readonly XmlWriter xml;
    private bool hasLinks;

    public SvgWriter() =>
        xml = XmlWriter.Create(body, new XmlWriterSettings { ConformanceLevel = ConformanceLevel.Fragment, OmitXmlDeclaration = true, NewLineChars = "\n" });

    /// <summary>A number as it stands in an attribute.</summary>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"A coordinate came out as {value}.", nameof(value));
        var text = Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Writes <paramref name="text"/>, shortened to <paramref name="room"/> px, with the full text as tooltip where it was shortened.</summary>
    public void Text(double x, double y, string text, TextStyle style, Anchor anchor = Anchor.Start, double room = double.PositiveInfinity, string? tooltip = null)
    {
        var whole = SafeText.OneLine(text);
        var shown = TextMeasure.Shorten(whole, style, room);
        xml.WriteStartElement("text");
        Attribute("x", x);
        Attribute("y", y);
        WriteText(shown, style, anchor, tooltip ?? (shown == whole ? null : whole));
    }

    /// <summary>As <see cref="Text"/>, reading upwards.</summary>
    public void TextUpwards(double x, double y, string text, TextStyle style, Anchor anchor, double room)
    {
        var whole = SafeText.OneLine(text);
        var shown = TextMeasure.Shorten(whole, style, room);
        xml.WriteStartElement("text");
        Attribute("x", x);
        Attribute("y", y);
        Attribute("transform", $"rotate(-90 {Number(x)} {Number(y)})");
        WriteText(shown, style, anchor, shown == whole ? null : whole);
    }

    /// <summary>A text in a cell: black or white, as given.</summary>
    public void CellText(double x, double y, string text, TextStyle style, string colour)
    {
        xml.WriteStartElement("text");
        Attribute("x", x);
        Attribute("y", y);
        Attribute("fill", colour);
        WriteText(text, style, Anchor.Middle, null);
    }

    public void Line(double x1, double y1, double x2, double y2, string classes)
    {
        xml.WriteStartElement("line");
        Attribute("x1", x1);
        Attribute("y1", y1);
        Attribute("x2", x2);
        Attribute("y2", y2);
        Attribute("class", classes);
        End();
    }

    public void Rect(double x, double y, double width, double height, string classes, double radius = 0)
    {
        StartRect(x, y, width, height);
        if (radius > 0)
            Attribute("rx", radius);
        Attribute("class", classes);
        End();
    }

    /// <summary>A rectangle of a colour or paint server of its own.</summary>
    public void Cell(double x, double y, double width, double height, string fill)
    {
        StartRect(x, y, width, height);
        Attribute("fill", fill);
        End();
    }

    public void Circle(double x, double y, double radius, string classes)
    {
        xml.WriteStartElement("circle");
        Attribute("cx", x);
        Attribute("cy", y);
        Attribute("r", radius);
        Attribute("class", classes);
        End();
    }

    /// <summary>A path of absolute points, one command letter a point.</summary>
    public void Path(string classes, params ReadOnlySpan<(char Command, double X, double Y)> points)
    {
        var d = new StringBuilder();
        foreach (var (command, x, y) in points)
            d.Append(command).Append(Number(x)).Append(' ').Append(Number(y));
        xml.WriteStartElement("path");
        Attribute("d", classes.Contains("closed", StringComparison.Ordinal) ? d.Append('Z').ToString() : d.ToString());
        Attribute("class", classes);
        End();
    }

    /// <summary>Opens a group of elements with one tooltip; to be closed by <see cref="CloseGroup"/>.</summary>
    public void OpenGroup(string? tooltip = null)
    {
        xml.WriteStartElement("g");
        if (tooltip is not null)
            xml.WriteElementString("title", SafeText.OneLine(tooltip));
    }

    /// <summary>Opens a group with the attributes that have a value; to be closed by <see cref="CloseGroup"/>.</summary>
    public void OpenGroup(params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement("g");
        Attributes(attributes);
    }

    /// <summary>Opens a link with an accessible name; to be closed by <see cref="CloseGroup"/>.</summary>
    /// <param name="href">Checked by <see cref="Link.Check"/>.</param>
    /// <param name="name">What a screen reader says.</param>
    /// <param name="isTabStop">Whether the tabulator key stops here.</param>
    public void OpenLink(string href, string name, bool isTabStop = true)
    {
        hasLinks = true;
        xml.WriteStartElement("a");
        Attribute("href", href);
        Attribute("aria-label", SafeText.OneLine(name));
        if (!isTabStop)
            Attribute("tabindex", "-1");
    }

    /// <summary>Opens what is only drawn where it is used; to be closed by <see cref="CloseGroup"/>.</summary>
    public void OpenDefinitions() => xml.WriteStartElement("defs");

    /// <summary>Draws what was defined around 0, 0 as <paramref name="id"/> around x, y.</summary>
    public void Use(string id, double x, double y, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement("use");
        Attributes(attributes);
        Attribute("href", "#" + id);
        Attribute("x", x);
        if (y != 0)
            Attribute("y", y);
        End();
    }

    public void CloseGroup() => End();

    /// <summary>Defines a hatching with the id given.</summary>
    public void Hatch(string id)
    {
        xml.WriteStartElement("pattern");
        Attribute("id", id);
        Attribute("width", "6");
        Attribute("height", "6");
        Attribute("patternUnits", "userSpaceOnUse");
        Attribute("patternTransform", "rotate(45)");
        Rect(0, 0, 6, 6, "stripe");
        Line(0, 0, 0, 6, "hatch");
        End();
    }

    /// <summary>The whole <c>svg</c> element: title, description, style, paper, and what was written so far.</summary>
    public string Finish(Canvas canvas, double height, string title, string description)
    {
        xml.Flush();
        var whole = new StringBuilder();
        using (var svg = XmlWriter.Create(whole, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            svg.WriteAttributeString("id", canvas.Id);
            // what stands in an image cannot be reached
            svg.WriteAttributeString("role", hasLinks ? "group" : "img");
            svg.WriteAttributeString("aria-labelledby", $"{canvas.Id}-title {canvas.Id}-desc");
            svg.WriteAttributeString("width", Number(canvas.Width));
            svg.WriteAttributeString("height", Number(height));
            svg.WriteAttributeString("viewBox", $"0 0 {Number(canvas.Width)} {Number(height)}");
            svg.WriteAttributeString("style", "max-width:100%;height:auto");
            Described(svg, "title", canvas.Id, title);
            Described(svg, "desc", canvas.Id, description);
            svg.WriteElementString("style", null, StyleSheet.For(canvas.Id) + (hasLinks ? StyleSheet.OfLinks(canvas.Id) : ""));
            svg.WriteRaw($"\n<rect width=\"100%\" height=\"100%\" class=\"paper\"/>");
            svg.WriteRaw(body.ToString());
            svg.WriteRaw("\n");
            svg.WriteEndElement();
        }

        return whole.Append('\n').ToString();
    }

    private static void Described(XmlWriter svg, string element, string id, string text)
    {
        svg.WriteStartElement(element);
        svg.WriteAttributeString("id", $"{id}-{element}");
        svg.WriteString(SafeText.OneLine(text));
        svg.WriteEndElement();
    }

    private void StartRect(double x, double y, double width, double height)
    {
        xml.WriteStartElement("rect");
        Attribute("x", x);
        Attribute("y", y);
        Attribute("width", Math.Max(0, width));
        Attribute("height", Math.Max(0, height));
    }

    private void WriteText(string shown, TextStyle style, Anchor anchor, string? tooltip)
    {
        Attribute("font-size", style.Size);
        if (style.IsBold)
            Attribute("font-weight", "600");
        if (anchor != Anchor.Start)
            Attribute("text-anchor", anchor == Anchor.Middle ? "middle" : "end");
        Attribute("class", style.Colour);
        if (tooltip is not null)
            xml.WriteElementString("title", SafeText.OneLine(tooltip));
        xml.WriteString(shown);
        End();
    }

    private void Attributes(ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            if (value is not null)
                Attribute(name, SafeText.OneLine(value));
    }

    private void Attribute(string name, double value) => xml.WriteAttributeString(name, Number(value));

    private void Attribute(string name, string value) => xml.WriteAttributeString(name, value);

    // one element a line, so that two versions of a figure can be compared
    private void End()
    {
        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }
}
