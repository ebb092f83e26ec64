using System.Text;

namespace Prefdissect.Figures.Drawing;

/// <summary>
/// The style rules inside a figure, all under its id, so that several figures fit into one page. Each colour is written plainly before its custom property,
/// for programs that know no custom properties.
/// </summary>
internal static class StyleSheet
{
    public static string For(string id)
    {
        var css = new StringBuilder("\n").Append(Tokens.Css("#" + id));
        void Rule(string selector, string declarations) => css.Append('#').Append(id).Append(' ').Append(selector).Append('{').Append(declarations).Append("}\n");

        css.Append('#').Append(id).Append("{font-family:").Append(Tokens.FontFamily).Append(";font-variant-numeric:tabular-nums}\n");
        foreach (var name in new[] { "paper", "ink", "muted", "stripe", "badge-paper", "badge-ink" })
            Rule("." + name, Fill(name));
        Rule(".guide", Stroke("guide", 1));
        Rule(".axis", Stroke("axis", 1));
        Rule(".tree", "fill:none;" + Stroke("axis", 1));
        Rule(".hatch", Stroke("axis", 1));
        Rule(".reference", Stroke("ink", 1) + ";stroke-dasharray:4 3");
        Rule(".halo", "paint-order:stroke;stroke-linejoin:round;" + Stroke("stripe", 4));
        Rule(".touch", "fill:transparent");
        Rule(".second-halo", Stroke("paper", 4));
        Rule(".second", Stroke("ink", 2));
        Rule(".key-outer", Stroke("muted", 1.5));
        Rule(".key-inner", Stroke("muted", 5));
        Rule(".key-full", Fill("muted") + ";" + Stroke("muted", 1.5));
        Rule(".key-hollow", Fill("paper") + ";" + Stroke("muted", 1.5));
        for (var i = 0; i < Palette.Series.Count; i++)
            Series(Rule, i);
        return css.ToString();
    }

    /// <summary>The rules of a figure with links.</summary>
    public static string OfLinks(string id) =>
        $"#{id} a{{cursor:pointer}}\n#{id} a:hover text{{text-decoration:underline}}\n#{id} a:focus{{outline:none}}\n"
        + $"#{id} a:focus-visible{{outline:2px solid {Palette.Series[0].OnLight};outline-color:var(--series-0);outline-offset:2px}}\n";

    // pale colours on white get a darker casing, as roads on a map do
    private static void Series(Action<string, string> rule, int i)
    {
        var colour = $"{Palette.Series[i].OnLight};stroke:var(--series-{i})";
        rule($".outer-{i}", $"stroke:{colour};stroke-width:1.5");
        rule($".inner-{i}", $"stroke:{colour};stroke-width:5");
        rule($".full-{i}", $"stroke:{colour};stroke-width:1.5;fill:{Palette.Series[i].OnLight};fill:var(--series-{i})");
        rule($".hollow-{i}", $"stroke:{colour};stroke-width:1.75;{Fill("paper")}");
        if (!Palette.NeedsCasing(i))
            return;
        rule($".outer-case-{i}", Stroke("edge", 2.75));
        rule($".inner-case-{i}", Stroke("edge", 6.5));
        rule($".mark-case-{i}", Fill("edge") + ";" + Stroke("edge", 3.25));
    }

    private static string Fill(string name) => $"fill:{Tokens.ColourOf(Tokens.Light, name)};fill:var(--{name})";

    private static string Stroke(string name, double width) =>
        $"stroke:{Tokens.ColourOf(Tokens.Light, name)};stroke:var(--{name});stroke-width:{SvgWriter.Number(width)}";
}
