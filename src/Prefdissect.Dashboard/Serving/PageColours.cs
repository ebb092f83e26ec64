using System.Globalization;
using System.Text;
using Prefdissect.Figures;

namespace Prefdissect.Dashboard.Serving;

/// <summary>The tokens of the figures as custom properties of every page: light, dark where the system is dark, or as the page's root says.</summary>
internal static class PageColours
{
    /// <summary>The style rules.</summary>
    public static string Css()
    {
        var (light, dark) = (Tokens.Declarations(Tokens.Light, "light"), Tokens.Declarations(Tokens.Dark, "dark"));
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $":root{{{light}}}\n")
            .Append(CultureInfo.InvariantCulture, $"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n")
            .Append(CultureInfo.InvariantCulture, $"@media screen{{:root[data-theme=light]{{{light}}}\n:root[data-theme=dark]{{{dark}}}}}\n")
            .Append(CultureInfo.InvariantCulture, $"body{{font-family:{Tokens.FontFamily}}}\n")
            .ToString();
    }
}
