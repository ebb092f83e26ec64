using System.CommandLine;
using Prefdissect.Reporting.DrawFiles;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>export draws</c>: writes the draws of fits for ArviZ and R's <i>posterior</i>.</summary>
internal sealed class ExportDrawsVerb : IVerb
{
    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string[]> judges = SharedOptions.Judges("Write this judge's draws; all where none is named.");
    private readonly Option<string[]> groups = SharedOptions.Groups("Write the draws on this group; all that were fitted where none is named.");
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<string> output = new("--out") { Description = "A file where there is one to write (one fit, csv or json), else a folder, which is made.", HelpName = "FILE|FOLDER", Required = true };
    private readonly Option<string> format = new("--format")
    {
        Description = string.Join("; ", DrawFormats.All.Select(one => $"{one.Name}: {one.Description}")) + ".",
        DefaultValueFactory = _ => DrawFormats.All[0].Name,
        HelpName = "FORMAT",
    };

    public Command Build(Terminal terminal)
    {
        format.AcceptOnlyFromAmong([.. DrawFormats.All.Select(one => one.Name)]);
        return Verb.Of(
            "draws", "Write the draws of fits for ArviZ and R's posterior package.", "prefdissect export draws -s my.study --group all --out draws", [],
            [study, judges, groups, annotator, output, format],
            (parsed, cancellation) =>
            {
                var by = DrawFormats.All.First(one => one.Name == parsed.GetValue(format));
                var request = new DissectRequest { Judges = parsed.GetRequiredValue(judges), Groups = parsed.GetRequiredValue(groups), Annotator = parsed.GetValue(annotator) };
                using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
                var (view, fits) = ExportDrawsWorkflow.Run(opened, request);
                FlagNote.Write(terminal, view.Fits);
                var provenance = DissectVerb.ProvenanceOf(view) with { Command = "export draws" };
                var target = parsed.GetRequiredValue(output);
                var inFolder = Directory.Exists(target) || !HasExtension(target);
                var stems = DrawFormats.Stems([.. view.Fits.Select(fit => fit.Subject)]);
                foreach (var (place, fit) in fits.Index())
                {
                    cancellation.ThrowIfCancellationRequested();
                    var files = by.Files(fit, provenance).ToList();
                    if (!inFolder && (view.Fits.Count > 1 || files.Count > 1))
                        throw new UsageException($"--out {target} names one file, but there are {view.Fits.Count * files.Count} to write. Name a folder, or one fit with --judge and --group.");
                    if (inFolder) MakeFolder(target);
                    foreach (var (suffix, write) in files) OutputFile.Write(inFolder ? Path.Combine(target, stems[place] + suffix) : target, terminal, write);
                }
                return ExitCode.Done;
            });
    }

    private static bool HasExtension(string target) => Path.GetExtension(target) is ".csv" or ".json";

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{folder}: the folder cannot be made ({error.Message}).");
        }
    }
}
