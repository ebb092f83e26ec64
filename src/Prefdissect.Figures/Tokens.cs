namespace Prefdissect.Figures;

/// <summary>
/// The visual constants that pages, reports and figures share: colours of the light and the dark theme, type sizes (px), spacing on a 4-px grid and radius.
/// </summary>
public static class Tokens
{
    /// <summary>System sans fonts. <c>system-ui</c> is left out: on Linux it may be any font, and labels are measured with the widths of these.</summary>
    public const string FontFamily =
        "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans','Liberation Sans',Arial,sans-serif";

    /// <summary>Type size of a figure's title, px.</summary>
    public const double TitleSize = 16;

    /// <summary>Type size of a subtitle, px.</summary>
    public const double SubtitleSize = 13;

    /// <summary>Type size of labels, px.</summary>
    public const double BodySize = 12;

    /// <summary>Type size of ticks and footnotes, px: the smallest in use.</summary>
    public const double SmallSize = 11;

    /// <summary>The unit of the spacing grid, px.</summary>
    public const double Space = 4;

    /// <summary>Outer margin of a figure, px.</summary>
    public const double Margin = 4 * Space;

    /// <summary>Corner radius, px.</summary>
    public const double Radius = 4;

    /// <summary>Below this width (px) a figure uses its narrow layout.</summary>
    public const double NarrowBelow = 560;

    /// <summary>The light theme: name of the CSS custom property (without dashes) and colour.</summary>
    public static IReadOnlyList<(string Name, string Colour)> Light { get; } =
    [
        ("paper", "#ffffff"), ("ink", "#1a1d21"), ("muted", "#565e6b"), ("axis", "#868e9a"), ("guide", "#e4e7eb"), ("stripe", "#f6f7f9"),
        ("badge-paper", "#fbeecb"), ("badge-ink", "#5c3d00"), ("edge", "#868e9a"),
    ];

    /// <summary>The dark theme: the same names as <see cref="Light"/>, in the same order.</summary>
    public static IReadOnlyList<(string Name, string Colour)> Dark { get; } =
    [
        ("paper", "#14171b"), ("ink", "#e9ebee"), ("muted", "#a6aeb9"), ("axis", "#6f7885"), ("guide", "#2a2f37"), ("stripe", "#1a1e24"),
        ("badge-paper", "#3d3113"), ("badge-ink", "#f4d793"), ("edge", "#14171b"),
    ];

    /// <summary>The colour of <paramref name="name"/> in <paramref name="theme"/>.</summary>
    /// <param name="theme"><see cref="Light"/> or <see cref="Dark"/>.</param>
    /// <param name="name">The name of the custom property, without dashes.</param>
    /// <exception cref="ArgumentException">The theme has no such colour.</exception>
    public static string ColourOf(IReadOnlyList<(string Name, string Colour)> theme, string name)
    {
        ArgumentNullException.ThrowIfNull(theme);
        foreach (var entry in theme)
            if (entry.Name == name)
                return entry.Colour;
        throw new ArgumentException($"The theme has no colour '{name}'; it has {string.Join(", ", theme.Select(t => t.Name))}.", nameof(name));
    }

    /// <summary>
    /// The CSS rules that set all colours on the elements that <paramref name="selector"/> matches: light, dark where the reader's system is dark,
    /// and either where an ancestor (or the root) carries <c>data-theme="light"</c> or <c>data-theme="dark"</c>.
    /// </summary>
    /// <param name="selector">One CSS selector, such as <c>#figure</c> or <c>body</c>.</param>
    public static string Css(string selector)
    {
        var light = Declarations(Light, "light");
        var dark = Declarations(Dark, "dark");
        return selector + "{" + light + "}\n"
            + "@media (prefers-color-scheme:dark){" + selector + "{" + dark + "}}\n"
            + "[data-theme=\"light\"] " + selector + "," + selector + "[data-theme=\"light\"]{" + light + "}\n"
            + "[data-theme=\"dark\"] " + selector + "," + selector + "[data-theme=\"dark\"]{" + dark + "}\n";
    }

    /// <summary>The declarations of one theme, for a rule of a page's own: its colours and those of the series as custom properties, and the colour scheme.</summary>
    /// <param name="theme"><see cref="Light"/> or <see cref="Dark"/>.</param>
    /// <param name="scheme"><c>light</c> or <c>dark</c>.</param>
    public static string Declarations(IReadOnlyList<(string Name, string Colour)> theme, string scheme) =>
        string.Concat(theme.Select(t => $"--{t.Name}:{t.Colour};")) + string.Concat(Palette.Series.Select((s, i) =>
            $"--series-{i}:{(scheme == "light" ? s.OnLight : s.OnDark)};")) + $"color-scheme:{scheme}";
}
