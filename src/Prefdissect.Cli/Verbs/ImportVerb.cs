using System.CommandLine;
using Prefdissect.Importing;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>import</c>: reads files of votes into a study.</summary>
internal sealed class ImportVerb : IVerb
{
    private readonly Argument<string[]> files = new("FILE") { Description = "Files of votes, or with --ratings of ratings, plain or packed with gzip.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> study = SharedOptions.Study();
    private readonly TableOptions table = new();
    private readonly Option<bool> ratings = new("--ratings") { Description = "The files hold ratings of the study's pairs, and no votes." };
    private readonly Option<string?> annotator = new("--annotator") { Description = "With --ratings: who rated.", HelpName = "NAME" };
    private readonly Option<string?> properties = SharedOptions.PropertyFile();
    private readonly Option<bool> skipBad = new("--skip-bad") { Description = "Import the good rows and write the bad ones to a file beside the study." };
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal) => Verb.Of(
        "import", "Read votes into a study: who preferred which of two responses. The format is recognised by its content.",
        "prefdissect import votes.csv -s my.study --map prompt=question,a=left,b=right,winner=verdict --winner-a L --winner-b R --tie draw",
        [files], [study, .. table.All, ratings, annotator, properties, skipBad, json],
        (parsed, cancellation) =>
        {
            var request = new ImportRequest(parsed.GetRequiredValue(files), table.Of(parsed), parsed.GetValue(skipBad) ? BadRows.Skip : BadRows.RefuseFile);
            if (parsed.GetValue(ratings)) return ImportRatings(parsed, terminal, request, cancellation);
            if ((parsed.GetValue(annotator) ?? parsed.GetValue(properties)) is not null) throw new UsageException("--annotator and --property-file are for ratings: give --ratings too.");
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

    private int ImportRatings(ParseResult parsed, Terminal terminal, ImportRequest request, CancellationToken cancellation)
    {
        if (request.Options != ImportOptions.Default) throw new UsageException("--map, --winner-a, --winner-b, --tie and --judge are for votes; a file of ratings has columns of its own (docs/formats.md).");
        var name = parsed.GetValue(annotator) ?? throw new UsageException("Who rated? Name them with --annotator NAME.");
        using var opened = Study.Open(parsed.GetRequiredValue(study));
        var own = AnnotationOptions.PropertiesOf(parsed.GetValue(properties));
        var result = TerminalProgress.Run(terminal, progress => ImportRatingsWorkflow.Run(opened, request, name, own, progress, cancellation));
        foreach (var line in WorkTables.LinesUnder(result)) terminal.Error.WriteLine(line);
        if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, ImportDocument.Of(result, new Provenance { Command = "import", Data = result.DataHash }));
        else if (!result.AnyFailed) terminal.Error.WriteLine($"Next: prefdissect agreement -s {ShellWord.Of(opened.Path)} --annotators {ShellWord.Of(name)},OTHER, or fit --annotator {ShellWord.Of(name)}");
        return result.AnyFailed ? ExitCode.BadInput : ExitCode.Done;
    }

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
