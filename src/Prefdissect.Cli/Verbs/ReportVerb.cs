using System.CommandLine;
using System.Globalization;
using Prefdissect.Dissecting.Published;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>report</c>: writes one interactive page that needs no server.</summary>
internal sealed class ReportVerb : IVerb
{
    private const int Samples = 20;

    private readonly Option<string?> study = new("--study", "-s") { Description = "A study that was fitted.", HelpName = "STUDY" };
    private readonly Option<bool> published = new("--published") { Description = "The 33 judges of the paper instead, from their embedded weights." };
    private readonly Option<string> file = new("--out") { Description = "The page to write.", HelpName = "FILE", Required = true };
    private readonly Option<bool> withTexts = new("--with-texts") { Description = $"Show the texts of {Samples} pairs, those first on which the judges are split. Without it no text of a pair is in the page." };
    private readonly Option<string[]> judges = SharedOptions.Judges("Show this judge; all where none is named.");
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<long> seed = SharedOptions.Seed();
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON document that tells of the file." };

    public Command Build(Terminal terminal) => Verb.Of(
        "report", "Write one interactive page that needs no server: judges and groups to choose from, tables to sort, figures to save.",
        "prefdissect report --published --out published.html", [], [study, published, file, withTexts, judges, annotator, seed, json],
        (parsed, cancellation) =>
        {
            var document = parsed.GetValue(published) ? Published(parsed, terminal) : OfStudy(parsed, terminal, cancellation);
            if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, document);
            else terminal.Out.WriteLine($"{Rounded.Count(document.Figures, "figure", "figures")} of {Rounded.Count(document.Judges, "judge", "judges")} on {Rounded.Count(document.Groups, "group", "groups")}, {Rounded.Count(document.Bytes)} bytes. Open it in a browser.");
            return ExitCode.Done;
        });

    private ReportDocument Published(ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(study) is not null || parsed.GetValue(withTexts) || parsed.GetRequiredValue(judges).Length > 0 || parsed.GetValue(annotator) is not null)
            throw new UsageException("--published is the report of the paper's judges, which have no study, texts or annotators: give it alone with --out.");
        var provenance = new Provenance { Command = "report", Options = new Dictionary<string, string> { ["published"] = "yes" } };
        var figures = 0;
        OutputFile.Write(parsed.GetRequiredValue(file), terminal, writer => figures = InteractivePage.WritePublished(writer, provenance));
        return DocumentOf(parsed, provenance, figures, PublishedJudges.Names.Count, PublishedJudges.Groups.Count + 1, 0, false);
    }

    private ReportDocument OfStudy(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var request = new ReportRequest
        {
            Judges = parsed.GetRequiredValue(judges),
            Annotator = parsed.GetValue(annotator),
            Samples = parsed.GetValue(withTexts) ? Samples : 0,
            Seed = parsed.GetValue(seed),
        };
        using var opened = Study.OpenToRead(parsed.GetValue(study) ?? throw new UsageException("A report of what? Give -s STUDY, or --published."));
        var view = ReportWorkflow.Run(opened, request, cancellation);
        FlagNote.Write(terminal, view.Dissection.FlaggedResponses);
        var provenance = ProvenanceOf(view, request);
        var figures = 0;
        OutputFile.Write(parsed.GetRequiredValue(file), terminal, writer => figures = InteractivePage.Write(writer, view, provenance));
        var fits = view.Dissection.Fits;
        return DocumentOf(parsed, provenance, figures, fits.Select(fit => fit.Subject.Judge).Distinct().Count(), fits.Select(fit => fit.Subject.Group).Distinct().Count(), view.Samples.Count, view.Dissection.Simulated);
    }

    private ReportDocument DocumentOf(ParseResult parsed, Provenance provenance, int figures, int ofJudges, int groups, int samples, bool simulated)
    {
        var path = parsed.GetRequiredValue(file);
        return new ReportDocument(provenance, path, new FileInfo(path).Length, figures, ofJudges, groups, samples, simulated);
    }

    private static Provenance ProvenanceOf(ReportView view, ReportRequest request)
    {
        var options = FitOptions.Of(view.Dissection.Fits);
        options["fitSeed"] = FitOptions.Seeds(view.Dissection.Fits);
        options["texts"] = request.Samples.ToString(CultureInfo.InvariantCulture);
        return new Provenance { Command = "report", Data = view.Dissection.DataHash, Seed = (ulong)request.Seed, Options = options };
    }
}
