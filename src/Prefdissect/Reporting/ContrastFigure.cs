using Prefdissect.Dissecting.Contrasts;
using Prefdissect.Figures;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>How two judges, or two groups, differ: a dot-and-whisker figure of the differences of weights.</summary>
public static class ContrastFigure
{
    /// <summary>The figure of one group's rows: the largest difference first, a second series for the bootstrap where there is one.</summary>
    /// <exception cref="ArgumentException">There is no row of the group.</exception>
    public static DotAndWhisker Of(ContrastView view, string group, Provenance provenance)
    {
        var rows = view.Rows.Where(row => row.Group == group).OrderByDescending(row => row.Difference).ThenBy(row => row.Property, StringComparer.Ordinal).ToList();
        if (rows.Count == 0) throw new ArgumentException($"There is no contrast on group '{PlainText.Name(group)}'.", nameof(group));
        var bootstrap = view.Replicates > 0;
        string[] series = bootstrap ? ["posterior", "bootstrap over queries (modes)"] : ["posterior"];
        return new DotAndWhisker(
            CaptionOf(view, group, provenance), series,
            [.. rows.Select(row => new DotRow(PlainText.Name(row.Property), bootstrap ? [Posterior(row), Bootstrap(row)] : [Posterior(row)]))],
            new Axis("difference of weights (log-odds)", ValueFormat.Number(2)))
        { Reference = new ReferenceLine(0, "no difference") };
    }

    private static DotPoint Posterior(ContrastRow row) => new(row.Difference)
    {
        Inner = row.Quartiles is { } quartiles ? new Interval(quartiles.Low, quartiles.High) : null,
        Outer = row is { Low: { } low, High: { } high } ? new Interval(low, high) : null,
    };

    private static DotPoint Bootstrap(ContrastRow row) => new(row.ModeDifference!.Value) { Outer = new Interval(row.BootstrapLow!.Value, row.BootstrapHigh!.Value) };

    private static Caption CaptionOf(ContrastView view, string group, Provenance provenance)
    {
        var title = view.Judges.Count == 2
            ? $"What {PlainText.Name(view.Greater)} weighs more (right) or less (left) than {PlainText.Name(view.Lesser)}"
            : $"What {PlainText.Name(view.Judges[0])} weighs more (right) or less (left) on {FitLines.GroupName(view.Greater)} than on {FitLines.GroupName(view.Lesser)}";
        return new Caption(title)
        {
            Simulated = view.Simulated ? FitLines.SimulatedBadge : null,
            Footnotes =
            [
                $"{ContrastTables.Title(view, group)} · data {FitLines.ShortHash(view.DataHash)} · Prefdissect {provenance.Version}",
                .. ContrastTables.Lines(view).Select(line => line.Text),
                DissectionFigure.Caveat,
            ],
        };
    }
}
