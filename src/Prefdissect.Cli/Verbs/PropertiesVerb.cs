using System.CommandLine;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>properties</c>: lists what is rated.</summary>
internal sealed class PropertiesVerb : IVerb
{
    private readonly Option<string?> file = SharedOptions.PropertyFile();
    private readonly Option<bool> json = SharedOptions.Json();
    private readonly Option<bool> csv = SharedOptions.Csv();

    public Command Build(Terminal terminal) => Verb.Of(
        "properties", "List the properties that responses are rated by: the 29, and those of a file.", "prefdissect properties", [], [file, json, csv],
        (parsed, _) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv)) throw new UsageException("Print --json or --csv, not both.");
            var properties = AnnotationOptions.PropertiesOf(parsed.GetValue(file));
            if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, PropertiesDocument.Of(properties, new Provenance { Command = "properties" }));
            else if (parsed.GetValue(csv)) CsvTable.Write(terminal.Out, AskingTables.Of(properties));
            else TerminalTable.Draw(terminal.Console, AskingTables.Of(properties));
            return ExitCode.Done;
        });
}
