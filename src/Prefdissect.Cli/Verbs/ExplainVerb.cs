using System.CommandLine;
using Prefdissect.Figures;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows.Explaining;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>explain</c>: shows why judges prefer the response of a pair that they do.</summary>
internal sealed class ExplainVerb : IVerb
{
    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string> pair = new("--pair") { Description = "The pair: its id, or the first 6 digits of it or more.", HelpName = "ID", Required = true };
    private readonly Option<string[]> judge = SharedOptions.Judges("Explain this judge; all that are fitted where none is named. published:NAME adds a published one.");
    private readonly Option<string[]> group = SharedOptions.Groups("Use the fit on this group; all where none is named.");
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<bool> logOdds = new("--log-odds") { Description = "Draw the figure in log-odds instead of probability." };
    private readonly Option<bool> json = SharedOptions.Json();
    private readonly Option<bool> csv = SharedOptions.Csv();
    private readonly Option<string?> svg = new("--svg") { Description = "Write the waterfall of the first judge to FILE.", HelpName = "FILE" };

    public Command Build(Terminal terminal) => Verb.Of(
        "explain", "Show why judges prefer the response of a pair that they do: exact Shapley values of their fits, with intervals.", "prefdissect explain -s my.study --pair PAIR_ID", [],
        [study, pair, judge, group, annotator, logOdds, json, csv, svg],
        (parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv)) throw new UsageException("Print --json or --csv, not both.");
            if (parsed.GetValue(logOdds) && parsed.GetValue(svg) is null) throw new UsageException("--log-odds is how --svg FILE is drawn; tables and documents have both scales.");
            var request = new ExplainRequest
            {
                Pair = parsed.GetRequiredValue(pair),
                Judges = parsed.GetRequiredValue(judge),
                Groups = parsed.GetRequiredValue(group),
                Annotator = parsed.GetValue(annotator),
            };
            using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
            var explanation = ExplainWorkflow.Run(opened, request, cancellation);
            var provenance = ProvenanceOf(request, explanation);
            if (parsed.GetValue(svg) is { } file) Draw(file, terminal, explanation, parsed.GetValue(logOdds) ? ShareScale.LogOdds : ShareScale.Probability, provenance);
            if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, ExplainDocument.Of(explanation, provenance));
            else if (parsed.GetValue(csv)) CsvTable.Write(terminal.Out, ExplanationTables.Csv(explanation));
            else Show(terminal, explanation);
            return ExitCode.Done;
        });

    private static void Draw(string file, Terminal terminal, Explanation explanation, ShareScale scale, Provenance provenance)
    {
        if (explanation.Judges.Count == 0) throw new UsageException("No judge's fit says anything of this pair, so there is nothing to draw; run it without --svg to see why.");
        OutputFile.Write(file, terminal, writer => writer.Write(WaterfallFigure.Of(explanation, explanation.Judges[0], scale, provenance).ToSvg(new Canvas())));
    }

    private static void Show(Terminal terminal, Explanation explanation)
    {
        if (explanation.Judges.Count > 0) TerminalTable.Draw(terminal.Console, ExplanationTables.Overview(explanation));
        foreach (var one in explanation.Judges)
        {
            TerminalTable.Draw(terminal.Console, ExplanationTables.Of(one));
            foreach (var line in ExplanationTables.Notes(one)) terminal.Out.WriteLine($"  {line.Text}");
        }
        foreach (var line in ExplanationTables.Lines(explanation)) terminal.Out.WriteLine($"  {(line.Kind == LineKind.Warning ? "warning: " : "")}{line.Text}");
    }

    private static Provenance ProvenanceOf(ExplainRequest request, Explanation explanation) => new()
    {
        Command = "explain",
        Data = explanation.DataHash,
        Options = new Dictionary<string, string>
        {
            ["pair"] = explanation.Pair.Hash.ToString(),
            ["judges"] = request.Judges.Count == 0 ? "all" : string.Join(",", request.Judges),
            ["groups"] = request.Groups.Count == 0 ? "all" : string.Join(",", request.Groups),
            ["annotator"] = explanation.Annotator.Id,
        },
    };
}
