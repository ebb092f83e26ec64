using System.Globalization;
using Prefdissect.Figures;

namespace Prefdissect.Reporting.Pages;

/// <summary>The style sheet of an interactive report: that of every page, and its controls.</summary>
internal static class ReportStyle
{
    private const string Controls = """
        .controls{display:flex;flex-wrap:wrap;gap:12px 24px;align-items:end;margin:12px 0}
        .controls label{min-width:0;max-width:100%}
        .controls label>span{display:block;font-size:12px;color:var(--muted)}
        select,button,input[type=search]{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--axis);border-radius:4px;padding:4px 8px;min-height:32px;max-width:100%}
        button{cursor:pointer}
        button:hover{background:var(--stripe)}
        select:focus-visible,button:focus-visible,.pick input:focus-visible{outline:2px solid var(--series-0);outline-offset:2px}
        .pick{border:1px solid var(--guide);border-radius:4px;margin:12px 0;padding:4px 12px 8px;display:grid;grid-template-columns:repeat(auto-fill,minmax(190px,1fr));gap:0 12px;font-size:13px}
        .pick legend{padding:0 4px;font-size:12px;color:var(--muted)}
        .pick label{display:flex;align-items:center;gap:6px;padding:3px 0;min-height:26px;overflow-wrap:anywhere}
        .pick input{margin:0;flex:none}
        .pick .all{grid-column:1/-1;display:flex;gap:8px;margin:4px 0}
        .pick .all button{font-size:12px;min-height:28px;padding:2px 8px}
        .columns{display:none;font-size:12px;columns:2;padding-left:28px}
        @media screen and (max-width:719px){.columns{display:block}}
        .swatch{width:11px;height:11px;flex:none;display:inline-block}
        .shape-0{border-radius:50%}
        .shape-2{clip-path:polygon(50% 0,100% 100%,0 100%)}
        .shape-3{clip-path:polygon(50% 0,100% 50%,50% 100%,0 50%)}
        .shape-4{clip-path:polygon(0 0,100% 0,50% 100%)}
        .shape-5{clip-path:polygon(33% 0,67% 0,67% 33%,100% 33%,100% 67%,67% 67%,67% 100%,33% 100%,33% 67%,0 67%,0 33%,33% 33%)}
        .save{display:flex;gap:8px;align-items:center;flex-wrap:wrap;font-size:12px;color:var(--muted);margin:8px 0}
        .save button{font-size:12px;min-height:28px;padding:2px 8px;color:var(--ink)}
        .tip{position:fixed;z-index:9;pointer-events:none;max-width:min(320px,90vw);background:var(--ink);color:var(--paper);border-radius:4px;padding:4px 8px;font-size:12px;line-height:16px}
        .drawing .mark:hover,.drawing [data-series]:hover{opacity:.75}
        [data-slot=similarity] .mark{cursor:pointer}
        .pair{display:flex;flex-wrap:wrap;gap:16px 32px;align-items:flex-start}
        .pair>.scroll{flex:1 1 320px;min-width:0}
        .beside{flex:0 1 390px;margin:0 -16px;min-width:0}
        .beside:empty{display:none}
        th button{all:unset;cursor:pointer}
        th button:hover{text-decoration:underline}
        th button:focus-visible{outline:2px solid var(--series-0);outline-offset:2px;border-radius:2px}
        th[aria-sort=ascending] button::after{content:" ▲";font-size:9px}
        th[aria-sort=descending] button::after{content:" ▼";font-size:9px}
        .sample{border-top:1px solid var(--guide);padding:16px 0}
        .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr));gap:16px}
        .text{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--guide);border-radius:4px;padding:8px 12px;max-height:320px;overflow:auto;margin:4px 0}
        .cut{color:var(--muted)}
        [hidden]{display:none!important}
        @media print{.controls,.save,.pick{display:none}}

        """;

    public static string Css { get; } = PageStyle.Css() + Swatches() + Controls;

    private static string Swatches() => string.Concat(Palette.Series.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $".colour-{i}{{background:var(--series-{i})}}\n")));
}
