namespace Prefdissect.Reporting.Pages;

/// <summary>What stands above every page that is one file: the switch of the theme, the title, the badge of simulated data, and links to the sections.</summary>
internal static class PageHeader
{
    /// <summary>Switch, title and badge.</summary>
    public static void Title(PageWriter page, string title, bool isSimulated)
    {
        page.Element("fieldset class=\"theme\"", () =>
        {
            page.Element("legend", "Theme");
            page.Markup($"<label><input type=\"radio\" name=\"theme\" id=\"{PageStyle.System}\" checked><span>System</span></label>");
            page.Markup($"<label><input type=\"radio\" name=\"theme\" id=\"{PageStyle.Light}\"><span>Light</span></label>");
            page.Markup($"<label><input type=\"radio\" name=\"theme\" id=\"{PageStyle.Dark}\"><span>Dark</span></label>");
        });
        page.Element("h1", title);
        if (isSimulated) page.Element("p", () => page.Element("span class=\"badge\"", FitLines.SimulatedBadge));
    }

    /// <summary>Links to sections, by their ids.</summary>
    public static void Links(PageWriter page, IEnumerable<(string Id, string Text)> sections) => page.Element("nav aria-label=\"Sections\"", () =>
    {
        foreach (var (id, text) in sections) page.Element($"a href=\"#{id}\"", text);
    });
}
