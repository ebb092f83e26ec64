using System.CommandLine;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>agreement</c>: compares annotators.</summary>
internal sealed class AgreementVerb : IVerb
{
    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string> annotators = new("--annotators") { Description = "Two annotators or more, X,Y.", HelpName = "X,Y", Required = true };
    private readonly Option<long> seed = SharedOptions.Seed();
    private readonly Option<bool> json = SharedOptions.Json();
    private readonly Option<bool> csv = SharedOptions.Csv();

    public Command Build(Terminal terminal) => Verb.Of(
        "agreement", "Show how far annotators agree on each property, with intervals.",
        "prefdissect simulate -s two.study --pairs 100 --judges 1\n  prefdissect annotate -s two.study --annotator surface\n  prefdissect agreement -s two.study --annotators surface,planted", [],
        [study, annotators, seed, json, csv],
        (parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv)) throw new UsageException("Print --json or --csv, not both.");
            using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
            var names = parsed.GetRequiredValue(annotators).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var view = AgreementWorkflow.Run(opened, names, parsed.GetValue(seed), cancellation);
            if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, AgreementDocument.Of(view, ProvenanceOf(view, parsed.GetValue(seed))));
            else if (parsed.GetValue(csv)) CsvTable.Write(terminal.Out, AskingTables.Of(view));
            else TerminalTable.Draw(terminal.Console, AskingTables.Of(view));
            return ExitCode.Done;
        });

    private static Provenance ProvenanceOf(AgreementView view, long seed) => new()
    {
        Command = "agreement",
        Data = view.DataHash,
        Seed = (ulong)seed,
        Options = new Dictionary<string, string> { ["annotators"] = string.Join(",", view.Names) },
    };
}
