using Prefdissect.Models.Costs;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting;

/// <summary>What models were asked, as tables for a person.</summary>
public static class AskingTables
{
    /// <summary>How far every step is.</summary>
    public static ReportTable Of(AnnotationStatus status) => new(
        [new("step"), Number("done"), Number("missing"), Number("failed")],
        [.. status.Steps.Select(step => (IReadOnlyList<string>)[step.Step, Rounded.Count(step.Done), Rounded.Count(step.Missing), Rounded.Count(step.Failed)])])
    {
        Title = $"{PlainText.Name(status.Annotator.Id)}: {Rounded.Count(status.Pairs)} pairs",
    };

    /// <summary>What failed, by step and reason.</summary>
    public static ReportTable Failures(AnnotationStatus status) => new(
        [new("step"), new("reason"), Number("pairs")],
        [.. status.Failures.Select(failure => (IReadOnlyList<string>)[failure.Step, PlainText.OneLine(failure.Reason ?? ""), Rounded.Count(failure.Count)])])
    {
        Title = "failed",
    };

    /// <summary>What every step has taken.</summary>
    public static ReportTable Of(IReadOnlyList<StepSpending> spending) => new(
        [new("step"), new("model"), Number("answers"), Number("tokens sent"), Number("tokens received"), Number("US$")],
        [
            .. spending.Select(of => (IReadOnlyList<string>)
                [of.Step, PlainText.Name(of.Model), Rounded.Count(of.Answers), Rounded.Count(of.PromptTokens), Rounded.Count(of.AnswerTokens), of.Cost is { } cost ? Rounded.Number(cost, 2) : "–"]),
        ])
    {
        Title = "taken so far",
    };

    /// <summary>What a run would send.</summary>
    public static ReportTable Of(WorkEstimate estimate) => new(
        [new("step"), Number("requests"), Number("tokens to send"), Number("to receive")],
        [
            .. estimate.Steps.Select(step => (IReadOnlyList<string>)[step.Step, Rounded.Count(step.Requests), Rounded.Count(step.PromptTokens), Rounded.Count(step.AnswerTokens)]),
            ["all", Rounded.Count(estimate.Requests), Rounded.Count(estimate.PromptTokens), Rounded.Count(estimate.AnswerTokens)],
        ]);

    /// <summary>Signs of manipulation in responses, as a sentence; <see langword="null"/> where there are none.</summary>
    public static string? FlagLine(AnnotationStatus status) => status.Flags.Count == 0 ? null
        : $"Responses with signs of manipulation: {string.Join(", ", status.Flags.Select(flag => $"{flag.Kind} {Rounded.Count(flag.Responses)}"))}. A sign is a flag, not a verdict: look at them.";

    private static ReportColumn Number(string heading) => new(heading, ColumnAlignment.Number);
}
