using System.CommandLine;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>demo</c>: the main job on simulated data, from votes to a page.</summary>
internal sealed class DemoVerb : IVerb
{
    private readonly Option<string> folder = new("--out") { Description = "Folder for demo.study and dissection.html; made where there is none.", DefaultValueFactory = _ => "prefdissect-demo", HelpName = "DIR" };
    private readonly Option<bool> serve = new("--serve") { Description = "Then show it in a browser on this machine, until Ctrl-C." };

    public Command Build(Terminal terminal) => Verb.Of(
        "demo", "Make a study of simulated judges, dissect it, and write a page to look at.", "prefdissect demo --out my-demo", [], [folder, serve],
        (parsed, cancellation) =>
        {
            var directory = MadeFolder(parsed.GetRequiredValue(folder));
            var studyFile = Path.Combine(directory, "demo.study");
            var pageFile = Path.Combine(directory, "dissection.html");
            using (var study = Study.OpenOrCreate(studyFile))
            {
                var view = TerminalProgress.Run(terminal, progress => DemoWorkflow.Run(study, progress, cancellation));
                DissectionText.Write(terminal, view, namedGroups: false);
                OutputFile.Write(pageFile, terminal, writer => DissectionPage.Write(writer, view, StudySimilarity.Of(view), DissectVerb.ProvenanceOf(view)));
                terminal.Error.WriteLine($"Wrote {studyFile}");
            }
            if (!parsed.GetValue(serve))
            {
                WriteNext(terminal, studyFile, pageFile);
                return ExitCode.Done;
            }
            var options = new DashboardOptions { Studies = [studyFile], Folder = directory };
            return ServeVerb.ServeAsync(terminal, options, anyPort: true, openBrowser: terminal.IsInteractive, cancellation).GetAwaiter().GetResult();
        });

    private static string MadeFolder(string path)
    {
        try
        {
            return Directory.CreateDirectory(path) is { } made ? Path.GetRelativePath(Directory.GetCurrentDirectory(), made.FullName) : path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: the folder cannot be made ({error.Message}).");
        }
    }

    private static void WriteNext(Terminal terminal, string studyFile, string pageFile)
    {
        terminal.Error.WriteLine("All of it is simulated: judges with known tastes voted on composed texts, so that you can see how well they are found again.");
        terminal.Error.WriteLine("Try next:");
        terminal.Error.WriteLine($"  open {pageFile} in a browser");
        terminal.Error.WriteLine($"  prefdissect serve -s {ShellWord.Of(studyFile)} --open");
        terminal.Error.WriteLine($"  prefdissect dissect -s {ShellWord.Of(studyFile)} --judge sim-formatter --group Code");
        terminal.Error.WriteLine($"  prefdissect similarity -s {ShellWord.Of(studyFile)}");
        terminal.Error.WriteLine("  prefdissect import YOUR-VOTES.csv -s my.study");
    }
}
