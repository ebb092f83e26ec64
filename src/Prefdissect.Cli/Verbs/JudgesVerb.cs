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
    private readonly Option<string[]> own = new("--own") { Description = "Which writer is a judge's own model, where names differ, as JUDGE=WRITER. Repeat for several.", HelpName = "JUDGE=WRITER", DefaultValueFactory = _ => [] };
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<long> seed = SharedOptions.Seed();
    private readonly Option<bool> json = SharedOptions.Json();
    private readonly Option<bool> csv = SharedOptions.Csv();

    public Command Build(Terminal terminal) => Verb.Of(
        "judges", "Show how judges are biased and how reliable they are, with intervals: position, length, self-preference, agreement.",
        "prefdissect simulate -s judged.study --pairs 200 --judges 3\n  prefdissect judges -s judged.study", [],
        [study, judges, people, own, annotator, seed, json, csv],
        (parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv)) throw new UsageException("Print --json or --csv, not both.");
            using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
            var request = new JudgesRequest
            {
                Judges = parsed.GetRequiredValue(judges),
                People = parsed.GetRequiredValue(people),
                OwnModels = [.. parsed.GetRequiredValue(own).Select(OwnModel)],
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
        foreach (var judge in view.Judges)
        {
            TerminalTable.Draw(terminal.Console, BiasTables.Of(judge));
            if (judge.Agreements.Count > 0) TerminalTable.Draw(terminal.Console, BiasTables.Agreements(judge));
            foreach (var line in BiasTables.Missing(judge)) terminal.Out.WriteLine(line);
        }
        if (view.Judges.Any(judge => view.SimulatedJudges.Contains(judge.Judge.Name))) terminal.Out.WriteLine("Simulated votes are among these.");
    }

    private static (string Judge, string Writer) OwnModel(string given)
    {
        var at = given.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < given.Length - 1 ? (given[..at], given[(at + 1)..]) : throw new UsageException($"--own is '{given}'; expected JUDGE=WRITER.");
    }

    private static Provenance ProvenanceOf(JudgesView view, JudgesRequest request) => new()
    {
        Command = "judges",
        Data = view.DataHash,
        Seed = request.Seed,
        Options = new[] { ("people", string.Join(",", request.People)), ("own", string.Join(",", request.OwnModels.Select(of => $"{of.Judge}={of.Writer}"))), ("annotator", view.Annotator ?? "") }
            .Where(of => of.Item2.Length > 0).ToDictionary(of => of.Item1, of => of.Item2),
    };
}
