using System.CommandLine;
using Prefdissect.Figures;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>contrast</c>: shows in what two judges, or one judge on two groups, differ.</summary>
internal sealed class ContrastVerb : IVerb
{
    private const int LeastReplicates = 20;
    private const int MostReplicates = 100_000;

    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string> judges = new("--judges") { Description = "Two judges, X,Y: the difference is X − Y. Each may be published:NAME. Or one judge, with --groups.", HelpName = "X,Y", Required = true };
    private readonly Option<string[]> group = SharedOptions.Groups("Compare two judges on this group; where none is named, on all that both are fitted on, and on their mean.");
    private readonly Option<string?> groups = new("--groups") { Description = "Compare one judge on two groups, G,H: the difference is G − H.", HelpName = "G,H" };
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<int> replicates = new("--replicates") { Description = "Resamples of the bootstrap over queries; 0 for none.", DefaultValueFactory = _ => 200, HelpName = "N" };
    private readonly Option<long> seed = SharedOptions.Seed();
    private readonly Option<bool> json = SharedOptions.Json();
    private readonly Option<bool> csv = SharedOptions.Csv();
    private readonly Option<string?> svg = new("--svg") { Description = "Write the figure of the mean over groups, or of the first group, to FILE.", HelpName = "FILE" };

    public Command Build(Terminal terminal) => Verb.Of(
        "contrast", "Show in which properties two judges differ, or one judge on two groups, and how sure that is.", "prefdissect contrast -s my.study --judges human,published:human", [],
        [study, judges, group, groups, annotator, replicates, seed, json, csv, svg],
        (parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv)) throw new UsageException("Print --json or --csv, not both.");
            var request = RequestOf(parsed);
            using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
            var view = ContrastWorkflow.Run(opened, request, cancellation);
            var provenance = ProvenanceOf(request, view);
            var main = ContrastTables.MainGroup(view);
            if (parsed.GetValue(svg) is { } file) OutputFile.Write(file, terminal, writer => writer.Write(ContrastFigure.Of(view, main, provenance).ToSvg(new Canvas())));
            if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, ContrastDocument.Of(view, provenance));
            else if (parsed.GetValue(csv)) CsvTable.Write(terminal.Out, ContrastTables.Csv(view));
            else Show(terminal, view, request.Groups.Count > 0 ? [.. view.Rows.Select(row => row.Group).Distinct(StringComparer.Ordinal)] : [main]);
            return ExitCode.Done;
        });

    private static void Show(Terminal terminal, ContrastView view, IReadOnlyList<string> shown)
    {
        foreach (var one in shown) TerminalTable.Draw(terminal.Console, ContrastTables.Of(view, one));
        foreach (var line in ContrastTables.Lines(view)) terminal.Out.WriteLine($"  {(line.Kind == LineKind.Warning ? "warning: " : "")}{line.Text}");
        var others = view.Rows.Select(row => row.Group).Distinct(StringComparer.Ordinal).Except(shown).ToList();
        if (others.Count > 0) terminal.Error.WriteLine($"Also compared: {string.Join(", ", others.Select(PlainText.Name))}. Show one with --group NAME.");
    }

    private ContrastRequest RequestOf(ParseResult parsed)
    {
        var (named, two) = (Split(parsed.GetRequiredValue(judges)), parsed.GetValue(groups));
        var count = parsed.GetValue(replicates);
        if (count is not 0 and not (>= LeastReplicates and <= MostReplicates))
            throw new UsageException($"--replicates is {count}; expected 0 for none, or {LeastReplicates} to {MostReplicates}.");
        if (two is not null && parsed.GetRequiredValue(group).Length > 0) throw new UsageException("--group goes with two judges and --groups with one; give one of them.");
        if (two is not null && named.Count != 1) throw new UsageException($"--groups compares one judge on two groups; --judges names {named.Count}. With two judges, use --group.");
        if (two is null && named.Count == 1) throw new UsageException("One judge is compared on two groups: add --groups G,H, or name two judges: --judges X,Y.");
        return new ContrastRequest
        {
            Judges = named,
            Groups = two is null ? parsed.GetRequiredValue(group) : Split(two),
            Annotator = parsed.GetValue(annotator),
            Replicates = count,
            Seed = parsed.GetValue(seed),
        };
    }

    private static List<string> Split(string names) => [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static Provenance ProvenanceOf(ContrastRequest request, ContrastView view) => new()
    {
        Command = "contrast",
        Data = view.DataHash,
        Seed = (ulong)request.Seed,
        Options = new Dictionary<string, string>
        {
            ["judges"] = string.Join(",", request.Judges),
            ["groups"] = request.Groups.Count == 0 ? "all in common" : string.Join(",", request.Groups),
            ["annotator"] = view.Annotator.Id,
            ["replicates"] = $"{view.Replicates}",
        },
    };
}
