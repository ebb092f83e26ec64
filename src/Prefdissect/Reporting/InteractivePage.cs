using System.Security.Cryptography;
using System.Text;
using Prefdissect.Reporting.Pages;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>
/// A report as one self-contained HTML page that is used without a server: judges and groups are chosen, rows and tables sorted, figures saved. It loads nothing, and its policy
/// lets run its own script and style alone, by their hashes. The same input writes the same page.
/// </summary>
public static class InteractivePage
{
    /// <summary>Writes the report of a study, in UTF-8 by its own declaration, and returns the number of figures.</summary>
    /// <exception cref="ArgumentException">No fit has weights.</exception>
    public static int Write(TextWriter output, ReportView view, Provenance provenance) => Write(output, ReportContents.Of(view, provenance));

    /// <summary>Writes the report of the published judges, and returns the number of figures.</summary>
    public static int WritePublished(TextWriter output, Provenance provenance) => Write(output, ReportContents.Published(provenance));

    private static int Write(TextWriter output, ReportContents contents)
    {
        var page = new PageWriter(output);
        var drawings = new ReportDrawings(page, contents);
        output.Write("<!DOCTYPE html>\n");
        page.Element("html lang=\"en\"", () =>
        {
            page.Element("head", () => Head(page, contents));
            page.Element("body", () =>
            {
                new ReportSections(page, contents, drawings).Write();
                page.Element("script type=\"application/json\" id=\"data\"", () => page.Markup(ReportData.Json(contents)));
                page.Element("script", () => page.Markup(PageScripts.Report));
            });
        });
        return drawings.Count;
    }

    private static void Head(PageWriter page, ReportContents contents)
    {
        page.Markup("<meta charset=\"utf-8\">\n");
        page.Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; img-src blob: data:; "
            + $"style-src '{Hash(ReportStyle.Css)}'; script-src '{Hash(PageScripts.Report)}'\">\n");
        page.Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Markup("<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.Element("title", contents.Title + (contents.Study?.Dissection.Simulated == true ? " (simulated)" : ""));
        page.Element("style", () => page.Markup(ReportStyle.Css));
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
