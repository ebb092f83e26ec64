using System.Globalization;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Explaining;
using Prefdissect.Reporting.Documents;
using Prefdissect.Workflows.Explaining;

namespace Prefdissect.Reporting;

/// <summary>An explanation of a pair as tables.</summary>
public static class ExplanationTables
{
    /// <summary>What the intervals are, and are not.</summary>
    public const string IntervalText = "Intervals are of 95 %, from the posterior of the weights; mistakes of the annotator and how the model is built are no part of them.";

    /// <summary>One row a judge: its probability and its own votes.</summary>
    public static ReportTable Overview(Explanation explanation) => new(
        [new("judge"), new("group"), new("A preferred, % [95 %]", ColumnAlignment.Number), new("own votes A : B (ties)", ColumnAlignment.Number), new("")],
        [
            .. explanation.Judges.Select(judge => (IReadOnlyList<string>)
            [
                PlainText.Name(judge.Judge), GroupText.Of(judge.Group), InPercent(judge.Explained), judge.Votes is { } votes ? VotesText(votes) : "",
                string.Join(", ", new[] { judge.Simulated ? "simulated" : null, judge.Stale == true ? "stale" : null }.OfType<string>()),
            ]),
        ])
    {
        Title = $"pair {explanation.Pair.Hash.ToString()[..12]} · A is the first response in canonical order · rated by {PlainText.Name(explanation.Annotator.Id)}",
    };

    /// <summary>One row a property in which the responses differ, the largest share first.</summary>
    public static ReportTable Of(JudgeExplanation judge) => new(
        [new("property"), new("more in"), new("weight", ColumnAlignment.Number), new("Shapley, points [95 %]", ColumnAlignment.Number), new("log-odds [95 %]", ColumnAlignment.Number)],
        [
            .. judge.Explained.Properties.Where(share => share.Feature != 0).OrderByDescending(share => Math.Abs(share.Shapley)).ThenBy(share => share.Property, StringComparer.Ordinal).Select(share => (IReadOnlyList<string>)
            [
                PlainText.Name(share.Property), share.Feature > 0 ? "A" : "B", Rounded.Number(share.Weight, 2), WithInterval(100 * share.Shapley, 100 * share.ShapleyLow, 100 * share.ShapleyHigh, 1),
                WithInterval(share.LogOdds, share.LogOddsLow, share.LogOddsHigh, 2),
            ]),
        ])
    {
        Title = $"{WaterfallFigure.Title(judge)} · group: {GroupText.Of(judge.Group)}{(judge.Simulated ? " · simulated" : "")}",
    };

    /// <summary>One row a judge and property in full precision; columns are the fields of <see cref="PropertyShareEntry"/> after judge and group, named as in JSON, and an empty cell is a null.</summary>
    public static ReportTable Csv(Explanation explanation)
    {
        var fields = DocumentJson.FieldsOf<PropertyShareEntry>();
        return new ReportTable(
            [new("judge"), new("group"), .. fields.Select(field => new ReportColumn(field.Name, field.PropertyType == typeof(string) ? ColumnAlignment.Text : ColumnAlignment.Number))],
            [
                .. from judge in explanation.Judges
                   from share in judge.Explained.Properties
                   let entry = PropertyShareEntry.Of(share)
                   select (IReadOnlyList<string>)[judge.Judge, judge.Group, .. fields.Select(field => Convert.ToString(field.Get!(entry), CultureInfo.InvariantCulture) ?? "")],
            ]);
    }

    /// <summary>Sentences beside the tables.</summary>
    public static IReadOnlyList<ReportLine> Lines(Explanation explanation) =>
    [
        .. explanation.Warnings.Select(text => new ReportLine(LineKind.Warning, PlainText.OneLine(text))),
        .. explanation.NotExplained.Select(not => new ReportLine(LineKind.Warning, PlainText.OneLine($"'{not.Judge}' on '{not.Group}' says nothing of this pair. {not.Reason}"))),
        .. explanation.Judges.Any(judge => judge.Explained.Low is not null) ? [new ReportLine(LineKind.Detail, IntervalText)] : Array.Empty<ReportLine>(),
    ];

    /// <summary>What is to be said of one judge's explanation.</summary>
    public static IReadOnlyList<ReportLine> Notes(JudgeExplanation judge)
    {
        var same = judge.Explained.Properties.Count(share => share.Feature == 0);
        return
        [
            .. judge.Votes is { } votes ? [new ReportLine(LineKind.Detail, $"Own votes on this pair, A : B{(votes.Ties > 0 ? " (ties)" : "")}: {VotesText(votes)}.")] : Array.Empty<ReportLine>(),
            .. same > 0 ? [new ReportLine(LineKind.Detail, $"{Rounded.Count(same, "property of the model does", "properties of the model do")} not differ.")] : Array.Empty<ReportLine>(),
            .. judge.LeftOut.Count > 0
                ? [new ReportLine(LineKind.Detail, $"Not compared on this pair, and counted as equal: {PlainText.Joined([.. judge.LeftOut.Select(PlainText.Name)])}.")]
                : Array.Empty<ReportLine>(),
            .. judge.IsPublished ? [new ReportLine(LineKind.Detail, "Published weights are points without draws, so there are no intervals.")] : Array.Empty<ReportLine>(),
            .. judge.Held is { } held ? [new ReportLine(LineKind.Detail, held)] : Array.Empty<ReportLine>(),
        ];
    }

    private static string VotesText(VoteCounts votes) => $"{Rounded.Count(votes.First)} : {Rounded.Count(votes.Second)}{(votes.Ties > 0 ? $" ({Rounded.Count(votes.Ties)})" : "")}";

    private static string InPercent(PairExplanation explained) =>
        explained is { Low: { } low, High: { } high } ? Rounded.PercentInterval(explained.Probability, low, high) : Rounded.Percent(explained.Probability);

    private static string WithInterval(double value, double? low, double? high, int decimals) =>
        low is { } from && high is { } to ? $"{Rounded.Number(value, decimals)} [{Rounded.Number(from, decimals)}, {Rounded.Number(to, decimals)}]" : Rounded.Number(value, decimals);
}
