using Prefdissect.Dashboard.Charts;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Dissecting.Explaining;
using Prefdissect.Figures;
using Prefdissect.Reporting;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Samples;

/// <summary>Why a judge's model prefers a response: the waterfall of one pair. In the address of an export the pair is <c>pair</c>, since exports belong to pages, not to pairs.</summary>
public sealed class PairFigures : IFigurePage
{
    /// <inheritdoc/>
    public string Page => "pair";

    /// <inheritdoc/>
    public IReadOnlyList<PageFigure> Figures(SourceReading reading, PageQuery query, CancellationToken cancellation)
    {
        if (reading.Source.IsPublished) throw new RequestException("The published judges come without pairs.");
        var pair = query.One("pair") ?? throw new RequestException("The address names no pair.");
        var models = PairModels.Of(reading, pair, query, cancellation);
        return models.Problem is { } problem ? throw new RequestException(problem) : Of(models, reading.Source, query);
    }

    /// <summary>The figure of models that are read already; none where no model says anything.</summary>
    internal static IReadOnlyList<PageFigure> Of(PairModels models, Source source, PageQuery query)
    {
        if (models is not { Explanation: { } explanation, Chosen: { } chosen }) return [];
        var scale = new PairView(query).Scale;
        var provenance = new Provenance
        {
            Command = "serve",
            Data = explanation.DataHash,
            Options = new Dictionary<string, string>
            {
                ["source"] = source.Name,
                ["pair"] = explanation.Pair.Hash.ToString(),
                ["judge"] = chosen.Judge,
                ["group"] = chosen.Group,
                ["annotator"] = explanation.Annotator.Versioned,
                ["scale"] = scale == ShareScale.LogOdds ? "log-odds" : "probability",
            },
        };
        return [new PageFigure("waterfall", WaterfallFigure.Title(chosen), canvas => WaterfallFigure.Of(explanation, chosen, scale, provenance).ToSvg(canvas), DataOf(chosen.Explained), provenance)];
    }

    private static FigureData DataOf(PairExplanation explained)
    {
        var points = new ValueFormat(100, 1);
        return new FigureData(
            [
                new("property", "property"), new("moreIn", "more in"), new("weight", "weight", ValueFormat.Number(2)), new("shapley", "points", points), new("shapleyLow", "95 % from", points), new("shapleyHigh", "to", points),
                new("logOdds", "log-odds", ValueFormat.Number(2)), new("logOddsLow", "95 % from", ValueFormat.Number(2)), new("logOddsHigh", "to", ValueFormat.Number(2)),
            ],
            [
                .. explained.Properties.OrderByDescending(share => Math.Abs(share.Shapley)).ThenBy(share => share.Property, StringComparer.Ordinal).Select(share => (IReadOnlyList<object?>)
                [
                    share.Property, share.Feature switch { > 0 => "A", < 0 => "B", _ => "neither" }, share.Weight, share.Shapley, share.ShapleyLow, share.ShapleyHigh, share.LogOdds, share.LogOddsLow, share.LogOddsHigh,
                ]),
            ]);
    }
}
