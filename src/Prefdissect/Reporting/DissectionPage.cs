using Prefdissect.Dissecting.Similarities;
using Prefdissect.Reporting.Pages;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>
/// A dissection as one self-contained HTML page: figures, tables, what may not be concluded. It loads nothing, runs no script, and follows the reader's theme
/// or its own switch. The same input writes the same page.
/// </summary>
public static class DissectionPage
{
    /// <summary>Writes the page, in UTF-8 by its own declaration; the writer must encode so.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="view">The fits, at least one.</param>
    /// <param name="similarity">
    /// How alike the judges are (<see cref="StudySimilarity"/>); where <see langword="null"/>, the page says that nothing can be compared.
    /// </param>
    /// <param name="provenance">Where it comes from.</param>
    /// <exception cref="ArgumentException">The view has no fits.</exception>
    public static void Write(TextWriter output, DissectionView view, SimilarityMatrix? similarity, Provenance provenance)
    {
        if (view.Fits.Count == 0) throw new ArgumentException("There are no fits to show.", nameof(view));
        var page = new PageWriter(output);
        var contents = new PageContents(view, similarity, provenance);
        output.Write("<!DOCTYPE html>\n");
        page.Element("html lang=\"en\"", () =>
        {
            page.Element("head", () => Head(page, contents));
            page.Element("body", () => new DissectionSections(page, contents).Write());
        });
    }

    private static void Head(PageWriter page, PageContents contents)
    {
        page.Markup("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.Markup("<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.Element("title", contents.Title + (contents.View.Simulated ? " (simulated)" : ""));
        page.Element("style", () => page.Markup(PageStyle.Css()));
    }
}
