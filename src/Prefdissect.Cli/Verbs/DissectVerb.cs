using System.CommandLine;
using Prefdissect.Figures;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>dissect</c>: shows what judges prefer.</summary>
internal sealed class DissectVerb : IVerb
{
    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string[]> judges = SharedOptions.Judges("Show this judge; all where none is named.");
    private readonly Option<string[]> groups = SharedOptions.Groups("Show this group; where none is named, tables show all, documents every group fitted.");
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<bool> json = SharedOptions.Json();
    private readonly Option<bool> csv = SharedOptions.Csv();
    private readonly Option<string?> svg = new("--svg") { Description = "Write the figure of the first group shown to FILE.", HelpName = "FILE" };
    private readonly Option<string?> html = new("--html") { Description = "Write one self-contained page to FILE.", HelpName = "FILE" };

    public Command Build(Terminal terminal) => Verb.Of(
        "dissect", "Show which properties each judge likes and dislikes, and how sure that is.", "prefdissect dissect -s my.study --html dissection.html", [],
        [study, judges, groups, annotator, json, csv, svg, html],
        (parsed, _) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv)) throw new UsageException("Print --json or --csv, not both.");
            var request = new DissectRequest { Judges = parsed.GetRequiredValue(judges), Groups = parsed.GetRequiredValue(groups), Annotator = parsed.GetValue(annotator) };
            using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
            var view = DissectWorkflow.Run(opened, request);
            var provenance = ProvenanceOf(view);
            FlagNote.Write(terminal, view.FlaggedResponses);
            VersionNote.Write(terminal, opened, view.Fits[0].Subject.Annotator);
            if (parsed.GetValue(svg) is { } svgFile) OutputFile.Write(svgFile, terminal, writer => writer.Write(Figure(view, provenance)));
            if (parsed.GetValue(html) is { } htmlFile) OutputFile.Write(htmlFile, terminal, writer => DissectionPage.Write(writer, view, StudySimilarity.Of(view), provenance));
            if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, DissectDocument.Of(view, provenance));
            else if (parsed.GetValue(csv)) CsvTable.Write(terminal.Out, DissectionTables.Weights(view));
            else DissectionText.Write(terminal, view, namedGroups: request.Groups.Count > 0);
            return ExitCode.Done;
        });

    /// <summary>The provenance of what is shown: the options are those of the fits, which may differ only where they were fitted so.</summary>
    internal static Provenance ProvenanceOf(DissectionView view) => new()
    {
        Command = "dissect",
        Data = view.DataHash,
        Seed = (ulong)view.Fits[0].Options.Seed,
        Options = OptionsOf(view),
    };

    private static Dictionary<string, string> OptionsOf(DissectionView view)
    {
        var options = FitOptions.Of(view.Fits);
        if (view.Corrections.Count > 0) options.Add("annotatorError", string.Join("; ", view.Corrections.Values.Select(correction => correction.Trusted.Id).Distinct()));
        return options;
    }

    private static string Figure(DissectionView view, Provenance provenance)
    {
        var group = view.Fits.Any(fit => fit.Subject.Group == Group.All) ? Group.All : view.Fits[0].Subject.Group;
        return DissectionFigure.Of(view, group, provenance).ToSvg(new Canvas());
    }
}
