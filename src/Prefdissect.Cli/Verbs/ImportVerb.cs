using System.CommandLine;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>import</c>: reads files of votes into a study.</summary>
internal sealed class ImportVerb : IVerb
{
    private readonly Argument<string[]> files = new("FILE") { Description = "Files of votes, plain or packed with gzip.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> study = SharedOptions.Study();
    private readonly TableOptions table = new();
    private readonly Option<bool> skipBad = new("--skip-bad") { Description = "Import the good rows and write the bad ones to a file beside the study." };
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal) => Verb.Of(
        "import", "Read votes into a study: who preferred which of two responses. The format is recognised by its content.",
        "prefdissect import votes.csv -s my.study --map prompt=question,a=left,b=right,winner=verdict --winner-a L --winner-b R --tie draw",
        [files], [study, .. table.All, skipBad, json],
        (parsed, cancellation) =>
        {
            var request = new ImportRequest(parsed.GetRequiredValue(files), table.Of(parsed), parsed.GetValue(skipBad) ? BadRows.Skip : BadRows.RefuseFile);
            using var opened = Study.OpenOrCreate(parsed.GetRequiredValue(study));
            ImportResult result;
            try
            {
                result = TerminalProgress.Run(terminal, progress => ImportWorkflow.Run(opened, request, progress, cancellation));
            }
            catch
            {
                opened.DiscardIfCreated();
                throw;
            }
            if (result.After.Votes == 0) opened.DiscardIfCreated();
            Show(parsed, terminal, result);
            return result.AnyFailed ? ExitCode.BadInput : ExitCode.Done;
        });

    private void Show(ParseResult parsed, Terminal terminal, ImportResult result)
    {
        foreach (var line in WorkTables.LinesUnder(result)) terminal.Error.WriteLine(line);
        if (parsed.GetValue(json))
        {
            DocumentJson.Write(terminal.Out, ImportDocument.Of(result, new Provenance { Command = "import", Data = result.DataHash }));
            return;
        }
        // After a failure that changed nothing, the errors are what matters.
        if (result.After.Votes == 0 || (result.AnyFailed && result.After == result.Before)) return;
        TerminalTable.Draw(terminal.Console, WorkTables.Of(result));
        terminal.Error.WriteLine($"Next: prefdissect annotate -s {ShellWord.Of(parsed.GetRequiredValue(study))} --annotator surface");
    }
}
