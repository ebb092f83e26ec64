using System.CommandLine;
using Prefdissect.Annotating.Answers;
using Prefdissect.Models.Capabilities;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>reference</c>: collects a reference answer for every query.</summary>
internal sealed class ReferenceVerb : IVerb
{
    private const int UsualMaxTokens = 2048;

    private readonly Option<string> study = SharedOptions.Study();
    private readonly ModelOptions model = new();
    private readonly Option<string?> prompts = new("--prompts") { Description = "Folder with texts that replace those of the questions.", HelpName = "DIR" };
    private readonly Option<bool> retryFailed = SharedOptions.RetryFailed();
    private readonly BatchOptions batch = new();
    private readonly Option<bool> estimate = new("--estimate") { Description = "Say what it would take, and send nothing." };
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal) => Verb.Of(
        "reference", "Collect a reference answer of a strong model for every query that has none; errors are found against it.", "prefdissect reference -s my.study --model gpt-4o --estimate", [],
        [study, .. model.All, prompts, retryFailed, .. batch.All, estimate, json], (parsed, cancellation) => RunAsync(parsed, terminal, cancellation).GetAwaiter().GetResult());

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var named = model.Named(parsed);
        var texts = AnnotationOptions.PromptsOf(parsed.GetValue(prompts));
        var work = new ReferenceRequest(named, texts, model.MaxTokens(parsed, UsualMaxTokens)) { RetriesFailed = parsed.GetValue(retryFailed) };
        if (batch.Asked(parsed)) batch.Check(parsed, model);
        using var opened = Study.Open(parsed.GetRequiredValue(study));
        var provenance = new Provenance { Command = "reference", Data = new StudyReader(opened).DataHash().ToString() };
        if (parsed.GetValue(estimate))
        {
            using var store = AnswerStore.Open(opened.Path, TimeProvider.System);
            var (price, source) = ModelOptions.PriceOf(named);
            var planned = await EstimateWorkflow.OfReferencesAsync(opened, work, store, price, cancellation);
            EstimateText.Write(terminal, planned, named, source, parsed.GetValue(json) ? provenance : null);
            return ExitCode.Done;
        }
        batch.Tell(parsed, terminal, opened);
        if (batch.Asked(parsed))
        {
            var kept = await batch.RunAsync(parsed, terminal, named, opened.Path, pending =>
                ReferenceWorkflow.RunAsync(opened, work, pending, null, new AskingWatch(TimeProvider.System, new AskingTally()), cancellation));
            Show(parsed, terminal, kept, provenance);
            return ExitCode.Done;
        }
        using var told = ModelOptions.TellOfStop(terminal, named, cancellation);
        using var session = model.Open(parsed, opened.Path, named, terminal, cancellation);
        var asked = await session.OpenAsync(Aspects.None, cancellation);
        var result = TerminalProgress.Run(terminal, progress =>
            ReferenceWorkflow.RunAsync(opened, work, asked, progress, session.Watch, cancellation).GetAwaiter().GetResult());
        Show(parsed, terminal, result, provenance);
        return ModelOptions.Ended(terminal, named, result.End, result.Stop, session.Watch.Tally);
    }

    private void Show(ParseResult parsed, Terminal terminal, ReferenceResult result, Provenance provenance)
    {
        if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, ReferenceDocument.Of(result, provenance));
        else terminal.Out.WriteLine($"{Rounded.Count(result.Collected)} reference answers collected by {PlainText.Name(result.Model)}; {Rounded.Count(result.Missing)} of {Rounded.Count(result.Queries)} queries have none.");
        foreach (var (reason, count) in result.Failures) terminal.Error.WriteLine($"  no answer, {reason}: {count}");
        if (result.Failed == 0) return;
        terminal.Error.WriteLine($"{Rounded.Count(result.Failed)} queries failed, and are asked again with --retry-failed.");
        if (result.Failures.ContainsKey(AnswerFault.CutOff)) terminal.Error.WriteLine("An answer that is cut off is no measure of errors: give it more room with --max-tokens.");
    }
}
