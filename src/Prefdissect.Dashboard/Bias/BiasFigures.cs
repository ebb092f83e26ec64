using Prefdissect.Dashboard.Charts;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Judging.Bias;
using Prefdissect.Reporting;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Bias;

/// <summary>How judges are biased and how reliable they are.</summary>
/// <param name="measuring">Measures them.</param>
public sealed class BiasFigures(BiasMeasuring measuring) : IFigurePage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public string Page => "bias";

    /// <inheritdoc/>
    public IReadOnlyList<PageFigure> Figures(SourceReading reading, PageQuery query, CancellationToken cancellation)
    {
        var choice = BiasChoice.Of(query);
        if (reading.Source.IsPublished) throw new RequestException("Of the published judges there are weights only, and no votes.");
        var state = measuring.Of(reading.Source, choice, Patience);
        return state.View is { } view ? Of(view, choice, reading.Source) : throw new RequestException("The judges are still being measured. Try again when the page shows them.");
    }

    /// <summary>The judges that are shown.</summary>
    /// <exception cref="RequestException">A judge is not there.</exception>
    internal static IReadOnlyList<JudgeBias> Shown(JudgesView view, BiasChoice choice)
    {
        if (choice.Judges.Count == 0) return [.. view.Judges.Take(BiasChoice.MostJudges)];
        var byName = view.Judges.ToDictionary(bias => bias.Judge.Name, StringComparer.Ordinal);
        if (choice.Judges.FirstOrDefault(judge => !byName.ContainsKey(judge)) is { } stranger)
            throw new RequestException($"The study has no judge '{stranger}'; it has {string.Join(", ", byName.Keys.Take(12))}{(byName.Count > 12 ? $" and {byName.Count - 12} more" : "")}.");
        return [.. choice.Judges.Select(judge => byName[judge])];
    }

    /// <summary>The figures of judges that are measured.</summary>
    internal static IReadOnlyList<PageFigure> Of(JudgesView view, BiasChoice choice, Source source)
    {
        var shown = Shown(view, choice);
        var provenance = new Provenance
        {
            Command = "serve",
            Data = view.DataHash,
            Seed = choice.Request.Seed,
            Options = new Dictionary<string, string>
            {
                ["source"] = source.Name,
                ["judges"] = string.Join(", ", shown.Select(bias => bias.Judge.Name)),
                ["people"] = string.Join(",", choice.Request.People),
                ["own"] = string.Join(",", choice.Request.OwnModels.Select(of => $"{of.Judge}={of.Writer}")),
                ["annotator"] = view.Annotator ?? "",
            },
        };
        var charts = new BiasCharts(view, shown, provenance);
        return
        [
            .. new[]
            {
                charts.Shares(), charts.Shifts(), charts.Frequencies(), charts.SelfPreference(), AgreementChart.Of(view, shown, choice.Agreement, provenance, source), charts.Margins(), charts.Calibration(),
            }.OfType<PageFigure>(),
        ];
    }
}
