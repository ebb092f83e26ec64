using System.Globalization;
using System.Text;
using Prefdissect.Figures;

namespace Prefdissect.Reporting.Pages;

/// <summary>The one style sheet of a page: the tokens of the figures, the switch of the theme without script, the layout.</summary>
internal static class PageStyle
{
    /// <summary>Ids of the switch's three positions.</summary>
    public const string Light = "theme-light", Dark = "theme-dark", System = "theme-system";

    /// <summary>The whole sheet.</summary>
    public static string Css()
    {
        var css = new StringBuilder("\n");
        var (light, dark) = (Tokens.Declarations(Tokens.Light, "light"), Tokens.Declarations(Tokens.Dark, "dark"));
        css.Append(CultureInfo.InvariantCulture, $":root{{{light}}}\n");
        css.Append(CultureInfo.InvariantCulture, $"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n");
        css.Append(CultureInfo.InvariantCulture, $"@media screen{{:root:has(#{Light}:checked){{{light}}}\n:root:has(#{Dark}:checked){{{dark}}}}}\n");
        css.Append(CultureInfo.InvariantCulture, $"body{{font-family:{Tokens.FontFamily}}}\n");
        return css.Append(Layout).Append(PageDrawings.Style).Append('\n').ToString();
    }

    // Spacing on the 4-px grid of the tokens; 960 px is the width of a wide figure.
    private const string Layout = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font-size:14px;line-height:20px;font-variant-numeric:tabular-nums}
        main,header,footer{max-width:1136px;margin:0 auto;padding:0 16px}
        header{padding-top:32px}
        h1{font-size:24px;line-height:32px;font-weight:600;margin:0 0 8px;text-wrap:balance}
        h2{font-size:18px;line-height:24px;font-weight:600;margin:48px 0 8px}
        h3{font-size:14px;line-height:20px;font-weight:600;margin:0 0 4px}
        h1,h2,h3,p,li,summary,dd{overflow-wrap:anywhere}
        td,th{overflow-wrap:break-word}
        p,dl,ul{margin:0 0 8px;max-width:80ch}
        ul{padding-left:20px}
        code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:13px}
        .quiet,caption,figcaption{color:var(--muted)}
        .badge{display:inline-block;background:var(--badge-paper);color:var(--badge-ink);border-radius:4px;padding:0 8px;font-size:12px;line-height:20px;font-weight:600;white-space:nowrap}
        .warning{border-left:4px solid var(--badge-ink);background:var(--badge-paper);color:var(--badge-ink);padding:4px 12px;border-radius:4px}
        .theme{float:right;border:0;margin:0 0 8px 16px;padding:0;display:flex;font-size:12px;line-height:20px;color:var(--muted)}
        .theme legend,.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .theme input{position:absolute;opacity:0;width:1px;height:1px}
        .theme span{display:block;padding:4px 8px;border:1px solid var(--guide);margin-left:-1px;cursor:pointer}
        .theme label:first-of-type span{border-radius:4px 0 0 4px}
        .theme label:last-of-type span{border-radius:0 4px 4px 0}
        .theme input:checked+span{background:var(--stripe);color:var(--ink);font-weight:600}
        .theme input:focus-visible+span{outline:2px solid var(--series-0);outline-offset:1px}
        nav{margin:16px 0 0;font-size:13px}
        nav a{display:inline-block;margin-right:16px}
        a{color:inherit;text-decoration-color:var(--axis);text-underline-offset:3px}
        .findings{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:12px}
        .findings>div{border:1px solid var(--guide);border-radius:4px;padding:12px 16px}
        .findings p{margin:4px 0 0}
        .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,326px),1fr));gap:16px 32px;align-items:start}
        .wide{margin:0 -16px}
        .narrow,.small{margin:0 -16px}
        .narrow{display:none}
        @media screen and (max-width:719px){.wide{display:none}.narrow{display:block}}
        .drawing{display:block;max-width:100%;height:auto}
        details{border-top:1px solid var(--guide)}
        details>summary{cursor:pointer;padding:12px 0;font-weight:600;list-style-position:outside;margin-left:16px}
        details>summary>span{font-weight:400;color:var(--muted);margin-left:8px}
        details[open]{padding-bottom:24px}
        details details{margin-left:16px}
        details details>summary{padding:8px 0}
        section>details:last-child{border-bottom:1px solid var(--guide)}
        summary:focus-visible,.scroll:focus-visible,a:focus-visible{outline:2px solid var(--series-0);outline-offset:2px;border-radius:2px}
        .scroll{overflow-x:auto;margin:8px 0 16px}
        table{border-collapse:collapse;font-size:13px;line-height:20px}
        caption{text-align:left;font-size:12px;padding:0 0 4px}
        th,td{text-align:left;padding:2px 16px 2px 0;vertical-align:baseline;border-bottom:1px solid var(--guide);font-weight:400}
        thead th{color:var(--muted);font-size:12px;border-bottom-color:var(--axis);vertical-align:bottom}
        .n{text-align:right;white-space:nowrap}
        tbody th{min-width:96px}
        dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px}
        dt{color:var(--muted)}
        dd{margin:0}
        footer{padding-top:32px;padding-bottom:48px}
        @media screen and (max-width:719px){
        header{padding-top:16px}.theme{float:none;justify-content:flex-end;margin:0 0 8px}
        table{font-size:12px}th,td{padding-right:8px}tbody th{min-width:80px}h1{font-size:20px;line-height:28px}
        details details{margin-left:0}dl.facts{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}}
        @media print{.theme,nav{display:none}h2{break-after:avoid}.drawing,.findings>div,tr{break-inside:avoid}body{font-size:10pt}a{text-decoration:none}}

        """;
}
