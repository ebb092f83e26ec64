using System.Globalization;
using CsvHelper;
using Prefdissect.Dissecting;

namespace Prefdissect.Reporting.DrawFiles;

/// <summary>One table: <c>.chain</c>, <c>.iteration</c> and <c>.draw</c>, counted from 1, then a column a property; a row a draw. What R's <i>posterior</i> calls a draws_df.</summary>
public sealed class DrawTable : IDrawFormat
{
    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string Description => "one table with .chain, .iteration and .draw, for R's posterior (as_draws_df)";

    /// <inheritdoc/>
    public IEnumerable<(string Suffix, Action<TextWriter> Write)> Files(SampledFit fit, Provenance provenance) => [(".csv", output => Write(output, fit.Draws))];

    private static void Write(TextWriter output, FitDraws draws)
    {
        using var csv = new CsvWriter(output, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        foreach (var heading in new[] { ".chain", ".iteration", ".draw" }.Concat(draws.Properties)) csv.WriteField(heading);
        csv.NextRecord();
        for (var draw = 0; draw < draws.Count; draw++)
        {
            csv.WriteField(draw / draws.DrawsPerChain + 1);
            csv.WriteField(draw % draws.DrawsPerChain + 1);
            csv.WriteField(draw + 1);
            foreach (var weight in draws.Draw(draw)) csv.WriteField(weight.ToString("R", CultureInfo.InvariantCulture));
            csv.NextRecord();
        }
    }
}
