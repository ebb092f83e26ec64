using Prefdissect.Dissecting.Power;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>A prediction of widths as tables and sentences.</summary>
public static class PowerTables
{
    /// <summary>Widths of now and with more pairs, and how probably each interval will be clear of 50 %.</summary>
    public static ReportTable Of(PowerView view)
    {
        var forecast = view.Forecast;
        var subject = forecast.Fit.Subject;
        var rows = forecast.Properties.Select(property => (IReadOnlyList<string>)
        [
            PlainText.Name(property.Property), Rounded.Percent(property.Width), VerdictText.Of(property.Verdict), .. property.Predicted.SelectMany(Cells),
        ]);
        var mean = (IReadOnlyList<string>)["mean", Rounded.Percent(forecast.MeanWidth), "", .. forecast.Mean.SelectMany(Cells)];
        return new ReportTable(
            [
                new("property"), new("width now", ColumnAlignment.Number), new("now"),
                .. forecast.Mean.SelectMany(at => new ReportColumn[] { new($"at {Rounded.Count(at.Pairs)} pairs", ColumnAlignment.Number), new("clear", ColumnAlignment.Number) }),
            ],
            [.. rows, mean])
        {
            Title = $"{PlainText.Name(subject.Judge)} · {GroupText.Of(subject.Group)} · {Rounded.Count(forecast.Pairs, "pair", "pairs")} · rated by {PlainText.Name(subject.Annotator.Id)}{(view.Simulated ? " · simulated" : "")}",
        };
    }

    /// <summary>Groups by what more pairs of them gain; <see langword="null"/> where there are none to choose between.</summary>
    public static ReportTable? Groups(PowerView view) => view.Forecast.Groups.Count == 0 ? null : new ReportTable(
        [new("next pairs from"), new("pairs now", ColumnAlignment.Number), new($"mean width falls, {GroupGain.FurtherPairs} more pairs [95 %]", ColumnAlignment.Number)],
        [.. view.Forecast.Groups.Select(gain => (IReadOnlyList<string>)
            [PlainText.Name(gain.Group), Rounded.Count(gain.Pairs), $"{Rounded.Number(100 * gain.Reduction, 2)} [{Rounded.Number(100 * gain.Low, 2)}, {Rounded.Number(100 * gain.High, 2)}]"])]);

    /// <summary>What the prediction takes for granted, a sentence each.</summary>
    public static IReadOnlyList<string> Assumptions(PowerView view) =>
    [
        $"Widths are of 95 % intervals of the degree of preference, in percentage points, median over {Rounded.Count(view.Forecast.Options.Simulations)} simulated studies; clear is the share of them in which the interval leaves out 50 %.",
        $"Further pairs are like those of now: drawn from the {Rounded.Count(view.Forecast.Queries, "query", "queries")} there are, with as many votes a pair. Other queries, texts or writers change the widths.",
        "The judge votes as the model says: by the weights alone, each vote by itself. Votes that depend on each other, or on what is not rated, leave the weights less sure than this.",
        "Groups are ranked by the normal approximation at the posterior mean; where their intervals overlap, they are as good as each other.",
        .. view.IgnoresWriters ? ["Who wrote the responses is not held fixed here, as it is in the fit that is shown; with it the intervals are wider."] : Array.Empty<string>(),
    ];

    private static string[] Cells(PredictedWidth at) =>
        [Rounded.PercentInterval(at.Width, at.WidthLow, at.WidthHigh), $"{Rounded.Number(100 * at.Power, 0)} %"];
}
