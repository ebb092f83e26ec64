using System.CommandLine;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>doctor</c>: tells what a file or study allows.</summary>
internal sealed class DoctorVerb : IVerb
{
    private readonly Argument<string> path = new("FILE|STUDY") { Description = "A file of votes, or a study." };
    private readonly TableOptions table = new();
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal) => Verb.Of(
        "doctor", "Tell what a study or a file of votes allows, and what is missing for what. Changes nothing.", "prefdissect doctor my.study", [path], [.. table.All, json],
        (parsed, cancellation) =>
        {
            var file = parsed.GetRequiredValue(path);
            if (!File.Exists(file)) throw new UsageException($"{file}: there is no such file.");
            return Study.LooksLikeStudy(file) ? OfStudy(file, parsed, terminal, cancellation) : OfVotes(file, parsed, terminal, cancellation);
        });

    private int OfStudy(string file, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var opened = Study.OpenToRead(file);
        var study = DoctorWorkflow.Run(opened, cancellation);
        if (parsed.GetValue(json))
        {
            DocumentJson.Write(terminal.Out, StudyDocument.Of(study, new Provenance { Command = "doctor", Data = new StudyReader(opened).DataHash().ToString() }));
            return ExitCode.Done;
        }
        foreach (var one in ExaminationTables.Of(study)) TerminalTable.Draw(terminal.Console, one);
        foreach (var advice in study.Advice) terminal.Out.WriteLine(PlainText.OneLine(advice));
        return ExitCode.Done;
    }

    private int OfVotes(string file, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var examined = VoteFileWorkflow.Run(file, table.Of(parsed), cancellation);
        if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, VoteFileDocument.Of(examined, new Provenance { Command = "doctor" }));
        else ShowVotes(file, examined, terminal);
        return examined.File.Refused > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static void ShowVotes(string file, VoteFileExamination examined, Terminal terminal)
    {
        terminal.Out.WriteLine($"{file}: {examined.File.Format}, {Rounded.Count(examined.File.Rows)} rows, {Rounded.Count(examined.Pairs)} pairs, {Rounded.Count(examined.File.Votes)} votes");
        terminal.Out.WriteLine($"A {Rounded.Count(examined.Verdicts.A)}, B {Rounded.Count(examined.Verdicts.B)}, ties {Rounded.Count(examined.Verdicts.Ties)}");
        foreach (var one in ExaminationTables.Of(examined)) TerminalTable.Draw(terminal.Console, one);
        foreach (var note in examined.File.Notes) terminal.Out.WriteLine($"note: {note}");
        foreach (var row in examined.File.FirstRefused) terminal.Out.WriteLine($"refused: {row.Reason}");
        if (examined.File.Refused > examined.File.FirstRefused.Count) terminal.Out.WriteLine($"… and {examined.File.Refused - examined.File.FirstRefused.Count} more rows refused");
        if (examined.File.Refused == 0) terminal.Error.WriteLine($"Next: prefdissect import {ShellWord.Of(file)} -s my.study, with the same options");
    }
}
