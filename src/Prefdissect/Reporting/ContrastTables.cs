using System.Globalization;
using Prefdissect.Dissecting.Contrasts;
using Prefdissect.Pairs;
using Prefdissect.Reporting.Documents;
using Prefdissect.Workflows;

namespace Prefdissect.Reporting;

/// <summary>A contrast as tables: for a person, one group at a time, and in full for programs.</summary>
public static class ContrastTables
{
    /// <summary>What the posterior of a difference is, and is not.</summary>
    public const string PosteriorText =
        "Posterior: independent draws of the two fits, which are independent given the data although both may rest on the same pairs; what the choice of queries does to both alike is no part of it.";

    /// <summary>What cannot be said of published judges among themselves.</summary>
    public const string PublishedText = "Published judges: the paper gives posterior means only, so that there are differences without intervals, and how sure they are cannot be told.";

    /// <summary>The table of one group, the largest differences first.</summary>
    public static ReportTable Of(ContrastView view, string group)
    {
        var bootstrap = view.Replicates > 0;
        var rows = InOrder(view, group, ContrastOrder.Difference);
        return new ReportTable(
            [
                new("property"), new("difference of weights [95 %]", ColumnAlignment.Number), new("P(>0)", ColumnAlignment.Number),
                .. bootstrap ? [new("of modes [bootstrap 95 %]", ColumnAlignment.Number)] : Array.Empty<ReportColumn>(), new(""),
            ],
            [.. rows.Select(row => Row(row, bootstrap))])
        { Title = Title(view, group) };
    }

    /// <summary>The group that is shown where none is named: the mean over groups, else <c>all</c>, else the first.</summary>
    public static string MainGroup(ContrastView view)
    {
        var groups = view.Rows.Select(row => row.Group).Distinct(StringComparer.Ordinal).ToList();
        return groups.Contains(Contrast.Standardised) ? Contrast.Standardised : groups.Contains(Group.All) ? Group.All : groups[0];
    }

    /// <summary>The rows of a group in an order.</summary>
    public static IReadOnlyList<ContrastRow> InOrder(ContrastView view, string group, ContrastOrder order)
    {
        var rows = view.Rows.Where(row => row.Group == group);
        var ordered = order switch
        {
            ContrastOrder.Size => rows.OrderByDescending(row => Math.Abs(row.Difference)),
            ContrastOrder.Name => rows.OrderBy(row => row.Property, StringComparer.OrdinalIgnoreCase),
            _ => rows.OrderByDescending(row => row.Difference),
        };
        return [.. ordered.ThenBy(row => row.Property, StringComparer.Ordinal)];
    }

    /// <summary>Every row in full precision; columns are the fields of <see cref="ContrastEntry"/>, named as in JSON, and an empty cell is a null.</summary>
    public static ReportTable Csv(ContrastView view)
    {
        var fields = DocumentJson.FieldsOf<ContrastEntry>();
        var entries = view.Rows.Select(row => ContrastEntry.Of(row, view));
        return new ReportTable(
            [.. fields.Select(field => new ReportColumn(field.Name))],
            [.. entries.Select(entry => (IReadOnlyList<string>)[.. fields.Select(field => Convert.ToString(field.Get!(entry), CultureInfo.InvariantCulture) ?? "")])]);
    }

    /// <summary>Sentences beside the tables.</summary>
    public static IReadOnlyList<ReportLine> Lines(ContrastView view) =>
    [
        .. view.Warnings.Select(text => new ReportLine(LineKind.Warning, PlainText.OneLine(text))),
        .. FlagText.Of(view.Flagged) is { } flagged ? [new ReportLine(LineKind.Warning, flagged)] : Array.Empty<ReportLine>(),
        .. view.StandardisedOver.Count > 0
            ? [new ReportLine(LineKind.Detail, $"Standardised: mean of the differences in {Rounded.Count(view.StandardisedOver.Count, "group", "groups")}: {PlainText.Joined([.. view.StandardisedOver.Select(PlainText.Name)])}.")]
            : Array.Empty<ReportLine>(),
        .. view.IsPublishedOnly ? [new ReportLine(LineKind.Detail, PublishedText)] : LinesOfDraws(view),
    ];

    private static IEnumerable<ReportLine> LinesOfDraws(ContrastView view) =>
    [
        new ReportLine(LineKind.Detail, PosteriorText),
        new ReportLine(LineKind.Detail, BootstrapText(view)),
        .. view.Points.Select(judge => new ReportLine(LineKind.Detail, $"{PlainText.Name(judge)}: published weights are points without draws, taken as exact; intervals tell of the other side alone.")),
    ];

    /// <summary>What the bootstrap is, or why there is none.</summary>
    public static string BootstrapText(ContrastView view) => view.Replicates == 0
        ? $"No bootstrap: {view.NoBootstrap}."
        : $"Bootstrap: {Rounded.Count(view.Replicates)} resamples of {Rounded.Count(view.Queries, "query", "queries")}, the same for both sides, each side fitted anew by its exact posterior mode under the same prior; "
            + "modes are pulled to 0 harder than means, and can be 0.";

    /// <summary>Who is compared with whom, where.</summary>
    internal static string Title(ContrastView view, string group)
    {
        var who = view.Judges.Count == 2 ? $"{PlainText.Name(view.Greater)} − {PlainText.Name(view.Lesser)}" : PlainText.Name(view.Judges[0]);
        var where = group == Contrast.Standardised ? $"mean over {Rounded.Count(view.StandardisedOver.Count, "group", "groups")}" : GroupText.Of(group);
        return $"{who} · {where}{PairsText(view, group)} · {(view.IsPublishedOnly ? "published weights" : $"rated by {PlainText.Name(view.Annotator.Id)}")}{(view.Simulated ? " · simulated" : "")}";
    }

    private static string PairsText(ContrastView view, string group)
    {
        if (!view.Pairs.TryGetValue(group, out var pairs)) return "";
        var counts = new[] { pairs.Greater, pairs.Lesser }.Where(count => count > 0).Select(count => Rounded.Count(count)).ToList();
        return counts.Count == 0 ? "" : $" · {string.Join(" and ", counts)} pairs";
    }

    private static IReadOnlyList<string> Row(ContrastRow row, bool bootstrap) =>
    [
        PlainText.Name(row.Property),
        row is { Low: { } low, High: { } high } ? $"{Rounded.Number(row.Difference, 2)} [{Rounded.Number(low, 2)}, {Rounded.Number(high, 2)}]" : Rounded.Number(row.Difference, 2),
        row.ProbabilityGreater is { } probability ? Rounded.Probability(probability) : "",
        .. bootstrap ? [$"{Rounded.Number(row.ModeDifference!.Value, 2)} [{Rounded.Number(row.BootstrapLow!.Value, 2)}, {Rounded.Number(row.BootstrapHigh!.Value, 2)}]"] : Array.Empty<string>(),
        row switch { { Low: > 0 } => "more", { High: < 0 } => "less", { Low: null } => "", _ => "unclear" },
    ];
}
