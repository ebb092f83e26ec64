using System.CommandLine;
using Prefdissect.Dissecting.Similarities;
using Prefdissect.Figures;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>similarity</c>: shows which judges prefer alike.</summary>
internal sealed class SimilarityVerb : IVerb
{
    private const int NearestShown = 3;

    private readonly Option<bool> published = new("--published") { Description = "The 33 judges of the paper, from their embedded weights." };
    private readonly Option<string?> weights = new("--weights") { Description = "Judges of a folder of weights in the paper's format.", HelpName = "FOLDER" };
    private readonly Option<string?> study = new("--study", "-s") { Description = "Judges of a study that was fitted.", HelpName = "STUDY" };
    private readonly Option<string> metric = new("--metric") { Description = $"One of {string.Join(", ", SimilarityMetrics.All.Select(one => one.Name))}.", DefaultValueFactory = _ => SimilarityMetrics.Pearson.Name, HelpName = "METRIC" };
    private readonly Option<string?> group = new("--group") { Description = "One group; else the mean over the 11 scenarios where every judge has weights of each, and all where not.", HelpName = "GROUP" };
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<long> seed = SharedOptions.Seed();
    private readonly Option<bool> json = SharedOptions.Json();
    private readonly Option<bool> csv = SharedOptions.Csv();
    private readonly Option<string?> svg = new("--svg") { Description = "Write the heat map to FILE.", HelpName = "FILE" };

    public Command Build(Terminal terminal)
    {
        metric.AcceptOnlyFromAmong([.. SimilarityMetrics.All.Select(one => one.Name)]);
        return Verb.Of(
            "similarity", "Show which judges prefer alike, and which published judges are nearest.", "prefdissect similarity --published --svg similarity.svg", [],
            [published, weights, study, metric, group, annotator, seed, json, csv, svg],
            (parsed, cancellation) =>
            {
                if (parsed.GetValue(json) && parsed.GetValue(csv)) throw new UsageException("Print --json or --csv, not both.");
                var view = View(parsed, cancellation);
                var provenance = ProvenanceOf(parsed, view);
                FlagNote.Write(terminal, view.Fits);
                if (parsed.GetValue(svg) is { } file)
                {
                    OutputFile.Write(file, terminal, writer => writer.Write(SimilarityFigure.Of(view.Matrix, view.SimulatedJudges, provenance, view.Fits).ToSvg(new Canvas(1280))));
                }
                if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, SimilarityDocument.Of(view, provenance));
                else if (parsed.GetValue(csv)) CsvTable.Write(terminal.Out, SimilarityTables.Csv(view.Matrix));
                else Show(terminal, view);
                return ExitCode.Done;
            });
    }

    private static void Show(Terminal terminal, SimilarityView view)
    {
        TerminalTable.Draw(terminal.Console, SimilarityTables.Of(view.Matrix));
        if (SimilarityTables.Posterior(view) is { } posterior) TerminalTable.Draw(terminal.Console, posterior);
        if (view.GroupsReason is { } reason) terminal.Out.WriteLine($"  {PlainText.Name(SimilarityTables.GroupText(view.Matrix.Groups))}: {reason}; --group NAME shows another");
        foreach (var line in SimilarityTables.Lines(view.Matrix)) terminal.Out.WriteLine($"  {line.Text}");
        foreach (var (judge, near) in view.Nearest.Where(of => of.Value.Count > 0))
        {
            var names = near.Take(NearestShown).Select(one => $"{one.Judge} {Rounded.Number(one.Similarity, 2)}");
            terminal.Out.WriteLine($"  {PlainText.Name(judge)} is nearest to {string.Join(", ", names)} (on {near[0].Properties} properties that both have)");
        }
        if (view.SimulatedJudges.Count > 0) terminal.Out.WriteLine("  Judges of this study are simulated.");
    }

    private SimilarityView View(ParseResult parsed, CancellationToken cancellation)
    {
        var sources = new[] { parsed.GetValue(published), parsed.GetValue(weights) is not null, parsed.GetValue(study) is not null }.Count(given => given);
        if (sources != 1) throw new UsageException("Similarity of whom? Give one of --published, --weights FOLDER or -s STUDY.");
        var by = SimilarityMetrics.Parse(parsed.GetRequiredValue(metric));
        if (parsed.GetValue(published)) return SimilarityWorkflow.Published(by, parsed.GetValue(group));
        if (parsed.GetValue(weights) is { } folder) return SimilarityWorkflow.OfFolder(folder, by, parsed.GetValue(group));
        using var opened = Study.OpenToRead(parsed.GetValue(study)!);
        return SimilarityWorkflow.OfStudy(opened, parsed.GetValue(annotator), by, parsed.GetValue(group), parsed.GetValue(seed), cancellation);
    }

    private Provenance ProvenanceOf(ParseResult parsed, SimilarityView view) => new()
    {
        Command = "similarity",
        Data = view.DataHash,
        Seed = view.Intervals.Count > 0 ? (ulong)parsed.GetValue(seed) : null,
        Options = OptionsOf(parsed, view),
    };

    private Dictionary<string, string> OptionsOf(ParseResult parsed, SimilarityView view)
    {
        var options = view.Fits.Count > 0 ? FitOptions.Of(view.Fits) : [];
        if (view.Fits.Count > 0) options["fitSeed"] = FitOptions.Seeds(view.Fits);
        options["metric"] = parsed.GetRequiredValue(metric);
        options["group"] = string.Join(", ", view.Matrix.Groups);
        return options;
    }
}
