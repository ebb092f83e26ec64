using System.Globalization;
using Prefdissect.Dissecting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>Stored fits as tables: one a fit for a person at a terminal, and one flat table of all weights for programs.</summary>
public static class DissectionTables
{
    /// <summary>One report a fit, in the order of the view.</summary>
    public static IReadOnlyList<FitReport> Of(DissectionView view) => [.. view.Fits.Select(fit => Of(fit, view))];

    /// <summary>The report of one fit.</summary>
    public static FitReport Of(JudgeFit fit, DissectionView view)
    {
        var title = FitLines.Title(fit, view);
        return new FitReport(fit.Subject, Ranked(fit, view) with { Title = title }, [.. FitLines.Of(fit, view)])
        {
            Title = title,
            Simulated = view.SimulatedJudges.Contains(fit.Subject.Judge),
        };
    }

    /// <summary>
    /// Every weight of every fit in full precision. Columns are the fields of <see cref="WeightEntry"/>, named as in JSON, at last those of <see cref="CorrectedEntry"/> after the word
    /// <c>corrected</c>; an empty cell is a null.
    /// </summary>
    public static ReportTable Weights(DissectionView view)
    {
        var fields = DocumentJson.FieldsOf<WeightEntry>().Where(field => field.PropertyType != typeof(CorrectedEntry)).ToList();
        var corrected = DocumentJson.FieldsOf<CorrectedEntry>();
        var rows = view.Fits.SelectMany(fit => fit.Weights.Select(weight => WeightEntry.Of(fit, weight, view)));
        return new ReportTable(
            [
                .. fields.Select(field => new ReportColumn(field.Name, AlignmentOf(field.PropertyType))),
                .. corrected.Select(field => new ReportColumn($"corrected{char.ToUpperInvariant(field.Name[0])}{field.Name[1..]}", AlignmentOf(field.PropertyType))),
            ],
            [
                .. rows.Select(row => (IReadOnlyList<string>)
                [
                    .. fields.Select(field => Cell(field.Get!(row))), .. corrected.Select(field => row.Corrected is { } entry ? Cell(field.Get!(entry)) : ""),
                ]),
            ]);

        static ColumnAlignment AlignmentOf(Type type) => type == typeof(string) ? ColumnAlignment.Text : ColumnAlignment.Number;
    }

    private static string Cell(object? value) => value switch
    {
        bool holds => holds ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static ReportTable Ranked(JudgeFit fit, DissectionView view)
    {
        var planted = fit.Weights.Any(weight => view.PlantedWeight(fit.Subject.Judge, weight.Property) is not null);
        var correction = view.CorrectionOf(fit);
        ReportColumn[] columns =
        [
            new("property"),
            new("preferred in % [95 %]", ColumnAlignment.Number),
            new("verdict"),
            new("weight", ColumnAlignment.Number),
            new("P(>0)", ColumnAlignment.Number),
            .. correction is not null ? [new(CorrectionLines.Column, ColumnAlignment.Number)] : Array.Empty<ReportColumn>(),
            .. planted ? [new("planted %", ColumnAlignment.Number)] : Array.Empty<ReportColumn>(),
        ];
        var ranked = fit.Weights.OrderByDescending(weight => weight.Preference).ThenBy(weight => weight.Property, StringComparer.Ordinal);
        return new ReportTable(columns, [.. ranked.Select(weight => Row(weight))]);

        IReadOnlyList<string> Row(PropertyWeight weight) =>
        [
            PlainText.Name(weight.Property),
            Rounded.PercentInterval(weight.Preference, weight.PreferenceLow, weight.PreferenceHigh),
            VerdictText.Of(weight.Verdict),
            Rounded.Number(weight.Mean, 2),
            Rounded.Probability(weight.Posterior.ProbabilityPositive),
            .. correction is not null ? [CorrectionLines.Cell(correction, weight.Property)] : Array.Empty<string>(),
            .. planted ? [view.PlantedWeight(fit.Subject.Judge, weight.Property) is { } truth ? Rounded.Percent(Degree.Of(truth)) : ""] : Array.Empty<string>(),
        ];
    }
}
