using Prefdissect.Dissecting.Explaining;
using Prefdissect.Figures;
using Prefdissect.Workflows.Explaining;

namespace Prefdissect.Reporting;

/// <summary>Why a judge's model prefers the response that it does: a waterfall from indifference to its probability, or to its log-odds.</summary>
public static class WaterfallFigure
{
    /// <summary>Points of per cent, for changes of a probability.</summary>
    private static readonly ValueFormat Points = new(100, 1);

    /// <summary>The figure of one judge's explanation. Properties in which the responses do not differ make no step.</summary>
    public static Waterfall Of(Explanation explanation, JudgeExplanation judge, ShareScale scale, Provenance provenance) => scale switch
    {
        ShareScale.Probability => new Waterfall(CaptionOf(explanation, judge, scale, provenance), 0.5, Steps(judge, InProbability), new Axis("probability that response A is preferred", ValueFormat.Percent))
        {
            EndInterval = judge.Explained is { Low: { } low, High: { } high } ? new Interval(low, high) : null,
            ChangeFormat = Points,
            Names = Names("points"),
        },
        ShareScale.LogOdds => new Waterfall(CaptionOf(explanation, judge, scale, provenance), 0, Steps(judge, InLogOdds), new Axis("log-odds that response A is preferred", ValueFormat.Number(2)))
        {
            EndInterval = judge.Explained is { Low: { } low, High: { } high } ? new Interval(LogOdds(low), LogOdds(high)) : null,
            Names = Names("log-odds"),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Unknown scale."),
    };

    /// <summary>What the judge's model says, in a sentence.</summary>
    public static string Title(JudgeExplanation judge) => judge.Explained.Probability switch
    {
        0.5 => $"Why {PlainText.Name(judge.Judge)} has no preference",
        var first when judge.Explained is { Low: < 0.5, High: > 0.5 } => $"Why {PlainText.Name(judge.Judge)} leans to response {(first > 0.5 ? "A" : "B")}, with {Rounded.Percent(Math.Max(first, 1 - first))}\u00a0%: unclear",
        > 0.5 and var first => $"Why {PlainText.Name(judge.Judge)} prefers response A, with {Rounded.Percent(first)}\u00a0%",
        var first => $"Why {PlainText.Name(judge.Judge)} prefers response B, with {Rounded.Percent(1 - first)}\u00a0%",
    };

    private static WaterfallNames Names(string change) => new() { Start = "no difference", End = "model", Rise = "speaks for A", Fall = "speaks for B", Change = change };

    private static WaterfallStep InProbability(PropertyShare share) => new(Label(share), share.Shapley)
    {
        Outer = share is { ShapleyLow: { } low, ShapleyHigh: { } high } ? new Interval(low, high) : null,
    };

    private static WaterfallStep InLogOdds(PropertyShare share) => new(Label(share), share.LogOdds)
    {
        Outer = share is { LogOddsLow: { } low, LogOddsHigh: { } high } ? new Interval(low, high) : null,
    };

    // Which response has more of it, since a step to the left may be A having more of what is disliked.
    private static string Label(PropertyShare share) => $"{PlainText.Name(share.Property)} ({(share.Feature > 0 ? "A" : "B")} more)";

    private static IReadOnlyList<WaterfallStep> Steps(JudgeExplanation judge, Func<PropertyShare, WaterfallStep> step) => [.. judge.Explained.Properties.Where(share => share.Feature != 0).Select(step)];

    private static double LogOdds(double probability) => Math.Log(Math.Max(probability, double.Epsilon)) - Math.Log(Math.Max(1 - probability, double.Epsilon));

    private static Caption CaptionOf(Explanation explanation, JudgeExplanation judge, ShareScale scale, Provenance provenance) => new(Title(judge))
    {
        Subtitle = scale == ShareScale.Probability
            ? "Shapley values: by how much each property moves the probability, averaged over all orders in which properties can come."
            : "Feature × weight: by how much each property moves the log-odds; here the model is a sum.",
        Simulated = judge.Simulated ? FitLines.SimulatedBadge : null,
        Footnotes =
        [
            $"pair {FitLines.ShortHash(explanation.Pair.Hash.ToString())} · group: {GroupText.Of(judge.Group)} · rated by {PlainText.Name(judge.Annotator.Id)} · Prefdissect {provenance.Version}",
            .. ExplanationTables.Notes(judge).Select(line => line.Text),
            DissectionFigure.Caveat,
        ],
    };
}
