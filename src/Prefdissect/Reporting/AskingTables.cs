using Prefdissect.Models.Costs;
using Prefdissect.Workflows;
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

    /// <summary>How far what models are asked of queries is, and why some queries have none of it.</summary>
    public static ReportTable OfQueries(AnnotationStatus status) => new(
        [new("of queries"), Number("done"), Number("missing"), Number("failed"), new("reasons")],
        [
            .. status.Queries.Select(task => (IReadOnlyList<string>)
                [task.Step, Rounded.Count(task.Done), Rounded.Count(task.Missing), Rounded.Count(task.Failed), string.Join(", ", status.QueryFailures.Where(failure => failure.Step == task.Step).Select(failure => $"{PlainText.OneLine(failure.Reason ?? "")} {Rounded.Count(failure.Count)}"))]),
        ]);

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

    /// <summary>What a run would send, from the least to the most.</summary>
    public static ReportTable Of(EstimateResult result) => new(
        [new("step"), Number("requests"), Number("tokens to send"), Number("to receive")],
        [
            .. result.Estimate.Steps.Select(step =>
            {
                var least = result.Least.Steps.First(of => of.Step == step.Step);
                return (IReadOnlyList<string>)[step.Step, Range(least.Requests, step.Requests), Range(least.PromptTokens, step.PromptTokens), Range(least.AnswerTokens, step.AnswerTokens)];
            }),
            [
                "all", Range(result.Least.Requests, result.Estimate.Requests), Range(result.Least.PromptTokens, result.Estimate.PromptTokens),
                Range(result.Least.AnswerTokens, result.Estimate.AnswerTokens),
            ],
        ]);

    /// <summary>Signs of manipulation in responses, as a sentence; <see langword="null"/> where there are none.</summary>
    public static string? FlagLine(AnnotationStatus status) => status.Flags.Count == 0 ? null
        : $"Responses with signs of manipulation: {string.Join(", ", status.Flags.Select(flag => $"{FlagText.Sign(flag.Kind)} {Rounded.Count(flag.Responses)}"))}. A sign is a flag, not a verdict: `prefdissect doctor` shows the places.";

    /// <summary>How far annotators agree, property by property; intervals in brackets.</summary>
    public static ReportTable Of(AgreementView view) => new(
        [new("property"), Number("n"), Number("applies alike"), Number("exact"), Number("within 1"), Number("κ"), Number("α")],
        [
            .. view.Properties.Select(of => (IReadOnlyList<string>)
                [PlainText.Name(of.Property), Rounded.Count(of.Exact.Count), Figure(of.Applies), Figure(of.Exact), Figure(of.WithinOne), Figure(of.Kappa), Figure(of.Alpha)]),
        ])
    {
        Title = string.Join(" and ", view.Names.Select(PlainText.Name)),
    };

    /// <summary>How many queries have which scenario.</summary>
    public static ReportTable Of(ScenarioResult result) => new(
        [new("scenario"), new("group"), new("told by"), Number("queries")],
        [.. result.Scenarios.Select(of => (IReadOnlyList<string>)[of.Scenario, of.Group, PlainText.Name(of.Classifier), Rounded.Count(of.Count)])]);

    /// <summary>Properties, a line each.</summary>
    public static ReportTable Of(Properties.PropertySet properties) => new(
        [new("short name"), new("kind"), new("scale"), new("step"), new("definition")],
        [
            .. properties.All.Select(Documents.ListedPropertyEntry.Of).Select(of => (IReadOnlyList<string>)
                [PlainText.Name(of.ShortName), of.Kind, of.Scale, of.Step ?? "counted", PlainText.OneLine(of.Definition)]),
        ]);

    /// <summary>What a model's endpoint can do, a line each.</summary>
    public static ReportTable Of(ModelCheckResult result)
    {
        var entry = Documents.ModelCheckEntry.Of(result);
        return new(
            [new("endpoint"), new("")],
            [
                .. new (string What, string? Value)[]
                {
                    ("model", PlainText.Name(entry.Model)), ("kind", entry.Kind), ("address", entry.Address), ("key", PlainText.OneLine(entry.Key)), ("software", entry.Software is { Length: > 0 } name ? PlainText.Name(name) : null),
                    ("answers by schema", entry.Structured switch
                    {
                        "JsonSchema" => "yes (json_schema)", "SchemaInObject" => "yes (schema beside json_object)", "JsonObject" => "no; some JSON object", "None" => "no; text, read leniently", _ => null,
                    } + (entry.IgnoresSchema == true ? "; accepts json_schema and ignores it" : "")),
                    ("log-probabilities of a chat", Most(entry.ChatLogProbabilities)), ("continues texts (/completions)", entry.CompletesText switch { true => "yes", false => "no", _ => null }),
                    ("log-probabilities of a text", Most(entry.TextLogProbabilities)), ("llama.cpp's /completion", Most(entry.LlamaLogProbabilities) + (entry.WholeVocabulary == true ? ", up to the whole vocabulary" : "")),
                    ("tokenizer", entry.Tokenizer), ("context", Tokens(entry.ContextLength)), ("requests at once", Tokens(entry.Slots)), ("vocabulary", Tokens(entry.VocabularySize)),
                }.Select(line => (IReadOnlyList<string>)[line.What, string.IsNullOrEmpty(line.Value) ? "not known" : line.Value]),
            ])
        {
            Title = PlainText.Name(entry.Name),
        };
    }

    private static string Range(long least, long most) => least == most ? Rounded.Count(most) : $"{Rounded.Count(least)}–{Rounded.Count(most)}";

    private static string? Most(int? most) => most switch { null => null, 0 => "none", var number => $"{number} alternatives" };

    private static string? Tokens(int? count) => count is { } number ? Rounded.Count(number) : null;

    private static string Figure(Annotating.Agreements.AgreementFigure figure) => figure switch
    {
        { Value: null } => "–",
        { Low: { } low, High: { } high } => $"{Rounded.Number(figure.Value.Value, 2)} [{Rounded.Number(low, 2)}, {Rounded.Number(high, 2)}]",
        _ => Rounded.Number(figure.Value.Value, 2),
    };

    private static ReportColumn Number(string heading) => new(heading, ColumnAlignment.Number);
}
