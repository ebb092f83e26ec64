using Prefdissect.Dashboard.Charts;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Figures;
using Prefdissect.Reporting;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Contrast;

/// <summary>In what two judges, or one judge on two groups, differ.</summary>
public sealed class ContrastFigures : IFigurePage
{
    /// <inheritdoc/>
    public string Page => "contrast";

    /// <inheritdoc/>
    public IReadOnlyList<PageFigure> Figures(SourceReading reading, PageQuery query, CancellationToken cancellation)
    {
        var sides = new ContrastedSides(reading, query);
        var view = sides.View();
        return [Of(view, sides.Shown(view), sides.Choice, reading.Source)];
    }

    /// <summary>The figure of one group of a contrast.</summary>
    internal static PageFigure Of(ContrastView view, string group, ContrastChoice choice, Source source)
    {
        var provenance = new Provenance
        {
            Command = "serve",
            Data = view.DataHash,
            Seed = view.IsPublishedOnly ? null : (ulong)choice.Request.Seed,
            Options = new Dictionary<string, string>
            {
                ["source"] = source.Name,
                ["judges"] = string.Join(",", view.Judges),
                ["group"] = group,
                ["annotator"] = view.Annotator.Id,
                ["replicates"] = $"{view.Replicates}",
            },
        };
        var figure = new Lazy<DotAndWhisker>(() => ContrastFigure.Of(view, group, provenance, choice.Order, property => LinkOf(property, view, group, choice, source)));
        return new PageFigure("differences", "Differences of weights", canvas => figure.Value.ToSvg(canvas), ContrastData.Of(view, group, choice.Order), provenance);
    }

    private static string LinkOf(string property, ContrastView view, string group, ContrastChoice choice, Source source)
    {
        var query = PageQuery.Empty.With("judge", [.. view.Judges]).With("property", property).With("annotator", choice.Annotator);
        if (choice.IsOfGroups) query = query.With("group", choice.G, choice.H);
        else if (group != Dissecting.Contrasts.Contrast.Standardised) query = query.With("group", group);
        return source.Address("dissection") + query + "#property";
    }
}
