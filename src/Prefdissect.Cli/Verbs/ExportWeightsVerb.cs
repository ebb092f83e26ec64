using System.CommandLine;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>export weights</c>: the weights of a study in the paper's file format.</summary>
internal sealed class ExportWeightsVerb : IVerb
{
    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string> folder = new("--out") { Description = "Folder for one file a group; made where there is none.", Required = true, HelpName = "DIR" };

    private readonly Option<string> weight = new("--weight")
    {
        Description = "The average of the fits that leave a fold out, as the paper's own files have it (fold-mean), or the posterior mean given all pairs (mean).",
        DefaultValueFactory = _ => "fold-mean",
    };

    private readonly Option<string[]> judges = SharedOptions.Judges("Export this judge; all where none is named.");
    private readonly Option<string[]> groups = SharedOptions.Groups("Export this group; every group fitted where none is named.");
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal)
    {
        weight.AcceptOnlyFromAmong("fold-mean", "mean");
        return Verb.Of(
            "weights", "Write each judge's 29 weights, one file a group, in the paper's format: `prefdissect similarity --weights DIR` reads them.",
            "prefdissect export weights -s my.study --out weights", [], [study, folder, weight, judges, groups, annotator, json],
            (parsed, _) =>
            {
                var request = new DissectRequest { Judges = parsed.GetRequiredValue(judges), Groups = parsed.GetRequiredValue(groups), Annotator = parsed.GetValue(annotator) };
                using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
                var kind = parsed.GetRequiredValue(weight) == "mean" ? ExportedWeight.Mean : ExportedWeight.FoldMean;
                var result = ExportWeightsWorkflow.Run(opened, request, kind, parsed.GetRequiredValue(folder));
                if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, ExportWeightsDocument.Of(result, ProvenanceOf(result, parsed)));
                else foreach (var line in WorkTables.LinesOf(result)) terminal.Error.WriteLine(line);
                return ExitCode.Done;
            });
    }

    private Provenance ProvenanceOf(ExportWeightsResult result, ParseResult parsed) => new()
    {
        Command = "export weights",
        Data = result.DataHash,
        Options = new Dictionary<string, string> { ["annotator"] = result.Annotator, ["weight"] = parsed.GetRequiredValue(weight) },
    };
}
