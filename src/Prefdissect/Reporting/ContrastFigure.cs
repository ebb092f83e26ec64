using Prefdissect.Dissecting.Contrasts;
using Prefdissect.Figures;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>How two judges, or two groups, differ: a dot-and-whisker figure of the differences of weights.</summary>
public static class ContrastFigure
{
    /// <summary>The figure of one group's rows: the largest difference first, a second series for the bootstrap where there is one.</summary>
    /// <exception cref="ArgumentException">There is no row of the group.</exception>
    public static DotAndWhisker Of(ContrastView view, string group, Provenance provenance) => Of(view, group, provenance, ContrastOrder.Difference);

    /// <summary>The figure of one group's rows in an order.</summary>
    /// <param name="view">The contrast.</param>
    /// <param name="group">A group of its rows.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <param name="order">Order of the rows.</param>
    /// <param name="href">Where a property leads; nowhere where <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">There is no row of the group.</exception>
    public static DotAndWhisker Of(ContrastView view, string group, Provenance provenance, ContrastOrder order, Func<string, string?>? href = null)
    {
        var rows = ContrastTables.InOrder(view, group, order);
        if (rows.Count == 0) throw new ArgumentException($"There is no contrast on group '{PlainText.Name(group)}'.", nameof(group));
        var bootstrap = view.Replicates > 0;
        string[] series = bootstrap ? ["posterior", "bootstrap over queries (modes)"] : [view.IsPublishedOnly ? "published means" : "posterior"];
        return new DotAndWhisker(
            CaptionOf(view, group, provenance), series,
            [.. rows.Select(row => new DotRow(PlainText.Name(row.Property), bootstrap ? [Posterior(row), Bootstrap(row)] : [Posterior(row)]) { Href = href?.Invoke(row.Property) })],
            new Axis("difference of weights (log-odds)", ValueFormat.Number(2)))
        { Reference = new ReferenceLine(0, "no difference"), Names = new DotNames("mean") };
    }

    private static DotPoint Posterior(ContrastRow row) => new(row.Difference)
    {
        Inner = row.Quartiles is { } quartiles ? new Interval(quartiles.Low, quartiles.High) : null,
        Outer = row is { Low: { } low, High: { } high } ? new Interval(low, high) : null,
        Detail = DetailOf(row),
    };

    private static string DetailOf(ContrastRow row)
    {
        var value = $"{PlainText.Name(row.Property)}: {Rounded.Number(row.Difference, 2)}";
        return row is { Low: { } low, High: { } high, ProbabilityGreater: { } probability }
            ? $"{value}, 95 % {Rounded.Number(low, 2)} to {Rounded.Number(high, 2)}, P(difference > 0) = {Rounded.Probability(probability)}"
            : $"{value}, no interval";
    }

    private static DotPoint Bootstrap(ContrastRow row) => new(row.ModeDifference!.Value) { Outer = new Interval(row.BootstrapLow!.Value, row.BootstrapHigh!.Value) };

    private static Caption CaptionOf(ContrastView view, string group, Provenance provenance)
    {
        var title = view.Judges.Count == 2
            ? $"What {PlainText.Name(view.Greater)} weighs more (right) or less (left) than {PlainText.Name(view.Lesser)}"
            : $"What {PlainText.Name(view.Judges[0])} weighs more (right) or less (left) on {GroupText.Of(view.Greater)} than on {GroupText.Of(view.Lesser)}";
        return new Caption(title)
        {
            Simulated = view.Simulated ? FitLines.SimulatedBadge : null,
            Footnotes =
            [
                $"{ContrastTables.Title(view, group)} · {(provenance with { Data = view.DataHash }).Imprint()}",
                .. ContrastTables.Lines(view).Select(line => line.Text),
                DissectionFigure.Caveat,
            ],
        };
    }
}
