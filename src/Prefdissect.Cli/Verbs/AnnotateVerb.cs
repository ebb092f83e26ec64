using System.CommandLine;
using Prefdissect.Annotating;
using Prefdissect.Annotating.Surface;
using Prefdissect.Models.Capabilities;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>annotate</c>: rates the responses of a study.</summary>
internal sealed class AnnotateVerb : IVerb
{
    private const string Model = "llm";

    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string?> annotator = new("--annotator") { Description = "Who rates: surface (offline, by the text alone) or llm (a model). With --status: whose state to show.", HelpName = "NAME" };
    private readonly ModelOptions model = new();
    private readonly AnnotationOptions annotation = new();
    private readonly BatchOptions batch = new();
    private readonly Option<string?> resolve = new("--resolve") { Description = $"Make ratings anew of the stored answers by other rules, and ask nothing: some of {string.Join(",", RuleNames.All)}.", HelpName = "RULE,…" };
    private readonly Option<bool> status = new("--status") { Description = "Say what is done, missing and failed, and what it has taken; ask nothing." };
    private readonly Option<bool> estimate = new("--estimate") { Description = "Say what it would take, and send nothing." };
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal) => Verb.Of(
        "annotate", "Rate the responses of a study with properties.", "prefdissect annotate -s my.study --annotator surface", [],
        [study, annotator, .. model.All, .. annotation.All, .. batch.All, resolve, status, estimate, json],
        (parsed, cancellation) => (parsed.GetValue(status), parsed.GetValue(annotator)) switch
        {
            (true, var name) => ShowStatus(parsed, terminal, name),
            (_, var name) when parsed.GetValue(resolve) is not null => Resolve(parsed, terminal, name, cancellation),
            (_, "surface") => BySurface(parsed, terminal, cancellation),
            (_, Model) => ByModelAsync(parsed, terminal, cancellation).GetAwaiter().GetResult(),
            (_, null) => throw new UsageException("Who is to rate? Give --annotator surface, or --annotator llm with --model."),
            (_, var other) => throw new UsageException($"--annotator is '{other}'; expected surface, or llm with --model."),
        });

    private int BySurface(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var opened = Study.Open(parsed.GetRequiredValue(study));
        var result = TerminalProgress.Run(terminal, progress => AnnotateWorkflow.Run(opened, new SurfaceAnnotator(), progress, cancellation));
        if (parsed.GetValue(json))
        {
            DocumentJson.Write(terminal.Out, AnnotateDocument.Of(result, ProvenanceOf(opened)));
            return ExitCode.Done;
        }
        TerminalTable.Draw(terminal.Console, WorkTables.Of(result));
        FlagNote.Write(terminal, result.FlaggedResponses);
        terminal.Error.WriteLine($"Next: prefdissect fit -s {ShellWord.Of(opened.Path)} --annotator {result.Annotator.Id}");
        return ExitCode.Done;
    }

    private int ShowStatus(ParseResult parsed, Terminal terminal, string? name)
    {
        using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
        var shown = AnnotationStatus.Of(opened, name);
        VersionNote.Write(terminal, opened, shown.Annotator);
        var spending = new SpendingReader(opened).All();
        if (parsed.GetValue(json))
        {
            DocumentJson.Write(terminal.Out, AnnotationStatusDocument.Of(shown, spending, ProvenanceOf(opened)));
            return ExitCode.Done;
        }
        Show(terminal, shown);
        if (RulesNote(opened, shown.Annotator) is { } note) terminal.Out.WriteLine(note);
        TerminalTable.Draw(terminal.Console, AskingTables.Of(spending));
        return ExitCode.Done;
    }

    private async Task<int> ByModelAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var named = model.Named(parsed);
        var work = annotation.Of(parsed, named, model.MaxTokens(parsed, AnnotationOptions.UsualMaxTokens));
        foreach (var unused in work.Prompts.UnusedDefinitions(work.Properties)) terminal.Error.WriteLine($"note: --prompts defines '{PlainText.OneLine(unused)}', which is none of the properties to be rated.");
        if (batch.Asked(parsed)) batch.Check(parsed, model);
        using var opened = Study.Open(parsed.GetRequiredValue(study));
        if (parsed.GetValue(estimate)) return await EstimateAsync(parsed, terminal, opened, work, cancellation);
        foreach (var changed in RepeatsOf(parsed, work).SelectMany(repeat => AskedAnew.Of(opened, repeat))) terminal.Error.WriteLine($"note: {PlainText.OneLine(changed)}");
        if (RulesNote(opened, work.Identity) is { } note) terminal.Error.WriteLine($"note: {note}");
        batch.Tell(parsed, terminal, opened);
        if (batch.Asked(parsed)) return await ByBatchAsync(parsed, terminal, opened, work, cancellation);
        using var told = ModelOptions.TellOfStop(terminal, named, cancellation);
        using var session = model.Open(parsed, opened.Path, named, terminal, cancellation);
        LlmAnnotateResult? result = null;
        foreach (var repeat in RepeatsOf(parsed, work))
        {
            var asked = await session.OpenAsync(Aspects.Structured, cancellation);
            result = TerminalProgress.Run(terminal, progress => LlmAnnotateWorkflow.RunAsync(opened, repeat, asked, progress, session.Watch, cancellation).GetAwaiter().GetResult());
            if (result.End != AskingEnd.Complete) break;
        }
        Show(parsed, terminal, opened, work, result!);
        var code = ModelOptions.Ended(terminal, named, result!.End, result.Stop, session.Watch.Tally);
        Advise(terminal, opened.Path, result);
        return code;
    }

    private async Task<int> EstimateAsync(ParseResult parsed, Terminal terminal, Study opened, LlmAnnotateRequest work, CancellationToken cancellation)
    {
        using var store = AnswerStore.Open(opened.Path, TimeProvider.System);
        var (price, source) = ModelOptions.PriceOf(work.Model);
        var result = await EstimateWorkflow.OfAnnotationAsync(opened, RepeatsOf(parsed, work), store, price, cancellation);
        EstimateText.Write(terminal, result, work.Model, source, parsed.GetValue(json) ? ProvenanceOf(opened) : null);
        return ExitCode.Done;
    }

    private async Task<int> ByBatchAsync(ParseResult parsed, Terminal terminal, Study opened, LlmAnnotateRequest work, CancellationToken cancellation)
    {
        var result = await batch.RunAsync(parsed, terminal, work.Model, opened.Path, async pending =>
        {
            // All repeats go into one file; the answers of one tell another nothing.
            var ends = new List<LlmAnnotateResult>();
            foreach (var repeat in RepeatsOf(parsed, work)) ends.Add(await LlmAnnotateWorkflow.RunAsync(opened, repeat, pending, null, new AskingWatch(TimeProvider.System, new AskingTally()), cancellation));
            return ends.Find(end => end.End != AskingEnd.Complete) ?? ends[^1];
        });
        Show(parsed, terminal, opened, work, result);
        Advise(terminal, opened.Path, result);
        return ExitCode.Done;
    }

    private void Show(ParseResult parsed, Terminal terminal, Study opened, LlmAnnotateRequest work, LlmAnnotateResult result)
    {
        if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, LlmAnnotateDocument.Of(result, ProvenanceOf(opened)));
        else Show(terminal, result.Status);
        if (annotation.Repeats(parsed) > 1 && result.End == AskingEnd.Complete) ShowSteadiness(parsed, terminal, opened, work);
    }

    private IReadOnlyList<LlmAnnotateRequest> RepeatsOf(ParseResult parsed, LlmAnnotateRequest work) => [.. Enumerable.Range(1, annotation.Repeats(parsed)).Select(repeat => work with { Repeat = repeat })];

    private int Resolve(ParseResult parsed, Terminal terminal, string? name, CancellationToken cancellation)
    {
        var rules = RuleNames.Parse(parsed.GetValue(resolve)!);
        using var opened = Study.Open(parsed.GetRequiredValue(study));
        using var store = AnswerStore.Open(opened.Path, TimeProvider.System);
        var shown = AnnotationStatus.Of(opened, name);
        var steps = TerminalProgress.Run(terminal, progress => ResolveAgainWorkflow.RunAsync(opened, shown, rules, store, progress, cancellation).GetAwaiter().GetResult());
        shown = AnnotationStatus.Of(opened, shown.Annotator);
        if (steps == 0) terminal.Error.WriteLine($"No step has answers that could be resolved by {parsed.GetValue(resolve)}; what is asked from now on will be.");
        else terminal.Error.WriteLine($"{Rounded.Count(steps)} steps resolved again by {parsed.GetValue(resolve)}, and what is asked later will be too. Fits of these ratings are stale now: prefdissect fit -s {ShellWord.Of(opened.Path)} --annotator {ShellWord.Of(shown.Annotator.Id)}");
        if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, AnnotationStatusDocument.Of(shown, new SpendingReader(opened).All(), ProvenanceOf(opened)));
        return ExitCode.Done;
    }

    private void ShowSteadiness(ParseResult parsed, Terminal terminal, Study opened, LlmAnnotateRequest work)
    {
        var names = RepeatsOf(parsed, work).Select(repeat => repeat.Identity.Id).ToList();
        if (parsed.GetValue(json)) terminal.Error.WriteLine($"How steady it is: prefdissect agreement -s {ShellWord.Of(opened.Path)} --annotators {ShellWord.Of(string.Join(",", names))}");
        else TerminalTable.Draw(terminal.Console, AskingTables.Of(AgreementWorkflow.Run(opened, names, annotation.Seed(parsed), CancellationToken.None)));
    }

    private static void Show(Terminal terminal, AnnotationStatus shown)
    {
        TerminalTable.Draw(terminal.Console, AskingTables.Of(shown));
        TerminalTable.Draw(terminal.Console, AskingTables.OfQueries(shown));
        if (shown.Failures.Count > 0) TerminalTable.Draw(terminal.Console, AskingTables.Failures(shown));
        if (AskingTables.FlagLine(shown) is { } line) terminal.Out.WriteLine(line);
    }

    private static string? RulesNote(Study opened, AnnotatorIdentity annotator) => RuleNames.Of(new AnnotationReader(opened, annotator).Rules) is not "default" and var names
        ? $"Its answers become ratings by other rules than usual: {names}. Back to the usual ones: annotate --resolve default --annotator {ShellWord.Of(annotator.Id)}."
        : null;

    private static void Advise(Terminal terminal, string path, LlmAnnotateResult result)
    {
        var failures = result.Status.Failures;
        if (failures.Any(failure => failure.Reason == "waits for reference")) terminal.Error.WriteLine($"Errors wait for reference answers: prefdissect reference -s {ShellWord.Of(path)} --model NAME, then the same command again.");
        if (failures.Any(failure => failure.Reason?.StartsWith("waits for ", StringComparison.Ordinal) == false)) terminal.Error.WriteLine("Failed steps are asked again with --retry-failed.");
        if (result.End == AskingEnd.Complete) terminal.Error.WriteLine($"Next: prefdissect fit -s {ShellWord.Of(path)} --annotator {ShellWord.Of(result.Annotator.Id)}");
    }

    private static Provenance ProvenanceOf(Study opened) => new() { Command = "annotate", Data = new StudyReader(opened).DataHash().ToString() };
}
