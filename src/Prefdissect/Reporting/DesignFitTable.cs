using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>The fit of a numeric table, for a person.</summary>
public static class DesignFitTable
{
    /// <summary>One row a parameter.</summary>
    public static ReportTable Of(DesignFitResult result) => new(
        [
            new("parameter"), new("mean", ColumnAlignment.Number), new("sd", ColumnAlignment.Number), new("5 %", ColumnAlignment.Number), new("median", ColumnAlignment.Number),
            new("95 %", ColumnAlignment.Number), new("MCSE", ColumnAlignment.Number), new("bulk ESS", ColumnAlignment.Number), new("tail ESS", ColumnAlignment.Number), new("R-hat", ColumnAlignment.Number),
        ],
        [
            .. result.Summary.Parameters.Select(parameter => (IReadOnlyList<string>)
            [
                PlainText.Name(parameter.Name), Rounded.Number(parameter.Mean, 3), Rounded.Number(parameter.Sd, 3), Rounded.Number(parameter.Q05, 3), Rounded.Number(parameter.Median, 3),
                Rounded.Number(parameter.Q95, 3), Stated(parameter.McseMean, 4), Stated(parameter.EssBulk, 0), Stated(parameter.EssTail, 0), Stated(parameter.RHat, 3),
            ]),
        ])
    {
        Title = $"{Rounded.Count(result.Rows)} rows, {Rounded.Count(result.Summary.Health.Draws)} draws in {Rounded.Number(result.Seconds, 2)} s",
    };

    private static string Stated(double? figure, int decimals) => figure is { } value ? Rounded.Number(value, decimals) : "–";
}
