using Prefdissect.Dashboard.Charts;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Dissecting.Explaining;
using Prefdissect.Figures;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.WhatIf;

/// <summary>Each judge's probability for a supposed pair, and what each property does to the first judge's.</summary>
public sealed class WhatIfFigures : IFigurePage
{
    /// <inheritdoc/>
    public string Page => "what-if";

    /// <inheritdoc/>
    public IReadOnlyList<PageFigure> Figures(SourceReading reading, PageQuery query, CancellationToken cancellation) => Of(WhatIfAnswers.Of(reading, query, cancellation), reading.Source);

    /// <summary>The figures of answers that are there already.</summary>
    internal static IReadOnlyList<PageFigure> Of(WhatIfAnswers answers, Source source)
    {
        var provenance = new Provenance
        {
            Command = "serve",
            Data = answers.Degrees.View?.DataHash,
            Options = new Dictionary<string, string> { ["source"] = source.Name, ["group"] = answers.Choice.Group, ["features"] = string.Join(", ", answers.Choice.Features.Select(of => $"{of.Key} {(of.Value > 0 ? "A" : "B")}")) },
        };
        var probabilities = new PageFigure("probability", "Probability that A wins, judge by judge", canvas => Probabilities(answers).ToSvg(canvas), ProbabilityData(answers), provenance);
        return answers.Choice.Features.Count == 0 ? [probabilities]
            : [probabilities, .. answers.Answers.Take(1).Select(first => new PageFigure("why", $"Why: {PlainText.Name(first.Judge.Judge)}", canvas => Why(first).ToSvg(canvas), WhyData(first), provenance))];
    }

    private static DotAndWhisker Probabilities(WhatIfAnswers answers) => new(
        new Caption("How likely each judge is to prefer response A")
        {
            Subtitle = answers.Choice.Features.Count == 0 ? "No property differs yet, so every model is indifferent: choose below which response has more of what." : "By its fitted model, for a pair that differs as chosen and in nothing else.",
            Simulated = answers.Answers.Any(answer => answer.Judge.IsSimulated) ? "simulated data" : null,
            Footnotes =
            [
                $"Group: {GroupText.Of(answers.Choice.Group)}.",
                .. answers.Answers.Any(answer => answer.Judge.IsPublished) ? ["Published judges: by their posterior means alone, so without intervals."] : Array.Empty<string>(),
                "What the model predicts, not what the judge will do: pairs of real texts differ in more than these properties.",
            ],
        },
        ["probability"],
        [
            .. answers.Answers.Select(answer => new DotRow(PlainText.Name(answer.Judge.Judge),
            [
                new DotPoint(answer.Explained.Probability)
                {
                    Outer = Interval(answer.Explained.Low, answer.Explained.High),
                    Detail = $"{PlainText.Name(answer.Judge.Judge)}: A wins with {Rounded.Percent(answer.Explained.Probability)} %{(Interval(answer.Explained.Low, answer.Explained.High) is { } of ? $" (95 %: {Rounded.Percent(of.Low)} to {Rounded.Percent(of.High)} %)" : "")}",
                },
            ])),
        ],
        new Axis("probability that response A is preferred", ValueFormat.Percent) { AtLeast = new Interval(0, 1) })
    {
        Reference = new ReferenceLine(0.5, "indifferent"),
        Names = new DotNames(Centre: "probability"),
    };

    private static Waterfall Why(JudgeAnswer answer) => new(
        new Caption($"What moves {PlainText.Name(answer.Judge.Judge)}")
        {
            Subtitle = "Shapley values: by how much each property moves the probability, averaged over all orders in which properties can come.",
            Simulated = answer.Judge.IsSimulated ? "simulated data" : null,
        },
        0.5, [.. answer.Explained.Properties.Where(share => share.Feature != 0).Select(Step)], new Axis("probability that response A is preferred", ValueFormat.Percent))
    {
        EndInterval = Interval(answer.Explained.Low, answer.Explained.High),
        ChangeFormat = new ValueFormat(100, 1),
        Names = new WaterfallNames { Start = "no difference", End = "model", Rise = "speaks for A", Fall = "speaks for B", Change = "points" },
    };

    private static WaterfallStep Step(PropertyShare share) => new($"{PlainText.Name(share.Property)} ({(share.Feature > 0 ? "A" : "B")} more)", share.Shapley) { Outer = Interval(share.ShapleyLow, share.ShapleyHigh) };

    private static Interval? Interval(double? low, double? high) => low is { } from && high is { } to ? new Interval(from, to) : null;

    private static FigureData ProbabilityData(WhatIfAnswers answers) => new(
        [new("judge", "judge"), new("probability", "A wins", ValueFormat.Percent), new("low", "95 % from", ValueFormat.Percent), new("high", "to", ValueFormat.Percent), new("logOdds", "log-odds", ValueFormat.Number(2))],
        [.. answers.Answers.Select(answer => (IReadOnlyList<object?>)[answer.Judge.Judge, answer.Explained.Probability, answer.Explained.Low, answer.Explained.High, answer.Explained.LogOdds])]);

    private static FigureData WhyData(JudgeAnswer answer) => new(
        [
            new("property", "property"), new("feature", "A − B", ValueFormat.Number(0)), new("weight", "weight", ValueFormat.Number(2)), new("shapley", "points", new ValueFormat(100, 1)),
            new("shapleyLow", "95 % from", new ValueFormat(100, 1)), new("shapleyHigh", "to", new ValueFormat(100, 1)), new("logOdds", "log-odds", ValueFormat.Number(2)),
        ],
        [.. answer.Explained.Properties.Where(share => share.Feature != 0).OrderByDescending(share => Math.Abs(share.Shapley)).Select(share => (IReadOnlyList<object?>)[share.Property, share.Feature, share.Weight, share.Shapley, share.ShapleyLow, share.ShapleyHigh, share.LogOdds])]);
}
