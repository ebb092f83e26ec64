using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Prefdissect.Reporting.Pages;

/// <summary>Writes HTML. All text and attribute values are encoded here; only <see cref="Markup"/> takes markup, and only ours may be given to it.</summary>
internal sealed class PageWriter(TextWriter output)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes an element with what <paramref name="content"/> writes in it.</summary>
    /// <param name="tag">Our own name of an element, with its attributes, such as <c>section class="x"</c>.</param>
    /// <param name="content">Writes the content.</param>
    public void Element(string tag, Action content)
    {
        output.Write('<');
        output.Write(tag);
        output.Write('>');
        content();
        output.Write("</");
        output.Write(tag.AsSpan(0, tag.IndexOf(' ', StringComparison.Ordinal) is var end and > 0 ? end : tag.Length));
        output.Write(">\n");
    }

    /// <summary>Writes an element with a text in it.</summary>
    public void Element(string tag, string text) => Element(tag, () => Text(text));

    /// <summary>Writes text, on one line.</summary>
    public void Text(string text) => output.Write(Encoder.Encode(PlainText.OneLine(text)));

    /// <summary>Writes the beginning of a text of unknown origin with its line ends, and says how much of it is left out.</summary>
    public void Lines(string text, int most)
    {
        output.Write(Encoder.Encode(PlainText.Lines(text, most)));
        if (text.Length > most) Element("em class=\"cut\"", $" … {Rounded.Count(text.Length - most)} characters more");
    }

    /// <summary>Writes our own markup as it is.</summary>
    public void Markup(string markup) => output.Write(markup);

    /// <summary>Writes a table; its title becomes the caption.</summary>
    public void Table(ReportTable table) => Element("div class=\"scroll\" tabindex=\"0\"", () => Element("table", () =>
    {
        if (table.Title is { } title) Element("caption", title);
        Element("thead", () => Element("tr", () =>
        {
            foreach (var column in table.Columns)
            {
                Element(column.Alignment == ColumnAlignment.Number ? "th scope=\"col\" class=\"n\"" : "th scope=\"col\"", column.Heading);
            }
        }));
        Element("tbody", () =>
        {
            foreach (var row in table.Rows) Element("tr", () => Cells(table, row));
        });
    }));

    private void Cells(ReportTable table, IReadOnlyList<string> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var number = table.Columns[i].Alignment == ColumnAlignment.Number;
            Element(i == 0 ? "th scope=\"row\"" : number ? "td class=\"n\"" : "td", row[i]);
        }
    }
}
