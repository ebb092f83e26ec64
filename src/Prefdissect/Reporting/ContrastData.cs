using Prefdissect.Figures;
using Prefdissect.Reporting.Documents;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>The data behind a figure of differences.</summary>
public static class ContrastData
{
    /// <summary>The columns; those of the bootstrap only where there is one.</summary>
    public static IReadOnlyList<FigureColumn> Columns(bool hasBootstrap)
    {
        var (number, share, count) = (ValueFormat.Number(2), ValueFormat.Number(3), ValueFormat.Number(0));
        return
        [
            new("property", "property"), new("difference", "difference of weights", number), new("probabilityGreater", "P(difference > 0)", share), new("low", "95 % from", number),
            new("high", "to", number), .. hasBootstrap
                ? [new("modeDifference", "of the modes", number), new("bootstrapLow", "bootstrap 95 % from", number), new("bootstrapHigh", "to", number)]
                : Array.Empty<FigureColumn>(),
            new("pairsGreater", "pairs of the first", count), new("pairsLesser", "of the second", count), new("group", "group"),
            new("greater", "first"), new("lesser", "second"), new("annotator", "annotator"), new("simulated", "simulated"),
        ];
    }

    /// <summary>A row a property, in an order.</summary>
    public static FigureData Of(ContrastView view, string group, ContrastOrder order) =>
        new(Columns(view.Replicates > 0), [.. ContrastTables.InOrder(view, group, order).Select(row => Cells(ContrastEntry.Of(row, view), view))]);

    private static IReadOnlyList<object?> Cells(ContrastEntry entry, ContrastView view) =>
    [
        entry.Property, entry.Difference, entry.ProbabilityGreater, entry.Low, entry.High,
        .. view.Replicates > 0 ? [entry.ModeDifference, entry.BootstrapLow, entry.BootstrapHigh] : Array.Empty<object?>(), entry.PairsGreater, entry.PairsLesser, entry.Group,
        view.Greater, view.Lesser, view.IsPublishedOnly ? null : view.Annotator.Id, view.Simulated,
    ];
}
