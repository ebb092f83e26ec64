using System.CommandLine;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>export asked</c>: lists every answer of a judge with the prompt that it was an answer to.</summary>
internal sealed class ExportAskedVerb : IVerb
{
    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string> judge = new("--judge") { Description = "The judge, as it was named when it was asked.", HelpName = "JUDGE", Required = true };
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal) => Verb.Of(
        "asked", "List what a judge was asked and what it answered: log-probabilities of A and B in both orders, with the prompts.",
        "prefdissect export asked -s my.study --judge human --json", [], [study, judge, json],
        (parsed, _) =>
        {
            using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
            var (description, readings) = ExportAskedWorkflow.Run(opened, parsed.GetRequiredValue(judge));
            if (parsed.GetValue(json))
            {
                DocumentJson.Write(terminal.Out, new AskedDocument(
                    new Provenance { Command = "export asked", Data = new StudyReader(opened).DataHash().ToString() }, description.Name, KindText.Of(description), description.Model,
                    description.AsksBothOrders, description.TemplateVersion, description.Template, description.TokensOfA, description.TokensOfB, [.. readings.Select(AskedEntry.Of)]));
                return ExitCode.Done;
            }
            foreach (var line in AskedLines.Of(readings)) terminal.Out.WriteLine(line);
            return ExitCode.Done;
        });
}
