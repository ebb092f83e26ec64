using System.CommandLine;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>judges</c>: how judges are biased and how reliable they are.</summary>
internal sealed class JudgesVerb : IVerb
{
    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string[]> judges = SharedOptions.Judges("Measure this judge.");
    private readonly Option<string[]> people = new("--people") { Description = "A judge with imported votes that is a person or a crowd, beside 'human'. Repeat for several.", HelpName = "JUDGE", DefaultValueFactory = _ => [] };
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<long> seed = SharedOptions.Seed();
    private readonly Option<bool> json = SharedOptions.Json();
    private readonly Option<bool> csv = SharedOptions.Csv();

    public Command Build(Terminal terminal) => Verb.Of(
        "judges", "Show how judges are biased and how reliable they are, with intervals: position, length, self-preference, agreement.",
        "prefdissect simulate -s my.study --pairs 200 --judges 3\n  prefdissect judges -s my.study", [],
        [study, judges, people, annotator, seed, json, csv],
        (parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv)) throw new UsageException("Print --json or --csv, not both.");
            using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
            var request = new JudgesRequest
            {
                Judges = parsed.GetRequiredValue(judges),
                People = parsed.GetRequiredValue(people),
                Annotator = parsed.GetValue(annotator),
                Seed = (ulong)parsed.GetValue(seed),
            };
            var view = JudgesWorkflow.Run(opened, request, null, cancellation);
            if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, JudgesDocument.Of(view, ProvenanceOf(view, request)));
            else if (parsed.GetValue(csv)) CsvTable.Write(terminal.Out, BiasTables.Of(view));
            else Show(view, terminal);
            return ExitCode.Done;
        });

    private static void Show(JudgesView view, Terminal terminal)
    {
        foreach (var judge in view.Judges) TerminalTable.Draw(terminal.Console, BiasTables.Of(judge));
    }

    private static Provenance ProvenanceOf(JudgesView view, JudgesRequest request) => new()
    {
        Command = "judges",
        Data = view.DataHash,
        Seed = request.Seed,
        Options = request.People.Count == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["people"] = string.Join(",", request.People) },
    };
}
