using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Quality;

namespace Prefdissect.Reporting.Pages;

/// <summary>How well votes left out are predicted: fits side by side, and one fit in detail.</summary>
internal static class PredictionTables
{
    /// <summary>Thousandths of a nat: what a property adds is small beside the log loss of a coin, 693.</summary>
    private const double Thousand = 1000;

    /// <summary>One row a fit that has folds.</summary>
    public static ReportTable Of(IEnumerable<JudgeFit> fits) => new(
        [
            new("judge"), new("group"), new("pairs", ColumnAlignment.Number), new("queries", ColumnAlignment.Number), new("accuracy", ColumnAlignment.Number),
            new("by length alone", ColumnAlignment.Number), new("log loss", ColumnAlignment.Number), new("by length alone", ColumnAlignment.Number),
            new("AUC", ColumnAlignment.Number), new("calibration slope", ColumnAlignment.Number),
        ],
        [
            .. fits.Where(fit => fit.Folds?.Quality is not null).Select(fit => Row(fit, fit.Folds!.Quality!)),
        ]);

    /// <summary>What each property adds to length alone, most first.</summary>
    public static ReportTable BeyondLength(HeldOutQuality quality) => new(
        [new("property"), new("log loss below length alone, thousandths of a nat", ColumnAlignment.Number)],
        [
            .. quality.BeyondLength.OrderByDescending(gain => gain.LogLossDrop.Value).Select(gain => (IReadOnlyList<string>)
                [PlainText.Name(gain.Property), PredictionLines.Number(Scaled(gain.LogLossDrop), 1)]),
        ])
    {
        Title = "Beyond length: how much better votes left out are predicted by length and one property than by length alone, with 95 % interval",
    };

    /// <summary>Predicted beside observed shares.</summary>
    public static ReportTable Calibration(HeldOutQuality quality) => new(
        [new("predicted"), new("votes", ColumnAlignment.Number), new("mean predicted %", ColumnAlignment.Number), new("observed %", ColumnAlignment.Number)],
        [
            .. quality.Model.Bins.Select(bin => (IReadOnlyList<string>)
            [
                $"{Rounded.Number(100 * bin.From, 0)}–{Rounded.Number(100 * bin.To, 0)} %", Rounded.Count((long)Math.Round(bin.Votes)),
                Rounded.Percent(bin.Predicted), Rounded.Percent(bin.Observed),
            ]),
        ])
    {
        Title = $"Calibration: how often the favoured response won; mean gap {Rounded.Percent(quality.Model.CalibrationError)} points",
    };

    private static IReadOnlyList<string> Row(JudgeFit fit, HeldOutQuality quality) =>
    [
        PlainText.Name(fit.Subject.Judge), GroupText.Of(fit.Subject.Group), Rounded.Count(quality.Pairs), Rounded.Count(quality.Queries),
        PredictionLines.Percent(quality.Model.Accuracy), quality.LengthOnly is { } alone ? PredictionLines.Percent(alone.Accuracy) : "–",
        PredictionLines.Number(quality.Model.LogLoss, 3), PredictionLines.Number(quality.LengthOnly?.LogLoss, 3),
        PredictionLines.Number(quality.Model.Auc, 3), PredictionLines.Number(quality.Model.CalibrationSlope, 2),
    ];

    private static Estimate Scaled(Estimate estimate) => new(Thousand * estimate.Value, Thousand * estimate.Low, Thousand * estimate.High, estimate.Reason);
}
