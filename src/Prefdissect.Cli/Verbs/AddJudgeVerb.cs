using System.CommandLine;
using Prefdissect.Cli.Judging;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>add-judge</c>: has a model judge, fits it, puts it beside the published judges and writes its page.</summary>
internal sealed class AddJudgeVerb : IVerb
{
    private readonly JudgeOptions shared = new();
    private readonly FirstTokenWay way = new();
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<string?> html = new("--html") { Description = "Write the judge's page to FILE; else to the judge's name with .html behind it, in this folder.", HelpName = "FILE" };

    public Command Build(Terminal terminal) => Verb.Of(
        "add-judge", "Add a model to a study as a judge, from its first vote to its dissection beside the published judges; goes on where it was stopped.",
        "prefdissect add-judge -s my.study --base-url http://localhost:8080/v1 --model llama-3-8b --estimate", [],
        [.. shared.All, .. way.Options, annotator, html], (parsed, cancellation) => RunAsync(parsed, terminal, cancellation).GetAwaiter().GetResult());

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var named = shared.Model.Named(parsed);
        if (way.IsEstimate(parsed)) return await way.JudgeAsync(parsed, shared, named, terminal, cancellation);
        using var opened = shared.OpenStudy(parsed);
        AddJudgeWorkflow.Check(opened, parsed.GetValue(annotator));
        var (judged, tally) = await way.AskAsync(parsed, shared, named, opened, terminal, cancellation);
        var code = FirstTokenWay.Ended(terminal, named, judged, tally);
        if (judged.End is not (AskingEnd.Complete or AskingEnd.NotStored))
        {
            foreach (var line in JudgeLines.Of(judged)) terminal.Error.WriteLine(line);
            return code;
        }
        var added = TerminalProgress.Run(terminal, progress => AddJudgeWorkflow.Run(opened, judged, parsed.GetValue(annotator), progress, cancellation));
        var provenance = new Provenance { Command = "add-judge", Data = added.View.DataHash, Seed = (ulong)added.MainFit.Options.Seed, Options = FitOptions.Of(added.View.Fits) };
        var page = parsed.GetValue(html) ?? PageOf(judged.Judge.Name);
        FlagNote.Write(terminal, added.View.FlaggedResponses);
        OutputFile.Write(page, terminal, writer => DissectionPage.Write(writer, added.View, StudySimilarity.Of(added.View), provenance));
        if (shared.IsJson(parsed)) DocumentJson.Write(terminal.Out, AddJudgeDocument.Of(added, page, provenance));
        else foreach (var line in AddJudgeLines.Of(added)) terminal.Out.WriteLine(line);
        terminal.Error.WriteLine($"Next: prefdissect power -s {ShellWord.Of(opened.Path)} --judge {ShellWord.Of(judged.Judge.Name)}, which says whether more pairs are worth it.");
        return code;
    }

    private static string PageOf(string judge) => string.Concat(judge.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_')).TrimStart('.') + ".html";
}
