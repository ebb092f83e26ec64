using System.CommandLine;
using Prefdissect.Annotating;
using Prefdissect.Annotating.Surface;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>annotate</c>: rates the responses of a study.</summary>
internal sealed class AnnotateVerb : IVerb
{
    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string> annotator = new("--annotator") { Description = "Who rates: surface (offline, by the text alone).", HelpName = "NAME", Required = true };
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal)
    {
        annotator.AcceptOnlyFromAmong(AnnotatorIdentity.Surface.Id);
        return Verb.Of("annotate", "Rate the responses of a study with properties.", "prefdissect annotate -s my.study --annotator surface", [], [study, annotator, json], (parsed, cancellation) =>
        {
            using var opened = Study.Open(parsed.GetRequiredValue(study));
            var result = TerminalProgress.Run(terminal, progress => AnnotateWorkflow.Run(opened, new SurfaceAnnotator(), progress, cancellation));
            if (parsed.GetValue(json))
            {
                var provenance = new Provenance { Command = "annotate", Data = new StudyReader(opened).DataHash().ToString() };
                DocumentJson.Write(terminal.Out, AnnotateDocument.Of(result, provenance));
                return ExitCode.Done;
            }
            TerminalTable.Draw(terminal.Console, WorkTables.Of(result));
            terminal.Error.WriteLine($"Next: prefdissect fit -s {ShellWord.Of(opened.Path)} --annotator {result.Annotator.Id}");
            return ExitCode.Done;
        });
    }
}
